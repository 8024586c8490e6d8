/** RD-9: fill + check + upper limit of the handling + answer never exceed the promise to the customer (CMP-4a). */
import type { ComplaintsSection } from '../complaints.settings';

interface Limit {
  readonly unit: string;
  readonly value: number;
}

interface Bounds {
  readonly upper: Limit;
}

export interface PolicyOfPack {
  readonly code: string;
  readonly limit: Limit;
  readonly limitTable?:
    { readonly rows: Readonly<Record<string, Bounds>>; readonly fallback?: Bounds | undefined } | undefined;
}

const HOURS: Readonly<Record<string, number>> = { minute: 1 / 60, hour: 1, day: 24 };

/** Elapsed hours; `undefined` for a working limit, which cannot be added to them. */
const hoursOf = ({ unit, value }: Limit): number | undefined => {
  const hours = HOURS[unit];
  return hours === undefined ? undefined : hours * value;
};

/** The longest the policy can take. */
function longest({ limit, limitTable }: PolicyOfPack): number | undefined {
  const limits = limitTable
    ? [...Object.values(limitTable.rows), ...(limitTable.fallback ? [limitTable.fallback] : [])].map(
        ({ upper }) => upper,
      )
    : [limit];
  const hours = limits.map(hoursOf);
  return hours.includes(undefined) ? undefined : Math.max(...(hours as number[]));
}

/** Answers with the problems of a pack, in words that say what to do; empty when the stages fit. */
export function limitProblems(
  { limits }: Pick<ComplaintsSection, 'limits'>,
  policies: readonly PolicyOfPack[],
): string[] {
  if (!limits) return [];
  const hours = (code: string): number | undefined => {
    const policy = policies.find((one) => one.code === code);
    return policy && longest(policy);
  };
  return Object.entries(limits.byLevel).flatMap(([level, [handling, promise]]) => {
    const stages = [...limits.fixed, handling].map(hours);
    const outer = hours(promise);
    if (stages.includes(undefined) || outer === undefined) {
      return [`modules.complaints.limits.byLevel.${level}: a policy named there is missing or not in elapsed time.`];
    }
    const sum = (stages as number[]).reduce((all, one) => all + one, 0);
    return sum <= outer
      ? []
      : [
          `modules.complaints.limits.byLevel.${level}: the stages add up to ${sum} h, the promise is ${outer} h: shorten a limit.`,
        ];
  });
}

/** In `raiseTo`: the complaint's own centre. */
export const OWN_CENTRE = 'centre';

/** What the section is checked against. */
export interface PackAround {
  readonly deadlinePolicies: readonly PolicyOfPack[];
  readonly organisation: { readonly units: readonly { readonly code: string }[] };
}

/** Everything of the section that does not fit the rest of the pack. */
export function sectionProblems(
  section: Pick<ComplaintsSection, 'limits' | 'clocks' | 'units' | 'promisedPolicy' | 'progressPolicy' | 'supervision'>,
  { deadlinePolicies: policies, organisation }: PackAround,
): string[] {
  const units = organisation.units.map(({ code }) => code);
  const codes = new Set(policies.map(({ code }) => code));
  const { promisedPolicy, progressPolicy, supervision } = section;
  const { centre, centreOf, headquarters, screening, office, remote, business, handling, raiseTo } = section.units;
  const raised = raiseTo.filter((code) => code !== OWN_CENTRE);
  const several = [...Object.keys(centreOf), ...Object.values(centreOf)];
  const named = [centre, ...several, headquarters, screening, office, ...remote, ...raised].filter(
    (code) => code !== undefined,
  );
  return [
    ...section.clocks.flatMap(({ stage, policies: of }) =>
      Object.values(of)
        .filter((code) => !codes.has(code))
        .map((code) => `modules.complaints.clocks.${stage}: there is no deadline policy "${code}".`),
    ),
    ...[promisedPolicy, progressPolicy, supervision.replyPolicy]
      .filter((code) => !codes.has(code))
      .map((code) => `modules.complaints: there is no deadline policy "${code}".`),
    ...[...named, ...Object.values(business), ...Object.values(handling)]
      .filter((code) => !units.includes(code))
      .map((code) => `modules.complaints.units: there is no unit "${code}".`),
    ...limitProblems(section, policies),
  ];
}
