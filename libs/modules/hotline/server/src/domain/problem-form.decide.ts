/** What may happen to a problem form: (form, command, who, now) → the form afterwards (HOT-6 … HOT-9). */
import type { AcceptForm } from '@bihuan/hotline-contract';
import { demandFormAction, demandOtherThanHandler } from './problem-form.rules';
import type { ProblemForm, Round, Signed } from './problem-form.state';
import { emptyRound, presentRound } from './problem-form.state';

/** Who signs. */
export interface Signer {
  readonly id: string;
  readonly name: string;
}

const signed = (text: string, by: Signer, now: Date): Signed => ({
  text,
  by: { id: by.id, name: by.name },
  at: now.toISOString(),
});

const withRound = (form: ProblemForm, change: Partial<Round>): readonly Round[] => [
  ...form.rounds.slice(0, -1),
  { ...presentRound(form), ...change },
];

/** HOT-6, HOT-7: to the department, with the customer's agreement. */
export function referred(
  form: ProblemForm,
  to: { unitId: string; assigneeId: string | null; customerAgreed: boolean },
  now: Date,
): ProblemForm {
  demandFormAction(form, 'refer');
  return { ...form, ...arrived(form, to, now), customerAgreed: to.customerAgreed };
}

function arrived(
  form: ProblemForm,
  to: { unitId: string; assigneeId: string | null },
  now: Date,
): Partial<ProblemForm> {
  return {
    state: 'referred',
    unitId: to.unitId,
    assigneeId: to.assigneeId,
    handlerId: null,
    handlerName: null,
    acceptance: null,
    referredAt: now,
    firstReferredAt: form.firstReferredAt ?? now,
  };
}

/** HOT-9a: the handler takes it and agrees time and place with the customer. */
export function accepted(form: ProblemForm, record: AcceptForm, by: Signer, now: Date): ProblemForm {
  demandFormAction(form, 'accept');
  return {
    ...form,
    state: 'accepted',
    handlerId: by.id,
    handlerName: by.name,
    acceptance: {
      by: { id: by.id, name: by.name },
      at: now.toISOString(),
      appointmentAt: record.appointmentAt ?? null,
      place: record.place ?? '',
      text: record.text ?? '',
      judgement: record.judgement ?? '',
      parts: record.parts ?? '',
    },
  };
}

/** HOT-9b: the plan, signed by the proposer. */
export function planned(form: ProblemForm, text: string, by: Signer, now: Date): ProblemForm {
  demandFormAction(form, 'plan');
  return { ...form, state: 'planned', rounds: withRound(form, { plan: signed(text, by, now) }) };
}

/** HOT-9b: the result, signed by the handler; it goes back to the hotline. */
export function handled(form: ProblemForm, text: string, by: Signer, now: Date): ProblemForm {
  demandFormAction(form, 'handle');
  return { ...form, state: 'handled', rounds: withRound(form, { result: signed(text, by, now) }) };
}

/** HOT-9b: the audit column; it changes no state. */
export function audited(form: ProblemForm, text: string, by: Signer, now: Date): ProblemForm {
  demandFormAction(form, 'audit');
  demandOtherThanHandler(form, by.id);
  return { ...form, rounds: withRound(form, { audit: signed(text, by, now) }) };
}

/** HOT-9c: the hotline tells the customer and asks whether he is satisfied. */
export function answered(
  form: ProblemForm,
  answer: { text: string; satisfied: boolean | null },
  by: Signer,
  now: Date,
): ProblemForm {
  demandFormAction(form, 'answer');
  const told: ProblemForm = {
    ...form,
    state: 'answered',
    rounds: withRound(form, { answer: signed(answer.text, by, now), satisfied: answer.satisfied }),
  };
  if (answer.satisfied === true) return concluded(told, now);
  return answer.satisfied === false ? dissatisfied(told, answer.text) : told;
}

export function concluded(form: ProblemForm, now: Date): ProblemForm {
  demandFormAction(form, 'conclude');
  return { ...form, state: 'concluded', concludedAt: now, dueAt: null };
}

/** HOT-9c: back to the same handler as the next round of the same form; the result clock starts anew. */
export function dissatisfied(form: ProblemForm, words: string): ProblemForm {
  demandFormAction(form, 'dissatisfied');
  return {
    ...form,
    state: 'accepted',
    round: form.round + 1,
    rounds: [...withRound(form, { satisfied: false, dissatisfaction: words }), emptyRound(form.round + 1)],
    concludedAt: null,
    revisitedAt: null,
  };
}

/** HOT-7, HOT-8b: sent to the wrong department: on to the named one, or back to the officer. */
export function returned(form: ProblemForm, unitId: string | undefined, now: Date): ProblemForm {
  demandFormAction(form, 'return');
  const back: ProblemForm = { ...form, returns: form.returns + 1 };
  if (unitId) return { ...back, ...arrived(form, { unitId, assigneeId: null }, now) };
  return {
    ...back,
    state: 'drafted',
    unitId: null,
    assigneeId: null,
    handlerId: null,
    handlerName: null,
    acceptance: null,
  };
}

/** DLN-3: waits for the customer; the result clock pauses, nothing closes by itself. */
export function awaiting(form: ProblemForm, reason: string): ProblemForm {
  demandFormAction(form, 'await-customer');
  return { ...form, state: 'awaiting-customer', resumeTo: form.state, waitingFor: reason };
}

export function resumed(form: ProblemForm): ProblemForm {
  demandFormAction(form, 'resume');
  return { ...form, state: form.resumeTo ?? 'accepted', resumeTo: null, waitingFor: null };
}

export function withdrawn(form: ProblemForm): ProblemForm {
  demandFormAction(form, 'withdraw');
  return { ...form, state: 'withdrawn', resumeTo: null, waitingFor: null, dueAt: null };
}

/** A satisfied revisit is noted and changes nothing else. */
export const revisited = (form: ProblemForm, at: Date): ProblemForm => ({ ...form, revisitedAt: at });
