/** What may be done with an appeal in which state, and by which branch (APL-3 … APL-7). */
import type { AppealAct, AppealState, AppealClock, ReportAppeal, AnswerAppeal } from '@bihuan/appeals-contract';
import { transitions } from '@bihuan/domain';
import { commonErrors, invalidField } from '../appeals.errors';
import type { Appeal } from './appeal.state';

/** Every act leads to the state of its name; a case that another branch must have is dispatched again before it accepts. */
const STEPS = transitions<AppealState, AppealAct>({
  received: { dispatch: 'dispatched' },
  dispatched: { accept: 'accepted', dispatch: 'dispatched' },
  accepted: { verify: 'verified' },
  verified: { plan: 'planned' },
  planned: { answer: 'answered' },
  answered: { report: 'reported' },
  reported: { approve: 'approved', 'send-back': 'accepted' },
  approved: { reply: 'replied' },
  replied: { revisit: 'revisited' },
  revisited: { conclude: 'concluded' },
  concluded: { archive: 'archived' },
  archived: {},
});

/** States in which the branch has the case. */
export const WITH_BRANCH: readonly AppealState[] = ['dispatched', 'accepted', 'verified', 'planned', 'answered'];

/** States in which nothing is owed to the regulator any more. */
const REPLIED: readonly AppealState[] = ['replied', 'revisited', 'concluded', 'archived'];

export const isReplied = (appeal: Pick<Appeal, 'state'>): boolean => REPLIED.includes(appeal.state);

/** APL-4: has headquarters approved a report? Until then there is no answer and no letter to the regulator. */
export const isApproved = (appeal: Pick<Appeal, 'state'>): boolean => appeal.state === 'approved' || isReplied(appeal);

/** A new promise is possible while a clock runs; after the archive only entries beside the case are (APL-7). */
export function appealActions(appeal: Pick<Appeal, 'state'>): readonly AppealAct[] {
  const { state } = appeal;
  return [
    ...STEPS.allowedActions(state),
    ...(state === 'archived' ? [] : (['link'] as const)),
    'report-for-record',
    'enter-receipt',
    ...(isReplied(appeal) ? [] : (['re-promise'] as const)),
    'note',
  ];
}

/** The state an act leads to; 409 where the present one does not allow it. */
export function stateAfter(appeal: Pick<Appeal, 'state'>, act: AppealAct): AppealState {
  const next = STEPS.next(appeal.state, act);
  if (!next) throw commonErrors['wrong-state']({ state: appeal.state, allowedActions: appealActions(appeal) });
  return next;
}

/** The stage whose clock runs now (APL-2). */
export function presentClock(state: AppealState): Exclude<AppealClock, 'outer' | 'regulator'> {
  if (state === 'received') return 'desk';
  return WITH_BRANCH.includes(state) ? 'branch' : 'headquarters';
}

/** APL-3: a written report comes with evidence, or says why there is none. */
export function demandEvidence({ evidence = [], explanation }: Pick<ReportAppeal, 'evidence' | 'explanation'>): void {
  if (evidence.length > 0 || explanation) return;
  throw invalidField(
    '/evidence',
    'evidence-required',
    '书面报告须附证据材料（evidence），没有证据的须说明原因（explanation）。 / ' +
      'A report comes with evidence; without any, explanation says why.',
  );
}

/** APL-3: where the firm is at fault, the customer is told what will be improved. */
export function demandImprovement({
  firmAtFault,
  improvement,
}: Pick<AnswerAppeal, 'firmAtFault' | 'improvement'>): void {
  if (!firmAtFault || improvement) return;
  throw invalidField(
    '/improvement',
    'improvement-required',
    '属于企业责任的，答复客户时应说明整改意见（improvement）。 / Where the firm is at fault, name the improvement.',
  );
}
