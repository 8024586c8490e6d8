/** Named rules of a problem form: what may be done in which state, and who may not. */
import { commonErrors, hotlineErrors, invalidField } from '../hotline.errors';
import type { FormState } from '@bihuan/hotline-contract';
import type { ProblemForm } from './problem-form.state';
import { presentRound } from './problem-form.state';

export type FormAction =
  | 'refer'
  | 'accept'
  | 'plan'
  | 'handle'
  | 'audit'
  | 'answer'
  | 'conclude'
  | 'dissatisfied'
  | 'return'
  | 'await-customer'
  | 'resume'
  | 'order-repair'
  | 'withdraw';

const ACTIONS: Readonly<Record<FormState, readonly FormAction[]>> = {
  drafted: ['refer', 'withdraw'],
  referred: ['accept', 'return', 'await-customer', 'withdraw'],
  accepted: ['plan', 'order-repair', 'return', 'await-customer', 'withdraw'],
  planned: ['handle', 'plan', 'order-repair', 'return', 'await-customer', 'withdraw'],
  handled: ['answer', 'audit', 'withdraw'],
  answered: ['conclude', 'dissatisfied', 'answer', 'audit', 'withdraw'],
  concluded: ['dissatisfied', 'audit'],
  'awaiting-customer': ['resume', 'withdraw'],
  withdrawn: [],
};

/** What the state allows; who may do it is decided by permission. */
export function formActions(form: ProblemForm): readonly FormAction[] {
  const actions = ACTIONS[form.state];
  return presentRound(form).audit ? actions.filter((action) => action !== 'audit') : actions;
}

export function demandFormAction(form: ProblemForm, action: FormAction): void {
  const allowedActions = formActions(form);
  if (!allowedActions.includes(action)) throw commonErrors['wrong-state']({ state: form.state, allowedActions });
}

/** HOT-6: the customer was told to which department it goes and agreed, or the officer says why it goes anyway. */
export function demandAgreement(consent: { customerAgreed?: boolean; overrideReason?: string }): void {
  if (consent.customerAgreed === true || consent.overrideReason) return;
  throw invalidField(
    '/customerAgreed',
    'agreement-required',
    '转出前须告知用户转至哪个部门并征得同意；未同意的，请填写越权原因（overrideReason）。 / ' +
      'The customer must have agreed to the referral; otherwise give overrideReason.',
  );
}

/** HOT-7: another unit than the routing table's needs a reason. */
export function demandRoutingReason(unitId: string, routed: string | null, reason: string | undefined): void {
  if (unitId === routed || reason) return;
  throw invalidField(
    '/reason',
    'reason-required',
    '转往与路由表不同的部门，须填写原因。 / A unit other than the routing table’s needs a reason.',
  );
}

/** HOT-9b: the audit is signed by somebody else than the handler. */
export function demandOtherThanHandler(form: ProblemForm, employeeId: string): void {
  const signers = [form.handlerId, presentRound(form).result?.by.id];
  if (signers.includes(employeeId)) throw hotlineErrors['handler-cannot-audit']();
}

/** HOT-7c: a form about service quality is a complaint. */
export const isComplaint = (form: Pick<ProblemForm, 'category'>): boolean => form.category === 'service';
