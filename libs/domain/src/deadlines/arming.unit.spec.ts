/** Arming: due, warning and steps; what a policy may not be (DLN-1). */
import { OFFICE, OFFICE_2026, beijing } from '../calendar/test/office';
import { compileCalendar } from '../calendar/working-calendar';
import { arm } from './deadline';
import { checkPolicy, type PolicyStep } from './policy';
import { codeOf, chase, policy, twoDays, twoHours } from './test/policies';
import { nextRepeat } from './timing';

const office = compileCalendar(OFFICE);
const office2026 = compileCalendar(OFFICE_2026);

describe('DLN-1 arming', () => {
  it('SYS-06 HOT-8a two working hours from Friday 17:30', () => {
    expect(arm(twoHours, beijing('2026-09-18 17:30'), office).dueAt).toEqual(beijing('2026-09-21 10:30'));
    expect(arm(twoHours, beijing('2026-09-18 17:30'), office2026).dueAt).toEqual(beijing('2026-09-20 10:30'));
  });

  it('DLN-1 warns at the share of the limit, on the calendar for working limits', () => {
    const deadline = arm({ ...twoHours, warnShare: 0.5 }, beijing('2026-09-18 17:30'), office);
    expect(deadline.warnAt).toEqual(beijing('2026-09-21 09:30'));
    expect(arm(twoHours, beijing('2026-09-18 09:00'), office).warnAt).toEqual(beijing('2026-09-18 10:48'));
  });

  it('DLN-1 warns in elapsed time for elapsed limits', () => {
    const deadline = arm(policy({ unit: 'hour', value: 20 }), beijing('2026-09-18 17:30'), office);
    expect([deadline.dueAt, deadline.warnAt]).toEqual([beijing('2026-09-19 13:30'), beijing('2026-09-19 11:30')]);
  });

  it('DLN-1 a limit of working days is warned by its open time', () => {
    const deadline = arm(twoDays, beijing('2026-09-16 09:00'), office);
    expect([deadline.dueAt, deadline.warnAt]).toEqual([beijing('2026-09-18 18:00'), beijing('2026-09-18 15:36')]);
  });

  it('DLN-1 steps come at shares, at the due time, past it and again each working day', () => {
    const steps: PolicyStep[] = [
      { key: 'half', at: { share: 0.5 }, action: 'notify', to: ['owner'] },
      { key: 'due', at: { share: 1 }, action: 'notify', to: ['unit-head'] },
      { key: 'due-too', at: { pastDue: { unit: 'working-hour', value: 0 } }, action: 'notify' },
      { key: 'hour', at: { pastDue: { unit: 'working-hour', value: 1 } }, action: 'supervise' },
      { key: 'elapsed', at: { pastDue: { unit: 'hour', value: 1 } }, action: 'raise' },
      { key: 'double', at: { share: 1.5 }, action: 'redispatch' },
      chase,
    ];
    const armed = arm({ ...twoHours, steps }, beijing('2026-09-18 16:00'), office).steps;
    expect(armed.map(({ key, at, repeats }) => [key, office.toIso(at).slice(0, 16), repeats])).toEqual([
      ['half', '2026-09-18T17:00', false],
      ['due', '2026-09-18T18:00', false],
      ['due-too', '2026-09-18T18:00', false],
      ['hour', '2026-09-21T10:00', false],
      ['elapsed', '2026-09-18T19:00', false],
      ['double', '2026-09-21T10:00', false],
      ['chase', '2026-09-18T18:00', true],
    ]);
  });

  it('DLN-1 instants are rounded up to the whole second', () => {
    const deadline = arm(policy({ unit: 'minute', value: 20 }), beijing('2026-09-18 17:30:00.001'), office);
    expect(deadline.dueAt).toEqual(beijing('2026-09-18 17:50:01'));
    expect(deadline.warnAt).toEqual(beijing('2026-09-18 17:48:01'));
  });

  it('HOT-8c the first chase at the breach, the next at the opening of each working day', () => {
    const deadline = arm(twoDays, beijing('2026-09-17 10:00'), office2026);
    let at = deadline.steps[0]?.at ?? null;
    const times: (string | null)[] = [];
    for (let i = 0; i < 4; i++) {
      times.push(at && office2026.toIso(at).slice(0, 16));
      at = at && nextRepeat(chase, at, office2026);
    }
    expect(times).toEqual(['2026-09-20T18:00', '2026-09-21T09:00', '2026-09-22T09:00', '2026-09-23T09:00']);
    expect(nextRepeat({ key: 'x', at: { share: 1 }, action: 'notify' }, deadline.dueAt, office2026)).toBeNull();
  });

  it('DLN-1 a policy with a fault is refused with its path', () => {
    expect(codeOf(() => checkPolicy(twoDays))).toBe('done');
    expect(codeOf(() => checkPolicy({ ...twoDays, warnShare: 1.2 }))).toBe('bad-warn-share /warnShare');
    expect(codeOf(() => checkPolicy({ ...twoDays, steps: [chase, chase] }))).toBe('step-key-twice /steps/1/key');
    const bad = { key: 'x', at: { share: 0 }, action: 'notify' };
    expect(codeOf(() => checkPolicy({ ...twoDays, steps: [bad] }))).toBe('bad-share /steps/0/at/share');
  });
});
