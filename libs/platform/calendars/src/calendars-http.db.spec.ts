/** Calendar, pack and script routes over HTTP (api.md; CAL-1, CAL-4, PCK-1, SCR-1). */
import { auditRoom } from '@bihuan/audit';
import { clockRoom } from '@bihuan/clock';
import { configureHttp, createHttpAdapter, httpRoom } from '@bihuan/http';
import { outboxRoom } from '@bihuan/outbox';
import type { Scope, UserActor } from '@bihuan/plugin-kit';
import { policiesRoom } from '@bihuan/policies';
import { privacyRoom } from '@bihuan/privacy';
import { edgeApp, type EdgeApp } from '@bihuan/testing-harness';
import { calendarsRoom } from './calendars.manifest';

const rooms = [clockRoom, privacyRoom, auditRoom, outboxRoom, httpRoom, policiesRoom, calendarsRoom];
const person: UserActor = {
  kind: 'user',
  userId: '00000000-0000-4000-8000-000000000001',
  employeeId: '00000000-0000-4000-8000-000000000002',
  name: '唐磊',
  unitId: '00000000-0000-4000-8000-000000000003',
  unitsBelow: [],
  permissions: new Map<string, Scope>(),
};
const planner: UserActor = {
  ...person,
  permissions: new Map<string, Scope>([
    ['calendars.calendar.read', 'all'],
    ['calendars.calendar.write', 'all'],
  ]),
};

let edge: EdgeApp;
let actor: UserActor = planner;

beforeAll(async () => {
  edge = await edgeApp(rooms, {
    edge: { configureHttp, createHttpAdapter },
    now: new Date('2026-09-17T08:00:00+08:00'),
    actor: () => actor,
  });
});
afterAll(() => edge.close());
beforeEach(() => {
  actor = planner;
});

async function send(method: 'GET' | 'POST' | 'PUT', url: string, payload?: object, headers = {}) {
  const reply = await edge.app.inject({ method, url, headers, ...(payload ? { payload } : {}) });
  return { status: reply.statusCode, body: reply.json() };
}

const pointers = (body: { errors: { pointer: string; code: string }[] }) => body.errors.map(({ pointer }) => pointer);

