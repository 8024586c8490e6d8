import type { Scope, UserActor } from '@bihuan/plugin-kit';
import { DONE_PERMISSION, mayClose, maySee } from './task';

const actor = (scope?: Scope): UserActor => ({
  kind: 'user',
  userId: 'u',
  employeeId: 'me',
  name: '我',
  unitId: 'unit',
  unitsBelow: ['unit', 'below'],
  permissions: new Map(scope ? [[DONE_PERMISSION, scope]] : []),
});
const task = (unitId: string, assigneeId: string | null = 'somebody') => ({ unitId, assigneeId });

describe('tasks', () => {
  it('IDN-2 lets the assignee do his task whatever his permissions', () => {
    expect(mayClose(actor(), task('elsewhere', 'me'))).toBe(true);
  });

  it.each([
    [undefined, 'unit', false],
    ['own', 'unit', false],
    ['unit', 'unit', true],
    ['unit', 'below', false],
    ['unit-and-below', 'below', true],
    ['unit-and-below', 'elsewhere', false],
    ['all', 'elsewhere', true],
  ] as const)('IDN-2 with scope %s a task of %s may be done by a colleague: %s', (scope, unit, may) => {
    expect(mayClose(actor(scope), task(unit))).toBe(may);
  });

  it('IDN-2 hides tasks of other units from whoever may not do them', () => {
    expect(maySee(actor(), task('elsewhere'))).toBe(false);
    expect(maySee(actor(), task('unit'))).toBe(true);
  });
});
