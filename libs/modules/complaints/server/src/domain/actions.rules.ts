/** What may be done with a complaint in which state: read from the steps of its pack, plus the short and back edges. */
import type { ComplaintAct, ComplaintState } from '@bihuan/complaints-contract';
import { COMPLAINT_ACTS } from '@bihuan/complaints-contract';
import type { Procedure } from '../procedure.settings';
import { isClosed, type Complaint } from './complaint.state';
import { owesRepairReport } from './report.rules';

/** Acts that lead to the next state of the path. */
const LEADS_TO: Readonly<Partial<Record<ComplaintAct, ComplaintState>>> = {
  check: 'checked',
  dispatch: 'dispatched',
  investigate: 'investigating',
  propose: 'proposal',
  decide: 'decided',
  'carry-out': 'carried-out',
  answer: 'answered',
  'take-feedback': 'feedback-taken',
  revisit: 'revisited',
  summarise: 'summarised',
  file: 'filed',
};

/** Acts on the way of an order through the units. */
const ON_THE_ROAD: readonly ComplaintAct[] = ['forward', 'raise', 'name-co-operators', 'feed-back', 'note-contact'];

/** States that follow: up to the first that may not be passed over. */
export function nextStates({ path, optional }: Procedure, state: ComplaintState): readonly ComplaintState[] {
  const at = path.indexOf(state);
  if (at < 0) return [];
  const next: ComplaintState[] = [];
  for (const one of path.slice(at + 1)) {
    next.push(one);
    if (!optional.includes(one)) break;
  }
  return next;
}

const before = ({ procedure: { path }, state }: Complaint, limit: ComplaintState): boolean =>
  path.indexOf(state) < path.indexOf(limit) || !path.includes(limit);

/** CMP-1b, CMP-1a: what nobody has signed, or filled in, does not leave `registered`. */
const isHeld = ({ state, needsSignature, signedAt, missing }: Complaint): 'signature' | 'missing' | null => {
  if (state !== 'registered') return null;
  if (needsSignature && !signedAt) return 'signature';
  return missing.length > 0 ? 'missing' : null;
};

export function complaintActions(complaint: Complaint): readonly ComplaintAct[] {
  if (isClosed(complaint)) return awaitsPaper(complaint) ? ['report'] : [];
  const allowed = new Set<ComplaintAct>([...onward(complaint), ...aside(complaint)]);
  const held = isHeld(complaint);
  // The centre may fill in what is missing while it checks (CMP-8b).
  const kept: readonly ComplaintAct[] = held === 'missing' ? ['dispatch', 'judge', 'answer'] : [];
  const barred: readonly ComplaintAct[] = held === 'signature' ? ['check', 'dispatch', 'judge', 'answer'] : kept;
  return COMPLAINT_ACTS.filter((act) => allowed.has(act) && !barred.includes(act));
}

/** Acts that lead on. */
function onward(complaint: Complaint): ComplaintAct[] {
  const { procedure, state, validity, proposals, decision, returnedAt, revisit } = complaint;
  const next = nextStates(procedure, state);
  const acts = (Object.entries(LEADS_TO) as [ComplaintAct, ComplaintState][])
    .filter(([, to]) => next.includes(to))
    .map(([act]) => act)
    .filter((act) => {
      if (act === 'dispatch') return procedure.validity !== 'required' || validity?.valid === true;
      // What was proposed is decided before it is carried out (CMP-6).
      if (act === 'carry-out') return decision !== null || proposals.length === 0;
      if (act === 'decide') return proposals.length > 0;
      if (act === 'file' || act === 'summarise') return state !== 'revisited' || revisit?.satisfied === true;
      return true;
    });
  if (state === 'proposal') acts.push('propose');
  // On the spot, or by the centre after its check (CMP-8b); or when the result is back (CMP-7c).
  const early = state === 'registered' || state === 'checked';
  const back = procedure.answerOnReturn && returnedAt !== null && before(complaint, 'answered');
  if (early || back) acts.push('answer');
  if (early && procedure.validity !== 'none' && validity === null) acts.push('judge');
  if (state === 'checked') acts.push('return-to-channel');
  // Not accepted: the order is closed with the position stated, revisit or not (CMP-8d, RD-45).
  if (state === 'answered' && complaint.mayBecomeAppeal) acts.push('file');
  if (state === 'revisited' && revisit?.satisfied === false && procedure.unsatisfied === 'screening')
    acts.push('screen');
  if (before(complaint, 'answered') || state === 'carried-out') acts.push('withdraw');
  return acts;
}

/** Acts beside the path: no change of state. */
function aside(complaint: Complaint): ComplaintAct[] {
  const { procedure, state, needsSignature, signedAt, relay, acknowledged, unitId, returnedAt, leaderId } = complaint;
  const acts: ComplaintAct[] = ['supervise', 'look'];
  const unanswered = before(complaint, 'answered') && complaint.answer === null;
  if (!complaint.major) acts.push('mark-major');
  if (state === 'registered') acts.push('complete');
  if (state === 'registered' && needsSignature && !signedAt) acts.push('sign');
  const early = state === 'registered' || state === 'checked';
  if (procedure.relay && early && !acknowledged) acts.push('relay');
  if ((relay || state === 'dispatched') && !acknowledged && (early || state === 'dispatched')) acts.push('acknowledge');
  const withUnit = before(complaint, 'answered') && !early && unitId !== null && state !== 'answered';
  if (withUnit && returnedAt === null) acts.push(...ON_THE_ROAD);
  if (unanswered) acts.push('progress-reply', 're-promise');
  if (unanswered && state !== 'registered') acts.push('request-order');
  if (unanswered && leaderId === null) acts.push('join');
  if (awaitsPaper(complaint)) acts.push('report');
  return acts;
}

/** CMP-10: from the handling on, until paper, both copies, and the division's repair report or a reason are in. */
const awaitsPaper = (complaint: Complaint): boolean => {
  const { procedure, report } = complaint;
  if (!procedure.report || report === null) return false;
  return !report.paper || owesRepairReport(complaint) || report.copies.some(({ arrivedAt }) => arrivedAt === null);
};
