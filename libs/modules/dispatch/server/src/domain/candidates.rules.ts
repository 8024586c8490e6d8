/** DSP-2: who may be sent, ranked by region, function, duty, load and distance, each with the reasons. */
import type { CandidateReason, DispatchSection } from '@bihuan/dispatch-contract';

/** A person who holds one of the positions of the order's type. */
export interface Applicant {
  readonly employeeId: string;
  readonly name: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly unitFunction: string;
  /** Works in the unit that serves the place, or below it; `null` where that unit is not known. */
  readonly inRegion: boolean | null;
  /** Holds a certificate valid now for the product line (ORG-3a). */
  readonly certified: boolean;
  /** `null` where no roster is kept for his unit. */
  readonly onDuty: boolean | null;
  readonly openOrders: number;
  /** `null` where it is not known. */
  readonly kilometres: number | null;
}

export interface Ranked extends Applicant {
  readonly rank: number;
  readonly score: number;
  readonly reasons: readonly CandidateReason[];
}

/** What the order asks of whoever is sent. */
export interface Demand {
  readonly certificate: boolean;
  /** Functions of the units whose work it is; empty: any. */
  readonly functions: readonly string[];
}

type Weights = DispatchSection['weights'];

const reason = (code: string, zh: string, en: string): CandidateReason => ({ code, zh, en });

function judged(person: Applicant, demand: Demand, weights: Weights): Omit<Ranked, 'rank'> {
  const reasons: CandidateReason[] = [];
  let score = 0;
  const add = (points: number, why: CandidateReason): void => {
    score += points;
    reasons.push(why);
  };
  if (person.inRegion) {
    add(weights.region, reason('region', `属地：${person.unitName}`, `Serves the place: ${person.unitName}`));
  } else if (person.inRegion === false) {
    add(0, reason('other-region', `跨区：${person.unitName}`, `From another region: ${person.unitName}`));
  }
  if (demand.functions.includes(person.unitFunction)) {
    add(weights.function, reason('function', '职能相符', 'Work of this unit'));
  }
  if (demand.certificate) add(0, reason('certificate', '上岗证有效', 'Valid certificate'));
  if (person.onDuty) add(weights.onDuty, reason('on-duty', '当班', 'On duty'));
  else if (person.onDuty === false) add(0, reason('off-duty', '未当班', 'Off duty'));
  const load = reason('load', `在手工单 ${person.openOrders} 张`, `Open orders: ${person.openOrders}`);
  add(-weights.openOrder * person.openOrders, load);
  if (person.kilometres !== null) {
    const near = reason('distance', `距离 ${person.kilometres} 公里`, `Distance: ${person.kilometres} km`);
    add(-weights.kilometre * person.kilometres, near);
  }
  return { ...person, score, reasons };
}

/** The best first; who holds no valid certificate is absent (ORG-3a). Equals go by load, then by name, the same each time. */
export function rank(people: readonly Applicant[], demand: Demand, weights: Weights): readonly Ranked[] {
  return people
    .filter(({ certified }) => certified || !demand.certificate)
    .map((person) => judged(person, demand, weights))
    .sort(
      (a, b) =>
        b.score - a.score ||
        a.openOrders - b.openOrders ||
        compare(a.name, b.name) ||
        compare(a.employeeId, b.employeeId),
    )
    .map((person, index) => ({ ...person, rank: index + 1 }));
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
