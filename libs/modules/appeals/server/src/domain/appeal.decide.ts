/** What may happen to an appeal: (appeal, command, who, now) → the appeal afterwards (APL-2 … APL-7). */
import type {
  AcceptAppeal,
  AnswerAppeal,
  ApproveAppeal,
  PlanAppeal,
  ReplyAppeal,
  ReportAppeal,
  RevisitAppeal,
  SendBackAppeal,
  VerifyAppeal,
} from '@bihuan/appeals-contract';
import { demandEvidence, demandImprovement, stateAfter } from './appeal.rules';
import type { Appeal, Concluded, Round, Signer } from './appeal.state';
import { approvedRound, emptyRound, presentRound, signed } from './appeal.state';

const withRound = (appeal: Appeal, change: Partial<Round>): readonly Round[] => [
  ...appeal.rounds.slice(0, -1),
  { ...presentRound(appeal), ...change },
];

/** APL-2: to the home branch or a department; whoever takes it there is named at once (APL-9). */
export function dispatched(appeal: Appeal, to: { unitId: string; handler: Signer }, now: Date): Appeal {
  return {
    ...appeal,
    state: stateAfter(appeal, 'dispatch'),
    unitId: to.unitId,
    handlerId: to.handler.id,
    handlerName: to.handler.name,
    dispatchedAt: appeal.dispatchedAt ?? now,
  };
}

/** APL-3: taken over, and dispatched inside. @param inside who handles it from now on; absent: who accepts */
export function accepted(appeal: Appeal, input: AcceptAppeal, by: Signer, inside: Signer | null, now: Date): Appeal {
  const state = stateAfter(appeal, 'accept');
  const handler = inside ?? by;
  const rounds = withRound(appeal, { accepted: signed(input.text, by, now) });
  return { ...appeal, state, handlerId: handler.id, handlerName: handler.name, rounds };
}

export function verified(appeal: Appeal, input: VerifyAppeal, by: Signer, now: Date): Appeal {
  const facts = { ...signed(input.text, by, now), evidence: input.evidence ?? [] };
  return { ...appeal, state: stateAfter(appeal, 'verify'), rounds: withRound(appeal, { facts }) };
}

/** APL-3: how it is solved, or what is said together (解释口径). */
export function planned(appeal: Appeal, input: PlanAppeal, by: Signer, now: Date): Appeal {
  const plan = { ...signed(input.text, by, now), explanation: input.explanation ?? '' };
  return { ...appeal, state: stateAfter(appeal, 'plan'), rounds: withRound(appeal, { plan }) };
}

/** APL-3: the customer is answered with reasons, facts, and the improvement if the firm is at fault. */
export function answered(appeal: Appeal, input: AnswerAppeal, by: Signer, now: Date): Appeal {
  const state = stateAfter(appeal, 'answer');
  demandImprovement(input);
  const answer = {
    ...signed(input.text, by, now),
    way: input.way ?? '',
    firmAtFault: input.firmAtFault ?? null,
    improvement: input.improvement ?? '',
  };
  return { ...appeal, state, rounds: withRound(appeal, { answer }) };
}

export function reported(appeal: Appeal, input: ReportAppeal, by: Signer, now: Date): Appeal {
  const state = stateAfter(appeal, 'report');
  demandEvidence(input);
  const report = {
    ...signed(input.text, by, now),
    evidence: input.evidence ?? [],
    explanation: input.explanation ?? '',
    basis: input.basis ?? '',
    measures: input.measures ?? '',
  };
  return { ...appeal, state, rounds: withRound(appeal, { report }) };
}

/** APL-4: reviewed against law and rules. */
export function approved(appeal: Appeal, input: ApproveAppeal, by: Signer, now: Date): Appeal {
  const review = { ...signed(input.text, by, now), approved: true };
  return {
    ...appeal,
    state: stateAfter(appeal, 'approve'),
    rounds: withRound(appeal, { review }),
    approvedAt: now,
  };
}

/** APL-4: back to the branch with the reason; the round is counted and another begins. */
export function sentBack(appeal: Appeal, { reason }: SendBackAppeal, by: Signer, now: Date): Appeal {
  const review = { ...signed(reason, by, now), approved: false };
  const round = appeal.round + 1;
  return {
    ...appeal,
    state: stateAfter(appeal, 'send-back'),
    sentBack: appeal.sentBack + 1,
    round,
    rounds: [...withRound(appeal, { review }), emptyRound(round)],
  };
}

/** APL-5: the answer to the regulator; where nothing is written, the approved report's own words. */
export function replied(appeal: Appeal, input: ReplyAppeal, by: Signer, now: Date): Appeal {
  const text = input.text || (approvedRound(appeal)?.report?.text ?? '');
  return {
    ...appeal,
    state: stateAfter(appeal, 'reply'),
    reply: signed(text, by, now),
    repliedAt: now,
    lateForRegulator: appeal.replyDueAt && now > appeal.replyDueAt,
  };
}

export function revisited(appeal: Appeal, input: RevisitAppeal, by: Signer, now: Date): Appeal {
  const revisit = { ...signed(input.text, by, now), satisfied: input.satisfied };
  return { ...appeal, state: stateAfter(appeal, 'revisit'), revisit };
}

/** @param conclusion already judged by the rules of its definition (conclusion.rules.ts) */
export const concluded = (appeal: Appeal, conclusion: Concluded, now: Date): Appeal => ({
  ...appeal,
  state: stateAfter(appeal, 'conclude'),
  concluded: conclusion,
  concludedAt: now,
});

/** APL-7: from now on the case is not written to any more. */
export const archived = (
  appeal: Appeal,
  sealed: { readonly hash: string; readonly mediation: string; readonly documents: readonly string[] },
  by: Signer,
  now: Date,
): Appeal => ({
  ...appeal,
  state: stateAfter(appeal, 'archive'),
  mediation: sealed.mediation,
  documents: sealed.documents,
  archiveHash: sealed.hash,
  archivedAt: now,
  archivedById: by.id,
});

/** APL-9: the same minute, with its clocks. */
export const handedTo = (appeal: Appeal, handler: Signer, now: Date): Appeal => ({
  ...appeal,
  handlerId: handler.id,
  handlerName: handler.name,
  contactChangedAt: now,
});
