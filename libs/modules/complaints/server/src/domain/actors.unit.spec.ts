/** Whose act is whose: units by permission, no handler speaks to the customer, nobody decides on himself (CMP-8, CMP-11). */
import { COMPLAINTS_PERMISSIONS as MAY } from '@bihuan/complaints-contract';
import type { Scope, UserActor } from '@bihuan/plugin-kit';
import { aComplaint, CENTRE, HANDLER, INTAKE, OFFICER, OTHER_UNIT, UNIT } from '../test/complaint.builder';
import { isActOf, mayDecideSanction, reaches } from './actors.rules';
import type { Sanction } from './sanction.state';

const actor = (unitId: string, permissions: Record<string, Scope>, more: Partial<UserActor> = {}): UserActor => ({
  kind: 'user',
  userId: HANDLER.id,
  employeeId: HANDLER.id,
  name: HANDLER.name,
  unitId,
  unitsBelow: [unitId],
  permissions: new Map(Object.entries(permissions)),
  ...more,
});

describe('whose act it is', () => {
  const dispatched = aComplaint({ state: 'dispatched', unitId: UNIT, handlerId: HANDLER.id });

  it('CMP-7 the unit that has it handles it, another does not', () => {
    expect(isActOf(dispatched, actor(UNIT, { [MAY.handle]: 'unit' }), 'investigate')).toBe(true);
    expect(isActOf(dispatched, actor(OTHER_UNIT, { [MAY.handle]: 'unit' }), 'investigate')).toBe(false);
    expect(
      isActOf(dispatched, actor(OTHER_UNIT, { [MAY.handle]: 'unit' }, { furtherUnitIds: [UNIT] }), 'feed-back'),
    ).toBe(true);
    expect(
      isActOf(
        dispatched,
        actor(OTHER_UNIT, { [MAY.handle]: 'unit-and-below' }, { unitsBelow: [OTHER_UNIT, UNIT] }),
        'feed-back',
      ),
    ).toBe(true);
    expect(isActOf(dispatched, actor(OTHER_UNIT, { [MAY.handle]: 'all' }), 'forward')).toBe(true);
  });

  it('CMP-7b a co-operating unit helps with proposals and work, and does not send the order on', () => {
    const helped = { ...dispatched, coOperators: [OTHER_UNIT] };
    const helper = actor(OTHER_UNIT, { [MAY.handle]: 'unit' });
    expect(isActOf(helped, helper, 'propose')).toBe(true);
    expect(isActOf(helped, helper, 'forward')).toBe(false);
  });

  it('CMP-8 whoever handles it does not speak to the customer, even with the right to answer', () => {
    const both = { [MAY.handle]: 'all', [MAY.answer]: 'all' } as const;
    for (const act of ['answer', 'progress-reply', 're-promise', 'take-feedback'] as const) {
      expect(isActOf(dispatched, actor(UNIT, both), act)).toBe(false);
      expect(isActOf({ ...dispatched, handlerId: OFFICER.id }, actor(UNIT, both), act)).toBe(true);
    }
    expect(isActOf(dispatched, actor(CENTRE, both), 'answer')).toBe(true);
  });

  it('CMP-8c the answering unit answers, the intake and the centre may', () => {
    const answer = { [MAY.answer]: 'unit' } as const;
    const roaming = { ...aComplaint(), answerUnitId: OTHER_UNIT };
    expect([OTHER_UNIT, INTAKE, CENTRE, UNIT].map((unit) => isActOf(roaming, actor(unit, answer), 'answer'))).toEqual([
      true,
      true,
      true,
      false,
    ]);
  });

  it('CMP-5 judging, dispatching and joining are the centre’s', () => {
    for (const act of ['check', 'judge', 'dispatch', 'join'] as const) {
      expect(isActOf(dispatched, actor(CENTRE, { [MAY.check]: 'unit' }), act)).toBe(true);
      expect(isActOf(dispatched, actor(UNIT, { [MAY.check]: 'unit' }), act)).toBe(false);
    }
  });

  it('CMP-11 the head decides, nobody on himself; he alone objects', () => {
    const sanction = { employeeId: HANDLER.id, unitId: UNIT } as Sanction;
    const head = actor(UNIT, { [MAY.decideSanction]: 'unit' }, { employeeId: OFFICER.id });
    const himself = actor(UNIT, { [MAY.decideSanction]: 'all' });
    expect([mayDecideSanction(sanction, head, 'decide'), mayDecideSanction(sanction, himself, 'decide')]).toEqual([
      true,
      false,
    ]);
    expect([mayDecideSanction(sanction, head, 'object'), mayDecideSanction(sanction, himself, 'object')]).toEqual([
      false,
      true,
    ]);
  });

  it('IDN-2 a right that reaches only one’s own reaches no unit', () => {
    expect(reaches(actor(UNIT, { [MAY.read]: 'own' }), MAY.read, [UNIT])).toBe(false);
    expect(reaches(actor(UNIT, {}), MAY.read, [UNIT])).toBe(false);
  });
});
