/** What may happen to a contact: (contact, command, now) → the contact afterwards, or a broken rule (HOT-2, HOT-5, HOT-16). */
import type { AnswerContact, Conclusion, ContactState } from '@bihuan/hotline-contract';
import { commonErrors } from '../hotline.errors';
import { settlesAtOnce } from './contact.rules';
import type { Contact } from './contact.state';

export type ContactAction =
  'answer' | 'await-customer' | 'conclude' | 'reopen' | 'hand-over' | 'nuisance' | 'call-back' | 'problem-form';

const ACTIONS: Readonly<Record<ContactState, readonly ContactAction[]>> = {
  open: ['answer', 'problem-form', 'await-customer', 'call-back', 'conclude', 'hand-over', 'nuisance'],
  'awaiting-customer': ['answer', 'problem-form', 'conclude', 'reopen', 'hand-over'],
  concluded: ['reopen'],
  nuisance: ['reopen'],
};

/** With a problem form the contact goes with the form: it is concluded with it and only changes its owner. */
const WITH_FORM: readonly ContactAction[] = ['hand-over', 'problem-form'];

/** @param openForms problem forms of the contact that are neither concluded nor withdrawn */
export function contactActions(contact: Contact, openForms: number): readonly ContactAction[] {
  if (openForms === 0) return ACTIONS[contact.state];
  return ACTIONS[contact.state].filter((action) => WITH_FORM.includes(action));
}

/** 409 with the actions that are allowed. */
export function demandContactAction(contact: Contact, openForms: number, action: ContactAction): void {
  const allowedActions = contactActions(contact, openForms);
  if (!allowedActions.includes(action)) {
    throw commonErrors['wrong-state']({ state: contact.state, allowedActions });
  }
}

/** HOT-5, HOT-5a: the answer given at once; it concludes the contact when it settled the matter. */
export function answered(contact: Contact, answer: AnswerContact, now: Date): Contact {
  const given: Contact = {
    ...contact,
    state: 'open',
    answer: answer.text,
    solutionId: answer.solutionId ?? null,
    understood: answer.understood,
    satisfied: answer.satisfied,
  };
  return settlesAtOnce(answer) ? concluded(given, 'first-contact', now) : given;
}

/** HOT-5b: the customer tests and calls back; nothing is paused. */
export const awaiting = (contact: Contact, advice: string | undefined): Contact => ({
  ...contact,
  state: 'awaiting-customer',
  answer: advice ?? contact.answer,
});

export const concluded = (contact: Contact, conclusion: Conclusion, now: Date): Contact => ({
  ...contact,
  state: 'concluded',
  conclusion,
  concludedAt: now,
  firstConclusion: contact.firstConclusion ?? conclusion,
  firstConcludedAt: contact.firstConcludedAt ?? now,
  endedAt: contact.endedAt ?? now,
});

/** HOT-5b: a later call reopens it; the first conclusion stays on record for the indicator (RD-44). */
export const reopened = (contact: Contact, now: Date): Contact => ({
  ...contact,
  state: 'open',
  firstReopenedAt: contact.firstReopenedAt ?? (contact.state === 'concluded' ? now : null),
});

/** HOT-2: the flow goes to a named person, never to nobody. */
export const handedOver = (contact: Contact, assigneeId: string): Contact => ({ ...contact, ownerId: assigneeId });

/** HOT-16: closed, and left out of the indicators. */
export const nuisance = (contact: Contact, now: Date): Contact => ({
  ...contact,
  state: 'nuisance',
  category: 'nuisance',
  endedAt: contact.endedAt ?? now,
});
