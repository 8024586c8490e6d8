/** Calendars as rows: the pack's week, the package's holidays, a company's exceptions (CAL-1 … CAL-4). */
import { dueAt } from '@bihuan/domain';
import { systemActor } from '@bihuan/plugin-kit';
import { Calendars } from './calendars';
import { CALENDARS_CHANNEL } from './channel';
import { setUpCalendars } from './use-cases/set-up';
import { publishedDays } from './statutory-source';
import { calendarRooms, type CalendarRooms } from './test/calendar-rooms';

const actor = systemActor('test');
const referral = { unit: 'working-hour', value: 2 } as const;
const result = { unit: 'working-day', value: 2 } as const;
const at = (text: string) => new Date(`${text}:00+08:00`);

const notice2027 = {
  year: 2027,
  confirmed: true,
  source: '国务院办公厅关于2027年部分节假日安排的通知',
  days: [
    { date: '2027-01-01', kind: 'holiday' as const, name: '元旦' },
    { date: '2027-01-04', kind: 'holiday' as const, name: '元旦' },
    { date: '2027-01-09', kind: 'workday' as const, name: '元旦' },
  ],
};

let rooms: CalendarRooms;
beforeAll(async () => {
  rooms = await calendarRooms(at('2026-09-17T08:00'));
});
afterAll(() => rooms.close());

describe('calendars of atm-5s4e', () => {
  it('SYS-06 HOT-8a a form of Friday 17:30 is due for referral on Monday 10:30', async () => {
    const handlers = await rooms.calendars.byCode('handlers');
    expect(dueAt(at('2026-09-11T17:30'), referral, handlers)).toEqual(at('2026-09-14T10:30'));
  });

  it('SYS-06 HOT-8a … or at 10:30 of the Sunday that is a make-up workday', async () => {
    const handlers = await rooms.calendars.byCode('handlers');
    expect(handlers.day('2026-09-20')).toMatchObject({ rule: 'special-day', confirmed: true });
    expect(dueAt(at('2026-09-18T17:30'), referral, handlers)).toEqual(at('2026-09-20T10:30'));
  });

  it('SYS-06 HOT-8b two working days over weekend and make-up workday end at the close of Monday', async () => {
    const handlers = await rooms.calendars.byCode('handlers');
    expect(dueAt(at('2026-09-18T10:00'), result, handlers)).toEqual(at('2026-09-21T18:00'));
  });

  it('CAL-1 the hotline is open on National Day, the handlers are not', async () => {
    const [hotline, handlers] = [await rooms.calendars.byCode('hotline-365'), await rooms.calendars.byCode('handlers')];
    expect(hotline.isWorkingDay('2026-10-01')).toBe(true);
    expect(hotline.isProvisional(at('2030-01-01T00:00'))).toBe(false);
    expect(handlers.isWorkingDay('2026-10-01')).toBe(false);
    expect((await rooms.calendars.byCode('around-the-clock')).isOpen(at('2026-10-01T03:00'))).toBe(true);
  });

  it('CAL-1 a code nobody has stored is named', async () => {
    await expect(rooms.calendars.byCode('none')).rejects.toThrow('There is no calendar "none".');
    expect(await rooms.calendars.find('none')).toBeUndefined();
  });

  it('CAL-1 an unconfirmed year closes 1 January, 1–2 May and 1–3 October and makes due times provisional', async () => {
    const handlers = await rooms.calendars.byCode('handlers');
    expect(await rooms.calendars.isConfirmed(2027)).toBe(false);
    expect(handlers.day('2027-10-01')).toMatchObject({ rule: 'unconfirmed-holiday', confirmed: false });
    expect(handlers.isWorkingDay('2027-01-04')).toBe(true);
    expect(handlers.isProvisional(at('2026-12-31T10:00'), at('2027-01-04T10:00'))).toBe(true);
    expect(handlers.isProvisional(at('2026-12-30T10:00'), at('2026-12-31T10:00'))).toBe(false);
  });

  it('CAL-1 a second start changes no row', async () => {
    const before = [await rooms.calendars.rows(), await rooms.calendars.statutoryDays(2026)];
    await setUpCalendars(rooms.work, rooms.pack);
    expect([await rooms.calendars.rows(), await rooms.calendars.statutoryDays(2026)]).toEqual(before);
    expect(await rooms.publishedYears.catchUp()).toEqual([]);
  });
});

