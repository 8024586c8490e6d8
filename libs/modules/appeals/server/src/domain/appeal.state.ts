/** An appeal as its rules see it (APL-1 … APL-7). */
import type { AppealClock, AppealState, Conclusion } from '@bihuan/appeals-contract';

/** Who signs. */
export interface Signer {
  readonly id: string;
  readonly name: string;
}

/** Words with who wrote them and when. */
export interface Signed {
  readonly text: string;
  readonly by: Signer;
  /** ISO instant. */
  readonly at: string;
}

export const signed = (text: string | undefined, by: Signer, now: Date): Signed => ({
  text: text ?? '',
  by: { id: by.id, name: by.name },
  at: now.toISOString(),
});

export interface Facts extends Signed {
  readonly evidence: readonly string[];
}

export interface Plan extends Signed {
  readonly explanation: string;
}

export interface Answer extends Signed {
  readonly way: string;
  readonly firmAtFault: boolean | null;
  readonly improvement: string;
}

export interface Report extends Signed {
  readonly evidence: readonly string[];
  readonly explanation: string;
  readonly basis: string;
  readonly measures: string;
}

export interface Review extends Signed {
  readonly approved: boolean;
}

/** One pass through the branch (APL-3, APL-4). */
export interface Round {
  readonly round: number;
  readonly accepted: Signed | null;
  readonly facts: Facts | null;
  readonly plan: Plan | null;
  readonly answer: Answer | null;
  readonly report: Report | null;
  readonly review: Review | null;
}

export const emptyRound = (round: number): Round => ({
  round,
  accepted: null,
  facts: null,
  plan: null,
  answer: null,
  report: null,
  review: null,
});

export interface Revisited extends Signed {
  readonly satisfied: boolean;
}

/** What the case is concluded with (APL-6, APL-6d). A code is `null` where the pack takes words. */
export interface Concluded {
  readonly conclusion: Conclusion;
  readonly ground: string | null;
  readonly groundText: string;
  readonly body: string;
  readonly cause: string | null;
  readonly causeText: string;
  readonly attribution: string;
  readonly liability: string | null;
  readonly liabilityText: string;
  readonly unitId: string | null;
  readonly persons: readonly Signer[];
  readonly tags: readonly string[];
  readonly by: Signer;
  readonly at: string;
}

/** What the suite proposes where a report was missing at the regulator's date (APL-6a). */
export interface Proposal {
  readonly conclusion: Conclusion;
  readonly ground: string;
}

export interface Appeal {
  readonly id: string;
  readonly version: number;
  readonly number: string;
  readonly state: AppealState;
  readonly regulator: string;
  readonly caseNumber: string;
  readonly filed: boolean;
  readonly channel: string | null;
  readonly appellant: string;
  readonly phone: string;
  readonly matter: string;
  readonly customerId: string | null;
  readonly level: string | null;
  readonly gravity: readonly string[];
  /** Place of the level in the pack's list, 0 the highest: the desk's queue (APL-2b). */
  readonly importance: number;
  /** Place of the gravest mark, 0 the gravest (APL-2b). */
  readonly gravityRank: number;
  readonly keyCase: boolean;
  readonly business: string;
  readonly nature: string;
  readonly receivedAt: Date;
  readonly createdAt: Date;
  readonly replyDueAt: Date | null;
  readonly documents: readonly string[];
  readonly complaintId: string | null;
  readonly deskId: string;
  readonly deskName: string;
  readonly deskUnitId: string;
  readonly unitId: string | null;
  readonly handlerId: string | null;
  readonly handlerName: string | null;
  /** When the contact person of the branch last changed while it had this case (APL-9). */
  readonly contactChangedAt: Date | null;
  readonly dispatchedAt: Date | null;
  readonly round: number;
  readonly rounds: readonly Round[];
  readonly sentBack: number;
  /** Clocks whose limit was cut off at the regulator's date (APL-1). */
  readonly shortened: readonly AppealClock[];
  readonly approvedAt: Date | null;
  readonly reply: Signed | null;
  readonly repliedAt: Date | null;
  readonly revisit: Revisited | null;
  /** Replied after the regulator's date; `null` without a date or while it has not passed. */
  readonly lateForRegulator: boolean | null;
  /** Replied after the outer clock. */
  readonly late: boolean | null;
  readonly proposal: Proposal | null;
  readonly concluded: Concluded | null;
  readonly concludedAt: Date | null;
  readonly mediation: string;
  readonly archivedAt: Date | null;
  readonly archivedById: string | null;
  readonly archiveHash: string | null;
  readonly dueAt: Date | null;
  readonly keyId: string;
}

export const presentRound = (appeal: Pick<Appeal, 'round' | 'rounds'>): Round =>
  appeal.rounds.at(-1) ?? emptyRound(appeal.round);

/** The report that headquarters approved, with the round it ended. */
export const approvedRound = (appeal: Pick<Appeal, 'rounds'>): Round | undefined =>
  appeal.rounds.findLast(({ review }) => review?.approved);
