/** How far a permission reaches: the one reading of a scope (IDN-2). */
import type { Scope, UserActor } from './actor';
import { reachesUnit, reachOf } from './reach';
import { Registry } from './registry';

const actor = (scope: Scope | undefined): UserActor => ({
  kind: 'user',
  userId: 'u',
  employeeId: 'e',
  name: '王建国',
  unitId: 'a',
  furtherUnitIds: ['b'],
  unitsBelow: ['a', 'b', 'a1'],
  permissions: new Map(scope ? [['x.y.z', scope]] : []),
});

describe('reach', () => {
  it.each([
    [undefined, undefined, []],
    ['own', [], []],
    ['unit', ['a', 'b'], ['a', 'b']],
    ['unit-and-below', ['a', 'b', 'a1'], ['a', 'b', 'a1']],
    ['all', 'all', ['a', 'b', 'a1', 'elsewhere']],
  ] as const)('IDN-2 scope %s reaches %j', (scope, reach, units) => {
    const person = actor(scope);
    expect(reachOf(person, 'x.y.z')).toEqual(reach);
    expect(['a', 'b', 'a1', 'elsewhere'].filter((unit) => reachesUnit(person, 'x.y.z', unit))).toEqual(units);
    expect(reachOf(person, 'x.y.other')).toBeUndefined();
  });
});

describe('registries', () => {
  it('PLG-1 the second of a name stops the start and says what came twice', () => {
    const registry = new Registry<number>('form sources');
    registry.add('a', 1);
    expect(() => registry.add('a', 2)).toThrow('Two form sources are named "a": rename one of them.');
    expect([registry.get('a'), registry.entries(), registry.values()]).toEqual([1, [['a', 1]], [1]]);
  });
});
