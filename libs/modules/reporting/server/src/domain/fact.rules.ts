/** A case as the figures see it: its local day, its measures, and what it adds to the roll-ups (RPT-1d, RPT-2, RPT-8). */
import { derived } from './derived.rules';

/** What a module tells of its case: the event's payload by shape. */
export interface CaseTold {
  readonly caseId: string;
  readonly kind: string;
  readonly number: string;
  readonly version: number;
  readonly state: string;
  readonly open: boolean;
  readonly openedAt: string;
  readonly concludedAt: string | null;
  readonly answeredAt: string | null;
  readonly intakeUnitId: string | null;
  readonly unitId: string | null;
  readonly personId: string | null;
  readonly customerId: string | null;
  readonly dims: Readonly<Record<string, string | null>>;
  readonly measures: Readonly<Record<string, number>>;
}

/** A stored row: the event's fact with what is derived from it. */
export interface FactRow {
  readonly caseId: string;
  readonly matter: string;
  readonly module: string;
  readonly kind: string;
  readonly number: string;
  readonly version: number;
  readonly state: string;
  readonly open: boolean;
  readonly openedAt: Date;
  readonly concludedAt: Date | null;
  readonly answeredAt: Date | null;
  readonly day: string;
  readonly hour: number;
  /** Codes by dimension, `unit`, `intake-unit`, `person` among them. */
  readonly dims: Readonly<Record<string, string | null>>;
  readonly measures: Readonly<Record<string, number>>;
}

const flag = (value: boolean): number => (value ? 1 : 0);

const seconds = (from: string, to: string | null): number | undefined =>
  to === null ? undefined : (Date.parse(to) - Date.parse(from)) / 1000;

const known = (name: string, value: number | undefined): Readonly<Record<string, number>> =>
  value === undefined ? {} : { [name]: value };

/** @param local the case's intake on the company's clock */
export function factRow(
  module: string,
  fact: CaseTold,
  local: { readonly day: string; readonly hour: number },
): FactRow {
  const { openedAt, concludedAt, answeredAt, dims, unitId, intakeUnitId } = fact;
  const matter = `${module}.${fact.kind}`;
  const measures = {
    ...known('seconds-to-answer', seconds(openedAt, answeredAt)),
    ...known('seconds-to-conclude', seconds(openedAt, concludedAt)),
    ...fact.measures,
  };
  return {
    caseId: fact.caseId,
    matter,
    module,
    kind: fact.kind,
    number: fact.number,
    version: fact.version,
    state: fact.state,
    open: fact.open,
    openedAt: new Date(openedAt),
    concludedAt: concludedAt === null ? null : new Date(concludedAt),
    answeredAt: answeredAt === null ? null : new Date(answeredAt),
    ...local,
    dims: {
      ...dims,
      // Until somebody else has it, the unit that took it in is responsible (RD-42).
      unit: unitId ?? intakeUnitId,
      'intake-unit': intakeUnitId,
      person: fact.personId,
      customer: fact.customerId,
      state: fact.state,
    },
    measures: {
      ...measures,
      ...derived(matter, { measures, concluded: concludedAt !== null }),
      cases: 1,
      open: flag(fact.open),
      concluded: flag(concludedAt !== null),
    },
  };
}

/** One number a roll-up's cell gains or loses. */
export interface Delta {
  readonly cube: string;
  readonly month: string;
  /** Codes in the order of the cube's dimensions, `''` for none. */
  readonly codes: readonly string[];
  readonly measure: string;
  readonly value: number;
}

export interface Cube {
  readonly name: string;
  /** At most three. */
  readonly dims: readonly string[];
  /** The matters it is kept for; absent: all. */
  readonly matters?: readonly string[];
}

/** The mixes kept as roll-ups, the smallest first; another mix is summed from the rows (RPT-8). */
export const CUBES: readonly Cube[] = [
  { name: 'total', dims: [] },
  { name: 'unit-person', dims: ['unit', 'person'] },
  { name: 'cause-kind', dims: ['cause', 'kind'], matters: ['complaints.complaint'] },
  { name: 'kind-level-channel', dims: ['kind', 'level', 'channel'] },
  { name: 'unit-kind-level', dims: ['unit', 'kind', 'level'] },
  {
    name: 'business-kind-level',
    dims: ['business', 'kind', 'level'],
    matters: ['complaints.complaint'],
  },
  { name: 'business-nature-channel', dims: ['business', 'nature', 'channel'], matters: ['appeals.appeal'] },
  {
    name: 'type-class-layer',
    dims: ['type', 'customer-class', 'fault-layer'],
    matters: ['dispatch.work-order'],
  },
];

export const cubesOf = (matter: string): readonly Cube[] =>
  CUBES.filter(({ matters }) => !matters || matters.includes(matter));

/** What a row adds to its cells; with `sign` -1 what it takes away. @param rolled measures kept of its matter */
export function deltasOf(row: FactRow, sign: 1 | -1, rolled: ReadonlySet<string>): Delta[] {
  const measures = Object.entries(row.measures).flatMap(([measure, value]) => [
    { measure, value: sign * value },
    { measure: `known:${measure}`, value: sign },
  ]);
  const kept = measures.filter(({ measure }) => rolled.has(measure));
  return cubesOf(row.matter).flatMap(({ name, dims }) => {
    const codes = dims.map((dim) => row.dims[dim] ?? '');
    return kept.map((one) => ({ cube: name, month: monthOf(row), codes, ...one }));
  });
}

/** The month whose book a case stands in. */
export const monthOf = (row: FactRow): string => row.day.slice(0, 7);

/** The same with whole numbers added up by cell. Fractions stay apart: added as decimals they are exact, as floats not. */
export function summed(deltas: readonly Delta[]): Delta[] {
  const cells = new Map<string, Delta>();
  const fractions: Delta[] = [];
  for (const delta of deltas) {
    if (!Number.isInteger(delta.value)) {
      fractions.push(delta);
      continue;
    }
    const { cube, month, codes, measure } = delta;
    const cell = JSON.stringify([cube, month, codes, measure]);
    const before = cells.get(cell);
    cells.set(cell, before ? { ...before, value: before.value + delta.value } : delta);
  }
  return [...[...cells.values()].filter(({ value }) => value !== 0), ...fractions];
}

/** Time itself is no dimension of a cube but the month its cells stand under. */
export const IN_EVERY_CUBE = 'month';

/** The smallest roll-up that has all these dimensions; none where the rows must be asked. */
export function cubeFor(matter: string, dimensions: readonly string[]): Cube | undefined {
  return cubesOf(matter).find(({ dims }) => dimensions.every((one) => one === IN_EVERY_CUBE || dims.includes(one)));
}