describe('a calendar that changes', () => {
  const weekly = { mon: [['08:00', '12:00']] as [string, string][] };

  it('CAL-4 tells its listeners in the same transaction, where the new hours are already seen', async () => {
    const fresh = await calendarRooms(at('2026-09-17T08:00'));
    try {
      const heard: unknown[] = [];
      fresh.changed.add('test', async (tx, codes) => {
        const [code = ''] = codes;
        heard.push([codes, (await fresh.calendars.read(tx, code)).openingOf('2026-09-21')]);
      });
      expect((await fresh.calendars.byCode('handlers')).openingOf('2026-09-21')).toEqual(at('2026-09-21T09:00'));
      const row = await fresh.changeCalendar.run(actor, 'handlers', { weekly }, 1);
      expect(row.version).toBe(2);
      expect(heard).toEqual([[['handlers'], at('2026-09-21T08:00')]]);
      expect((await fresh.calendars.byCode('handlers')).openingOf('2026-09-21')).toEqual(at('2026-09-21T08:00'));
    } finally {
      await fresh.close();
    }
  });

  it('CAL-4 a listener that fails undoes the change', async () => {
    const fresh = await calendarRooms(at('2026-09-17T08:00'));
    try {
      fresh.changed.add('test', () => Promise.reject(new Error('no recompute')));
      await expect(fresh.changeCalendar.run(actor, 'handlers', { weekly })).rejects.toThrow('no recompute');
      expect((await fresh.calendars.row('handlers'))?.version).toBe(1);
      expect((await fresh.calendars.byCode('handlers')).openingOf('2026-09-21')).toEqual(at('2026-09-21T09:00'));
    } finally {
      await fresh.close();
    }
  });

  it('CAL-1 a version somebody else has changed, a bad time and a week that is never open are refused', async () => {
    await expect(rooms.changeCalendar.run(actor, 'handlers', { weekly }, 7)).rejects.toMatchObject({
      code: 'stale-version',
    });
    await expect(
      rooms.changeCalendar.run(actor, 'handlers', { weekly: { mon: [['08:00', '25:00']] } }),
    ).rejects.toMatchObject({ code: 'bad-time', path: '/weekly/mon/0/1' });
    await expect(rooms.changeCalendar.run(actor, 'handlers', { weekly: {} })).rejects.toMatchObject({
      code: 'never-open',
    });
    await expect(rooms.changeCalendar.run(actor, 'none', { weekly })).rejects.toMatchObject({ code: 'not-found' });
    expect((await rooms.calendars.row('handlers'))?.version).toBe(1);
  });

  it('CAL-1 company exceptions win over the notice', async () => {
    const fresh = await calendarRooms(at('2026-09-17T08:00'));
    try {
      const { weekly: own } = (await fresh.calendars.row('handlers')) as { weekly: object };
      await fresh.changeCalendar.run(actor, 'handlers', {
        weekly: own as never,
        specialDays: { '2026-09-20': [], '2026-10-01': [['10:00', '11:00']] },
      });
      const handlers = await fresh.calendars.byCode('handlers');
      expect(handlers.isWorkingDay('2026-09-20')).toBe(false);
      expect(handlers.isOpen(at('2026-10-01T10:30'))).toBe(true);
    } finally {
      await fresh.close();
    }
  });
});

