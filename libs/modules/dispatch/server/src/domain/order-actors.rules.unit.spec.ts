import { DISPATCH_PERMISSIONS as MAY } from '@bihuan/dispatch-contract';
import type { Scope } from '@bihuan/plugin-kit';
import { acceptedOrder, dispatchedOrder, person, solvedOrder } from '../test/work-order.builder';
import { mayAct } from './order-actors.rules';

const worker = (id: string, scope: Scope, units: readonly string[]) =>
  person(id, {
    unitId: units[0] ?? 'x',
    unitsBelow: units,
    permissions: new Map([[MAY.handle, scope]]),
  });

describe('whose move it is', () => {
  const order = acceptedOrder();

  it('IDN-2 only the engineer works on his order: a colleague of the unit does not, its head does', () => {
    expect(mayAct(order, worker('engineer', 'unit', ['elsewhere']), 'arrive')).toBe(true);
    expect(mayAct(order, worker('engineer2', 'unit', ['station']), 'arrive')).toBe(false);
    expect(mayAct(order, worker('head', 'unit-and-below', ['branch', 'station']), 'arrive')).toBe(true);
    expect(mayAct(order, worker('head', 'unit-and-below', ['other-branch']), 'arrive')).toBe(false);
    expect(mayAct(order, worker('anybody', 'all', ['elsewhere']), 'arrive')).toBe(true);
  });

  it('IDN-2 before somebody is named everybody of the unit may take it, and nobody else', () => {
    const free = { ...dispatchedOrder(), engineerId: null };
    expect(mayAct(free, worker('engineer2', 'unit', ['station']), 'accept')).toBe(true);
    expect(mayAct(free, worker('engineer2', 'own', ['other']), 'accept')).toBe(false);
    expect(mayAct({ ...free, unitId: null }, worker('engineer2', 'unit', ['station']), 'accept')).toBe(false);
  });

  it('DSP-7 nobody grades his own repair', () => {
    const manager = person('engineer', { permissions: new Map([[MAY.grade, 'all']]) });
    expect(mayAct(solvedOrder(), manager, 'grade')).toBe(false);
    expect(mayAct(solvedOrder(), { ...manager, employeeId: 'tech-manager' }, 'grade')).toBe(true);
  });

  it('IDN-2 the desk stops and resumes what it does not work on itself', () => {
    const desk = person('dispatcher', { permissions: new Map([[MAY.assign, 'all']]) });
    expect(mayAct(order, desk, 'suspend')).toBe(true);
    expect(mayAct(order, desk, 'arrive')).toBe(false);
    expect(mayAct(order, desk, 'dispatch')).toBe(true);
  });
});