describe('POST /api/calendars/preview', () => {
  const start = '2026-09-18T17:30:00+08:00';

  it('CAL-3 SYS-06 asks a stored calendar by its code', async () => {
    const { status, body } = await send('POST', '/api/calendars/preview', {
      calendar: 'handlers',
      operation: 'add',
      start,
      seconds: 7_200,
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({ result: '2026-09-20T10:30:00+08:00', provisional: false });
    expect(body.explanation.map(({ date, rule }: { date: string; rule: string }) => [date, rule])).toEqual([
      ['2026-09-18', 'weekly'],
      ['2026-09-19', 'weekly'],
      ['2026-09-20', 'special-day'],
    ]);
  });

  it('CAL-1 asks a calendar in the request, night windows and breaks included', async () => {
    const calendar = { weekly: { fri: [['22:00', '06:00']] }, breaks: { '2026-09-19': [['02:00', '03:00']] } };
    const question = { calendar, operation: 'between', start, end: '2026-09-20T00:00:00+08:00' };
    expect((await send('POST', '/api/calendars/preview', question)).body.result).toBe(7 * 3_600);
    const holiday = { ...question, calendar: { ...calendar, holidays: ['2026-09-18'] } };
    expect((await send('POST', '/api/calendars/preview', holiday)).body.result).toBe(0);
  });

  it.each([
    ['a calendar that is never open', { calendar: { weekly: {} } }, ['/calendar']],
    ['a bad time', { calendar: { weekly: { mon: [['09:00', '24:01']] } } }, ['/calendar/weekly/mon/0/1']],
    ['an unknown weekday', { calendar: { weekly: { monday: [] } } }, ['/calendar/weekly/monday']],
    [
      'an unknown field of the calendar',
      { calendar: { weekly: { mon: [['09:00', '10:00']] }, x: 1 } },
      ['/calendar/x'],
    ],
    [
      'an unknown zone',
      { calendar: { timezone: 'Mars/Base', weekly: { mon: [['09:00', '10:00']] } } },
      ['/calendar/timezone'],
    ],
    [
      'a date that does not exist',
      { calendar: { weekly: { mon: [['09:00', '10:00']] }, holidays: ['2026-02-30'] } },
      ['/calendar/holidays/0'],
    ],
    ['an unknown calendar', { calendar: 'moon' }, ['/calendar']],
    ['negative seconds', { seconds: -1 }, ['/seconds']],
    ['seconds beyond reach', { seconds: Number.MAX_SAFE_INTEGER }, ['/seconds']],
    ['a start without offset', { start: '2026-09-18T17:30:00' }, ['/start']],
    ['a start that is no time', { start: 'soon' }, ['/start']],
    ['an unknown field', { more: 1 }, ['/more']],
    ['a missing field', { seconds: undefined }, ['/seconds']],
    ['an unknown operation', { operation: 'guess' }, ['/operation']],
  ])('CAL-3 refuses %s with 422 and its pointer', async (_, wrong, expected) => {
    const question = { calendar: 'handlers', operation: 'add', start, seconds: 1, ...wrong };
    const { status, body } = await send('POST', '/api/calendars/preview', question);
    expect(status).toBe(422);
    expect(pointers(body)).toEqual(expected);
  });

  it('CAL-3 refuses an impossible date of is-working-day', async () => {
    const question = { calendar: 'handlers', operation: 'is-working-day', date: '2026-02-30' };
    const { status, body } = await send('POST', '/api/calendars/preview', question);
    expect([status, pointers(body)]).toEqual([422, ['/date']]);
  });
});

describe('calendars as rows', () => {
  it('CAL-1 lists calendars and the days of a year with the rule that decided each', async () => {
    const { body } = await send('GET', '/api/calendars');
    expect(body.data.map(({ code }: { code: string }) => code)).toEqual([
      'around-the-clock',
      'handlers',
      'hotline-365',
      'stations-365',
    ]);
    const days = (await send('GET', '/api/calendars/handlers/days?year=2026')).body.data;
    expect(days).toHaveLength(365);
    expect(days.find(({ date }: { date: string }) => date === '2026-09-20')).toMatchObject({
      rule: 'special-day',
      working: true,
      confirmed: true,
      name: '国庆节',
    });
    expect((await send('GET', '/api/calendars/moon/days')).status).toBe(404);
    expect((await send('GET', '/api/calendars/handlers/days?year=soon')).status).toBe(422);
  });

  it('CAL-1 imports a notice all or nothing: a wrong row is named and nothing is stored', async () => {
    const days = [
      { date: '2027-01-01', kind: 'holiday', name: '元旦' },
      { date: '2026-01-02', kind: 'holiday', name: '元旦' },
      { date: '2027-01-01', kind: 'day off', name: '元旦' },
    ];
    const notice = { year: 2027, source: '国务院办公厅通知', days };
    const refused = await send('PUT', '/api/calendars/statutory-days', notice);
    expect(refused.status).toBe(422);
    expect(pointers(refused.body)).toContain('/days/2/kind');
    const twice = { ...notice, days: [days[0], days[1], days[0]] };
    expect(pointers((await send('PUT', '/api/calendars/statutory-days', twice)).body)).toEqual([
      '/days/1/date',
      '/days/2/date',
    ]);
    expect((await send('GET', '/api/calendars/statutory-days?year=2027')).body.data).toEqual([]);
    const taken = await send('PUT', '/api/calendars/statutory-days', { ...notice, days: days.slice(0, 1) });
    expect([taken.status, taken.body.calendars]).toEqual([200, ['handlers']]);
    expect((await send('GET', '/api/calendars/statutory-days?year=2027')).body.data).toHaveLength(1);
  });

  it('CAL-1 changes a calendar; an old version is 412, a bad week 422', async () => {
    const weekly = { mon: [['09:00', '17:00']] };
    const url = '/api/calendars/stations-365';
    expect((await send('PUT', url, { weekly: { mon: [['9', '17:00']] } })).status).toBe(422);
    const changed = await send('PUT', url, { weekly }, { 'if-match': '"1"' });
    expect([changed.status, changed.body.version, changed.body.weekly]).toEqual([200, 2, weekly]);
    expect((await send('PUT', url, { weekly }, { 'if-match': '"1"' })).status).toBe(412);
    expect((await send('PUT', url, { weekly, version: 1 })).status).toBe(412);
    expect((await send('PUT', '/api/calendars/moon', { weekly })).status).toBe(404);
    expect((await send('GET', `/api/timeline?filter[subject]=calendars:calendar:${changed.body.id}`)).status).toBe(200);
  });

  it('IDN-2 who may not change calendars gets 403, also for a notice', async () => {
    actor = person;
    expect((await send('PUT', '/api/calendars/handlers', { weekly: {} })).status).toBe(403);
    expect((await send('PUT', '/api/calendars/statutory-days', {})).status).toBe(403);
    expect((await send('GET', '/api/calendars')).status).toBe(403);
    const question = { calendar: 'handlers', operation: 'next-open', at: '2026-09-18T17:30:00+08:00' };
    expect((await send('POST', '/api/calendars/preview', question)).status).toBe(200);
  });

  it('CAL-1 ready warns while the coming year has no notice', async () => {
    await edge.db.query("delete from calendars.statutory_day where date >= '2027-01-01'");
    const { status, body } = await send('GET', '/api/health/ready');
    expect(status).toBe(200);
    expect(body.warnings.map(({ code }: { code: string }) => code)).toContain('next-year-unconfirmed');
  });
});

describe('the active pack', () => {
  it('PCK-1 lists every code with its titles, and no people', async () => {
    const { status, body } = await send('GET', '/api/packs/active');
    expect(status).toBe(200);
    expect(body).toMatchObject({ id: 'atm-5s4e', version: 1 });
    expect(body.modules.hotline.channels[0]).toMatchObject({ code: 'phone', title: { en: 'Phone (800)' } });
    expect(body.roles.map(({ code }: { code: string }) => code)).toContain('hotline-officer');
    expect(JSON.stringify(body)).not.toContain('林晓燕');
  });

  it('SCR-1 gives the texts of a desk and step', async () => {
    const { body } = await send('GET', '/api/scripts?filter[desk]=hotline&filter[step]=opening');
    expect(body.data).toHaveLength(1);
    expect(body.data[0].text.zh).toContain('闭环电子');
  });
});