describe('a holiday notice', () => {
  it('CAL-1 CAL-4 moves what leaned on the year: only calendars that keep holidays', async () => {
    const fresh = await calendarRooms(at('2026-12-31T08:00'));
    try {
      const heard: string[][] = [];
      fresh.changed.add('test', (_, codes) => Promise.resolve(void heard.push([...codes])));
      const before = await fresh.calendars.byCode('handlers');
      expect(dueAt(at('2026-12-31T17:00'), referral, before)).toEqual(at('2027-01-04T10:00'));
      const imported = await fresh.importNotice.run(actor, notice2027);
      expect(imported).toEqual({ year: 2027, days: 3, confirmed: true, calendars: ['handlers'] });
      expect(heard).toEqual([['handlers']]);
      const after = await fresh.calendars.byCode('handlers');
      expect(dueAt(at('2026-12-31T17:00'), referral, after)).toEqual(at('2027-01-05T10:00'));
      expect(after.isWorkingDay('2027-01-09')).toBe(true);
      expect(after.isProvisional(at('2027-01-09T10:00'))).toBe(false);
      expect(await fresh.calendars.isConfirmed(2027)).toBe(true);
    } finally {
      await fresh.close();
    }
  });

  it('CAL-1 replaces the year as a whole, and a draft leaves it unconfirmed', async () => {
    const fresh = await calendarRooms(at('2026-12-31T08:00'));
    try {
      await fresh.importNotice.run(actor, { ...notice2027, confirmed: false });
      expect(await fresh.calendars.isConfirmed(2027)).toBe(false);
      expect((await fresh.calendars.byCode('handlers')).isWorkingDay('2027-01-04')).toBe(true);
      await fresh.importNotice.run(actor, { ...notice2027, days: notice2027.days.slice(0, 1) });
      expect(await fresh.calendars.statutoryDays(2027)).toHaveLength(1);
      expect(await fresh.calendars.statutoryDays(2026)).toHaveLength(39);
    } finally {
      await fresh.close();
    }
  });

  it('CAL-1 a year the package newly knows is taken over once, confirmed rows of people stay', async () => {
    const fresh = await calendarRooms(at('2026-12-31T08:00'));
    try {
      const own = { date: '2028-01-03', kind: 'holiday' as const, name: '元旦', source: 'package', confirmed: true };
      await fresh.importNotice.run(actor, notice2027);
      const published = [...publishedDays(), { ...own, date: '2027-05-03' }, own];
      expect(await fresh.publishedYears.catchUp(published)).toEqual([2028]);
      expect(await fresh.publishedYears.catchUp(published)).toEqual([]);
      expect((await fresh.calendars.statutoryDays(2027)).map(({ date }) => date)).not.toContain('2027-05-03');
    } finally {
      await fresh.close();
    }
  });

  it('CAL-4 IDN-3 stands in the audit log with who imported it', async () => {
    const fresh = await calendarRooms(at('2026-12-31T08:00'));
    try {
      await fresh.importNotice.run(actor, notice2027);
      const rows = await fresh.work.query<{ action: string; data: { year: number } }>(
        "select action, data from audit.entry where action = 'holiday-notice-imported'",
      );
      expect(rows).toMatchObject([{ data: { year: 2027, confirmed: true } }]);
    } finally {
      await fresh.close();
    }
  });
});

describe('calendars in several processes', () => {
  it('CAL-4 another process hears of a change and compiles anew', async () => {
    const fresh = await calendarRooms(at('2026-09-17T08:00'));
    try {
      const other = new Calendars(fresh.work);
      const woken = new Promise<void>((resolve) => {
        void fresh.bus.listen(CALENDARS_CHANNEL, () => {
          other.forget();
          resolve();
        });
      });
      await fresh.bus.listen('test_ready', () => undefined);
      expect((await other.byCode('handlers')).isWorkingDay('2026-09-20')).toBe(true);
      await fresh.changeCalendar.run(actor, 'handlers', {
        weekly: { mon: [['08:00', '12:00']] },
        worksOnHolidays: true,
      });
      expect((await other.byCode('handlers')).isWorkingDay('2026-09-20')).toBe(true);
      await woken;
      expect((await other.byCode('handlers')).isWorkingDay('2026-09-20')).toBe(false);
    } finally {
      await fresh.close();
    }
  });
});
