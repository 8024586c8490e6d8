/** From the revisit to the archive, and the ways back (CMP-6b, CMP-9, CMP-9a, CMP-9b). */
import type { RevisitComplaint, ScreenComplaint, SummariseComplaint } from '@bihuan/complaints-contract';
import type { Complaint, Person, Rehandling } from './complaint.state';
import { signed } from './handling.decide';

/** @param by `null`: known from the revisit module */
export const revisited = (
  complaint: Complaint,
  { satisfied, proposal, text }: RevisitComplaint,
  by: Person | null,
  at: Date,
): Complaint => ({
  ...complaint,
  state: 'revisited',
  revisit: { satisfied, proposal: proposal ?? '', text: text ?? '', by, at: at.toISOString() },
});

/** CMP-9a: not satisfied, or a proposal made: a new line of the register. */
export const asksNewLine = ({ procedure, revisit }: Complaint): boolean =>
  procedure.unsatisfied === 'new-line' && revisit !== null && (!revisit.satisfied || revisit.proposal !== '');

/** CMP-9a: the words of the new line. */
export const newLineMatter = ({ revisit, matter }: Complaint): string =>
  [revisit?.text, revisit?.proposal].filter((part) => part).join('；') || matter;

export const summarised = (
  complaint: Complaint,
  { evaluation, class: classOf, countermeasure }: SummariseComplaint,
  by: Person,
  now: Date,
): Complaint => ({
  ...complaint,
  state: 'summarised',
  summary: { evaluation, class: classOf, countermeasure, by, at: now.toISOString() },
});

interface NewRehandling {
  readonly number: string;
  readonly dueAt: string | null;
  readonly by: Person;
}

/** CMP-9b: the handling was wrong: a re-handling order to the unit, in the next round. */
export function reHandled(
  complaint: Complaint,
  { reason, requirement }: ScreenComplaint,
  { number, dueAt, by }: NewRehandling,
  now: Date,
): Complaint {
  const unitId = complaint.unitId ?? complaint.centreUnitId;
  const order: Rehandling = {
    number,
    round: complaint.round + 1,
    opinion: reason,
    revisitText: [complaint.revisit?.text, complaint.revisit?.proposal].filter((part) => part).join('；'),
    screenedBy: by,
    at: now.toISOString(),
    unitId,
    requirement: requirement ?? reason,
    dueAt,
    result: null,
    handler: null,
    doneAt: null,
  };
  return {
    ...complaint,
    state: 'dispatched',
    round: complaint.round + 1,
    rehandlings: [...complaint.rehandlings, order],
    screening: { ...signed(reason, by, now), handlingWrong: true },
    unitId,
    road: [
      ...complaint.road,
      {
        unitId,
        fromId: null,
        way: 'dispatched',
        at: now.toISOString(),
        by,
        reason,
        fedBackAt: null,
        feedback: '',
      },
    ],
    dispatchedAt: complaint.dispatchedAt ?? now,
    acknowledged: null,
    investigation: null,
    proposals: [],
    decision: null,
    carriedOut: null,
    returnedAt: null,
    answer: null,
    answeredAt: null,
    concludedAt: null,
    inTime: null,
    revisit: null,
    feedback: null,
  };
}

/** CMP-9b: the handling was right: closed with the reason; it may become an appeal. */
export const screenedRight = (complaint: Complaint, { reason }: ScreenComplaint, by: Person, now: Date): Complaint => ({
  ...complaint,
  state: 'filed',
  screening: { ...signed(reason, by, now), handlingWrong: false },
  mayBecomeAppeal: true,
});

/** What came of the present re-handling order (form 27c). */
export const rehandlingDone = (complaint: Complaint, text: string, handler: Person, now: Date): Complaint => ({
  ...complaint,
  rehandlings: complaint.rehandlings.map((order) =>
    order.round === complaint.round && order.doneAt === null
      ? { ...order, result: text, handler, doneAt: now.toISOString() }
      : order,
  ),
});
