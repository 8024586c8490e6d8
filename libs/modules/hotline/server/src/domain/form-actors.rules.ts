/** Who may do what with a form: the permission an action needs, and whose move it is (IDN-2, HOT-9). */
import { commonErrors, hotlineErrors } from '../hotline.errors';
import { HOTLINE_PERMISSIONS } from '@bihuan/hotline-contract';
import type { UserActor } from '@bihuan/plugin-kit';
import type { FormAction } from './problem-form.rules';
import { formActions } from './problem-form.rules';
import type { ProblemForm } from './problem-form.state';
import { presentRound } from './problem-form.state';

/** Act → permissions, one of which is enough. */
export const PERMISSION: Readonly<Record<FormAction, readonly string[]>> = {
  refer: [HOTLINE_PERMISSIONS.referForm],
  accept: [HOTLINE_PERMISSIONS.acceptForm],
  plan: [HOTLINE_PERMISSIONS.handleForm],
  handle: [HOTLINE_PERMISSIONS.handleForm],
  audit: [HOTLINE_PERMISSIONS.auditForm],
  answer: [HOTLINE_PERMISSIONS.answerForm],
  conclude: [HOTLINE_PERMISSIONS.answerForm],
  dissatisfied: [HOTLINE_PERMISSIONS.answerForm],
  return: [HOTLINE_PERMISSIONS.handleForm],
  'await-customer': [HOTLINE_PERMISSIONS.handleForm, HOTLINE_PERMISSIONS.answerForm],
  resume: [HOTLINE_PERMISSIONS.handleForm, HOTLINE_PERMISSIONS.answerForm],
  'order-repair': [HOTLINE_PERMISSIONS.handleForm],
  withdraw: [HOTLINE_PERMISSIONS.withdrawForm],
};

/** Actions of the unit that handles the form. */
const OF_HANDLER: readonly FormAction[] = ['accept', 'plan', 'handle', 'return', 'order-repair'];

const isHandling = (form: ProblemForm, actor: UserActor, permission: string): boolean =>
  actor.employeeId === form.handlerId ||
  actor.employeeId === form.assigneeId ||
  (form.unitId !== null && actor.unitsBelow.includes(form.unitId)) ||
  actor.permissions.get(permission) === 'all';

function mayDo(form: ProblemForm, actor: UserActor, action: FormAction): 'yes' | 'no-right' | 'not-handler' {
  const held = PERMISSION[action].filter((permission) => actor.permissions.has(permission));
  const [first] = held;
  if (!first) return 'no-right';
  if (OF_HANDLER.includes(action) && !held.some((permission) => isHandling(form, actor, permission)))
    return 'not-handler';
  return 'yes';
}

/** What this person may do with the form now, in the order in which it is usually done. */
export function actionsFor(form: ProblemForm, actor: UserActor): readonly FormAction[] {
  return formActions(form).filter((action) => {
    const signedResult = presentRound(form).result?.by.id === actor.employeeId || form.handlerId === actor.employeeId;
    return mayDo(form, actor, action) === 'yes' && !(action === 'audit' && signedResult);
  });
}

/** 403 where the person may never do this; the state is judged by the decision itself. */
export function demandActor(form: ProblemForm, actor: UserActor, action: FormAction): void {
  const answer = mayDo(form, actor, action);
  if (answer === 'no-right') throw commonErrors.forbidden();
  if (answer === 'not-handler') throw hotlineErrors['not-the-handler']();
}
