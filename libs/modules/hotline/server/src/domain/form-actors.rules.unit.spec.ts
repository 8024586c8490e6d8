/** Whose move it is: the permission an action needs, and the unit that handles the form (IDN-2, HOT-9). */
import { HOTLINE_PERMISSIONS as MAY } from '@bihuan/hotline-contract';
import type { Scope } from '@bihuan/plugin-kit';
import { aForm, acceptedForm, handledForm, person, plannedForm, referredForm } from '../test/problem-form.builder';
import { actionsFor, demandActor } from './form-actors.rules';

const holding = (employeeId: string, unit: string, permissions: readonly string[], scope: Scope = 'unit') =>
  person(employeeId, { unitId: unit, unitsBelow: [unit], permissions: new Map(permissions.map((id) => [id, scope])) });

const handles = [MAY.acceptForm, MAY.handleForm];
const engineer = holding('engineer', 'technical-support', handles);
const colleague = holding('colleague', 'technical-support', handles);
const stranger = holding('stranger', 'user-service', handles);
const officer = holding('agent', 'hotline', [MAY.referForm, MAY.answerForm, MAY.withdrawForm]);
const auditor = holding('manager', 'technical-support', [...handles, MAY.auditForm]);

describe('who may act', () => {
  it('HOT-9a the handling unit’s people accept, others do not, whatever right they hold', () => {
    for (const one of [engineer, colleague]) expect(() => demandActor(referredForm(), one, 'accept')).not.toThrow();
    expect(() => demandActor(referredForm(), stranger, 'accept')).toThrow(
      expect.objectContaining({ code: 'not-the-handler' }),
    );
    expect(() => demandActor(referredForm(), officer, 'accept')).toThrow(
      expect.objectContaining({ code: 'forbidden' }),
    );
  });

  it('HOT-9a named by the officer he may accept although he sits in another unit; with the right for all units too', () => {
    expect(() => demandActor({ ...referredForm(), assigneeId: 'stranger' }, stranger, 'accept')).not.toThrow();
    expect(() => demandActor(acceptedForm(), holding('head', 'general-office', handles, 'all'), 'plan')).not.toThrow();
    // The one who handles it keeps it when he moves to another unit.
    expect(() => demandActor(acceptedForm(), holding('engineer', 'user-service', handles), 'plan')).not.toThrow();
  });

  it('HOT-7 a form that is with no unit yet is nobody’s to handle', () => {
    expect(() => demandActor(aForm(), engineer, 'accept')).toThrow(
      expect.objectContaining({ code: 'not-the-handler' }),
    );
  });

  it('DLN-3 either side may say that it waits for the customer', () => {
    for (const one of [engineer, officer])
      expect(() => demandActor(acceptedForm(), one, 'await-customer')).not.toThrow();
    expect(() => demandActor(acceptedForm(), person('nobody'), 'resume')).toThrow(
      expect.objectContaining({ kind: 'forbidden' }),
    );
  });
});

describe('what is offered', () => {
  it('IDN-2 each sees the actions of his side only', () => {
    expect(actionsFor(aForm(), officer)).toEqual(['refer', 'withdraw']);
    expect(actionsFor(aForm(), engineer)).toEqual([]);
    expect(actionsFor(plannedForm(), engineer)).toEqual(['handle', 'plan', 'order-repair', 'return', 'await-customer']);
    expect(actionsFor(plannedForm(), stranger)).toEqual(['await-customer']);
    expect(actionsFor(handledForm(), officer)).toEqual(['answer', 'withdraw']);
  });

  it('HOT-9b the audit is offered to the manager, never to who handled or signed', () => {
    expect(actionsFor(handledForm(), auditor)).toEqual(['audit']);
    expect(actionsFor({ ...handledForm(), handlerId: 'manager' }, auditor)).toEqual([]);
    const both = holding('engineer', 'technical-support', [MAY.auditForm]);
    expect(actionsFor(handledForm(), both)).toEqual([]);
  });
});
