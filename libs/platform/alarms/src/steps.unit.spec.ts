/** Which steps are still to come (DLN-1, CAL-4, HOT-8c). */
import { arm, compileCalendar } from '@bihuan/domain';
import type { AlarmPolicy } from './ports';
import { BREACH, plannedSteps, WARN } from './steps';

const calendar = compileCalendar({ weekly: { mon: [['09:00', '18:00']], tue: [['09:00', '18:00']] } });
const at = (text: string) => new Date(`${text}+08:00`);

const policy: AlarmPolicy = {
  code: 'p',
  version: 1,
  limit: { unit: 'working-hour', value: 2 },
  steps: [
    { key: 'told', at: { share: 1 }, action: 'notify', to: ['owner'] },
    { key: 'again', at: { repeat: 'opening-of-each-working-day' }, action: 'chase' },
  ],
};
const running = arm(policy, at('2026-09-14T09:00:00'), calendar);
const plan = (kept: { key: string; n: number }[], now: string) =>
  plannedSteps(running, policy, calendar, kept, at(now)).map(({ key, n, rank, at: due }) => [key, n, rank, due]);

describe('planned steps', () => {
  it('DLN-1 a fresh clock has its warning, its breach and the steps of its policy, in this order', () => {
    expect(plan([], '2026-09-14T09:00:00')).toEqual([
      [WARN, 0, 0, at('2026-09-14T10:48:00')],
      [BREACH, 0, 1, at('2026-09-14T11:00:00')],
      ['told', 0, 2, at('2026-09-14T11:00:00')],
      ['again', 0, 3, at('2026-09-14T11:00:00')],
    ]);
  });

  it('CAL-4 what is kept never comes again', () => {
    expect(plan([{ key: WARN, n: 0 }], '2026-09-14T10:50:00').map(([key]) => key)).toEqual([BREACH, 'told', 'again']);
  });

  it('HOT-8c a repeated step goes on with the opening of the next working day', () => {
    const kept = [
      { key: WARN, n: 0 },
      { key: BREACH, n: 0 },
      { key: 'told', n: 0 },
      { key: 'again', n: 0 },
      { key: 'again', n: 1 },
    ];
    expect(plan(kept, '2026-09-15T12:00:00')).toEqual([['again', 2, 3, at('2026-09-21T09:00:00')]]);
  });
});
