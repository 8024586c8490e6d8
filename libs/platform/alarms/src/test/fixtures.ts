/** People, a calendar and policies for the tests of the clocks. */
import { randomUUID } from 'node:crypto';
import type { CalendarDefinition } from '@bihuan/domain';
import type { Subject } from '@bihuan/plugin-kit';
import type { AlarmPolicy } from '../ports';

export const UNIT = '11111111-1111-4111-8111-111111111111';
export const OTHER_UNIT = '22222222-2222-4222-8222-222222222222';
export const OFFICER = '33333333-3333-4333-8333-333333333333';
export const SUPERVISOR = '44444444-4444-4444-8444-444444444444';

/** Mon–Fri 09–12, 13–18; Sunday 20 September 2026 is a make-up workday, Friday the 25th a holiday. */
export const HANDLERS: CalendarDefinition = {
  weekly: Object.fromEntries(
    ['mon', 'tue', 'wed', 'thu', 'fri'].map((day) => [
      day,
      [
        ['09:00', '12:00'],
        ['13:00', '18:00'],
      ],
    ]),
  ),
  specialDays: {
    '2026-09-20': [
      ['09:00', '12:00'],
      ['13:00', '18:00'],
    ],
  },
  holidays: ['2026-09-25'],
};

export const ALWAYS: CalendarDefinition = {
  weekly: Object.fromEntries(
    ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map((day) => [day, [['00:00', '24:00']]]),
  ),
};

export const POLICIES: readonly AlarmPolicy[] = [
  {
    code: 'referral',
    version: 1,
    limit: { unit: 'working-hour', value: 2 },
    steps: [{ key: 'told', at: { share: 1 }, action: 'notify', to: ['officer', 'supervisor'], channels: ['inbox'] }],
  },
  {
    code: 'result',
    version: 1,
    limit: { unit: 'working-day', value: 2 },
    steps: [{ key: 'chase', at: { repeat: 'opening-of-each-working-day' }, action: 'test.chase' }],
  },
  {
    code: 'response',
    version: 3,
    limit: { unit: 'minute', value: 20 },
    warnShare: 0.5,
    steps: [
      { key: 'half', at: { share: 0.5 }, action: 'notify', to: ['owner', 'supervisor'] },
      { key: 'late', at: { pastDue: { unit: 'minute', value: 10 } }, action: 'notify', to: ['supervisor'] },
    ],
  },
  {
    code: 'plain',
    version: 1,
    limit: { unit: 'minute', value: 1 },
    steps: [{ key: 'do', at: { share: 1 }, action: 'test.chase' }],
  },
];

export const subject = (): Subject => ({ module: 'test', kind: 'form', id: randomUUID() });

/** An instant of Shanghai: `shanghai('2026-09-18 17:30')`. */
export const shanghai = (text: string): Date => new Date(`${text.replace(' ', 'T')}:00+08:00`);
