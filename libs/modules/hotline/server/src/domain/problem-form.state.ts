/** A problem form as its rules see it (HOT-6 … HOT-9). */
import type { FormCategory, FormState } from '@bihuan/hotline-contract';

/** A text with who wrote it and when: the signatures of the form (HOT-9b). */
export interface Signed {
  readonly text: string;
  readonly by: { readonly id: string; readonly name: string };
  readonly at: string;
}

/** One pass through the handler (HOT-9c). */
export interface Round {
  readonly round: number;
  readonly plan: Signed | null;
  readonly result: Signed | null;
  readonly audit: Signed | null;
  readonly answer: Signed | null;
  readonly satisfied: boolean | null;
  readonly dissatisfaction: string | null;
}

export const emptyRound = (round: number): Round => ({
  round,
  plan: null,
  result: null,
  audit: null,
  answer: null,
  satisfied: null,
  dissatisfaction: null,
});

/** The acceptance record (受理记录表, HOT-9a). */
export interface Acceptance {
  readonly by: { readonly id: string; readonly name: string };
  readonly at: string;
  readonly appointmentAt: string | null;
  readonly place: string;
  readonly text: string;
  readonly judgement: string;
  readonly parts: string;
}

export interface ProblemForm {
  readonly id: string;
  readonly version: number;
  readonly number: string;
  readonly contactId: string;
  readonly state: FormState;
  /** State before it waits for the customer; it goes back there. */
  readonly resumeTo: FormState | null;
  readonly waitingFor: string | null;
  readonly category: FormCategory;
  readonly kind: string | null;
  readonly description: string;
  readonly customerName: string;
  readonly customerId: string | null;
  readonly siteId: string | null;
  readonly site: string;
  readonly address: string;
  readonly mobile: string;
  readonly office: string;
  readonly requestedAt: Date | null;
  readonly dataConfirmed: boolean;
  readonly channel: string;
  /** Start of the contact: the referral clock counts from here (HOT-8). */
  readonly takenAt: Date;
  readonly createdAt: Date;
  readonly officerId: string;
  readonly officerName: string;
  readonly originUnitId: string;
  readonly customerAgreed: boolean | null;
  readonly unitId: string | null;
  readonly assigneeId: string | null;
  readonly handlerId: string | null;
  readonly handlerName: string | null;
  readonly referredAt: Date | null;
  readonly firstReferredAt: Date | null;
  readonly returns: number;
  readonly acceptance: Acceptance | null;
  readonly round: number;
  readonly rounds: readonly Round[];
  readonly concludedAt: Date | null;
  readonly revisitedAt: Date | null;
  /** Nearest clock of the form, for lists; `null` when it is closed. */
  readonly dueAt: Date | null;
  readonly keyId: string;
}

/** Neither concluded nor withdrawn. */
export const isOpen = (form: ProblemForm): boolean => form.state !== 'concluded' && form.state !== 'withdrawn';

export const presentRound = (form: ProblemForm): Round => form.rounds.at(-1) ?? emptyRound(form.round);
