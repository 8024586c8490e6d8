/** What reporting learns of a complaint (RPT-1a … RPT-1d, RPT-2): codes, instants, counts. */
import type { Complaint } from './complaint.state';

const flag = (value: boolean): number => (value ? 1 : 0);

/** A measure that is known; an unknown one is left out, never 0. */
const known = (name: string, value: boolean | number | null | undefined): Readonly<Record<string, number>> =>
  value === null || value === undefined ? {} : { [name]: Number(value) };

/** A road without an answer (5S4E) is over for the customer when he says so in the revisit. */
const settledAt = ({ answer, revisit }: Complaint): string | null =>
  answer === null && revisit?.satisfied === true ? revisit.at : null;

export function complaintFacts(complaint: Complaint) {
  const { answer, revisit, road, rehandlings, investigation } = complaint;
  return {
    openedAt: complaint.heardAt.toISOString(),
    concludedAt: complaint.concludedAt?.toISOString() ?? settledAt(complaint),
    answeredAt: complaint.answeredAt?.toISOString() ?? null,
    intakeUnitId: complaint.intakeUnitId,
    // Until it is dispatched, the centre is responsible (RD-42).
    unitId: complaint.unitId ?? complaint.centreUnitId,
    personId: complaint.handlerId ?? complaint.officerId,
    dims: {
      business: complaint.business,
      kind: complaint.kind,
      symptom: complaint.symptom,
      level: complaint.level,
      channel: complaint.channel,
      'customer-class': complaint.customerClass,
      brand: complaint.brand,
      cause: investigation?.cause || null,
      outcome: answer?.outcome ?? null,
      gravity: complaint.gravity[0] ?? null,
    },
    measures: {
      returns: complaint.returns,
      'wrong-dispatch': road.filter(({ way }) => way === 'forwarded').length,
      rehandled: rehandlings.length,
      're-promises': complaint.rePromises,
      supervised: complaint.supervised,
      'supervised-by-decision': complaint.supervisedByDecision,
      ...Object.fromEntries(Object.entries(complaint.onTime).map(([stage, met]) => [`${stage}-on-time`, flag(met)])),
      major: flag(complaint.major),
      'cross-province': flag(complaint.crossProvince),
      'not-valid': flag(complaint.state === 'not-valid'),
      withdrawn: flag(complaint.state === 'withdrawn'),
      dispatched: flag(complaint.dispatchedAt !== null),
      'may-become-appeal': flag(complaint.mayBecomeAppeal),
      appealed: flag(complaint.appealNumber !== null),
      'follow-up': flag(complaint.followsId !== null),
      ...known('first-contact', answer ? complaint.firstContact : null),
      ...known('on-time', answer ? complaint.concludedAt !== null && complaint.inTime !== false : null),
      ...known('satisfied-at-answer', answer?.satisfied),
      ...known('satisfied-at-revisit', revisit?.satisfied),
      ...known(
        'seconds-to-answer',
        complaint.answeredAt && (complaint.answeredAt.getTime() - complaint.heardAt.getTime()) / 1000,
      ),
      ...known('answered-at-once', answer ? complaint.dispatchedAt === null && complaint.returns === 0 : null),
    },
  };
}

/** What chooses the way of the revisit (RVT-1e): class of the customer, marks of the case, gravity as urgent-major. */
export function revisitMarks({ customerClass, marks, gravity, major }: Complaint): ReadonlySet<string> {
  const urgent = major || gravity.length > 0;
  return new Set([...(customerClass ? [customerClass] : []), ...marks, ...(urgent ? ['urgent-major'] : [])]);
}
