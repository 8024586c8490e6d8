/** The plumbing of cases over HTTP with the real rooms behind it (IDN-2, IDN-4, DLN-1, CUS-2, CUS-5, EVT-1). */
import { randomUUID } from 'node:crypto';
import { alarmsRoom } from '@bihuan/alarms';
import { auditRoom } from '@bihuan/audit';
import { calendarsRoom } from '@bihuan/calendars';
import { clockRoom } from '@bihuan/clock';
import { customersRoom, HistoryParts, NumberFinders } from '@bihuan/customers';
import { UnitOfWork } from '@bihuan/database';
import { formsRoom } from '@bihuan/forms';
import { configureHttp, createHttpAdapter, httpRoom } from '@bihuan/http';
import { liveRoom } from '@bihuan/live';
import { noticesRoom } from '@bihuan/notices';
import { numberingRoom } from '@bihuan/numbering';
import { orgRoom } from '@bihuan/org';
import { outboxRoom } from '@bihuan/outbox';
import type { Scope, UserActor } from '@bihuan/plugin-kit';
import { systemActor } from '@bihuan/plugin-kit';
import { policiesRoom } from '@bihuan/policies';
import { Erasers, privacyRoom } from '@bihuan/privacy';
import { edgeApp, type EdgeApp } from '@bihuan/testing-harness';
import { workRoom, WorkSources } from '@bihuan/work';
import { mattersRoom } from './index';
import { ticket, ticketRoom } from './test/tickets';

const START = new Date('2026-09-17T10:00:00+08:00');
const [UNIT, OTHER] = [randomUUID(), randomUUID()] as const;

const person = (unitId: string, ...granted: [string, Scope][]): UserActor => ({
  kind: 'user',
  userId: randomUUID(),
  employeeId: randomUUID(),
  name: '王晓',
  unitId,
  unitsBelow: [unitId],
  permissions: new Map(granted),
});

const all: [string, Scope][] = [
  ['test.ticket.read', 'unit'],
  ['test.ticket.answer', 'unit'],
  ['test.ticket.close', 'unit'],
];
const people: Readonly<Record<string, UserActor>> = {
  anna: person(UNIT, ...all),
  bert: person(UNIT, ...all),
  stranger: person(OTHER, ...all),
  reader: person(UNIT, ['test.ticket.read', 'unit']),
  chief: person(OTHER, ['test.ticket.read', 'all'], ['test.ticket.answer', 'all']),
};

const rooms = [
  ...[clockRoom, privacyRoom, auditRoom, outboxRoom, httpRoom, policiesRoom, orgRoom, numberingRoom, calendarsRoom],
  ...[noticesRoom, liveRoom, alarmsRoom, workRoom, customersRoom, formsRoom, mattersRoom, ticketRoom],
];

interface View {
  id: string;
  number: string;
  state: string;
  version: number;
  allowedActions: string[];
  dueAt: string | null;
  words: string;
  deadlines: { stage: string; state: string }[];
}

let edge: EdgeApp;
let serial = 0;

beforeAll(async () => {
  edge = await edgeApp(rooms, {
    edge: { createHttpAdapter, configureHttp },
    now: START,
    actor: ({ headers }) => people[String(headers['x-who'])],
  });
});
afterAll(() => edge.close());

async function send<Answer = View>(who: string, method: 'GET' | 'POST', url: string, payload?: object, headers = {}) {
  const reply = await edge.app.inject({
    method,
    url: `/api/test/tickets${url}`,
    headers: { 'x-who': who, ...headers },
    ...(payload ? { payload } : {}),
  });
  return { status: reply.statusCode, body: reply.json<Answer>() };
}

const make = async (who = 'anna', customerId?: string): Promise<View> => {
  const number = `T${String((serial += 1)).padStart(4, '0')}`;
  return (await send(who, 'POST', '', { number, ...(customerId ? { customerId } : {}) })).body;
};

describe('matters', () => {
  it('IDN-2 shows a case to its unit, and to others not even that it is there', async () => {
    const { id } = await make();
    expect((await send('bert', 'GET', `/${id}`)).body).toMatchObject({
      state: 'open',
      version: 1,
      allowedActions: ['answer', 'put-off'],
      dueAt: '2026-09-17T04:00:00.000Z',
      deadlines: [{ stage: 'answer', state: 'armed' }],
      words: '客户的话',
    });
    expect((await send('reader', 'GET', `/${id}`)).body.allowedActions).toEqual([]);
    expect((await send('stranger', 'GET', `/${id}`)).status).toBe(404);
    expect((await send('stranger', 'POST', `/${id}/answer`, { text: '好' })).status).toBe(404);
  });

  it('IDN-2 refuses an act by right 403, by state 409, by person 403, by version 412, by body 422', async () => {
    const { id } = await make();
    expect((await send('reader', 'POST', `/${id}/answer`, { text: '好' })).status).toBe(403);
    const early = await send<{ state: string; allowedActions: string[] }>('anna', 'POST', `/${id}/close`);
    expect(early).toMatchObject({ status: 409, body: { state: 'open', allowedActions: ['answer', 'put-off'] } });
    expect((await send('anna', 'POST', `/${id}/answer`, {})).status).toBe(422);
    expect((await send('anna', 'POST', `/${id}/answer`, { text: '好', more: 1 })).status).toBe(422);
    expect((await send('anna', 'POST', `/${id}/answer`, { text: '好' }, { 'if-match': '"7"' })).status).toBe(412);
    const done = await send('anna', 'POST', `/${id}/answer`, { text: '好' }, { 'if-match': '"1"' });
    expect(done).toMatchObject({ status: 200, body: { state: 'answered', version: 2, allowedActions: ['close'] } });
    expect((await send('bert', 'POST', `/${id}/close`)).status).toBe(403);
    expect((await send('anna', 'POST', `/${id}/close`)).body.state).toBe('closed');
  });

  it('DLN-1 the nearest running clock stands on the row: moved with a promise, gone when it is met', async () => {
    const { id } = await make();
    const dueAt = '2026-09-18T02:00:00.000Z';
    expect((await send('anna', 'POST', `/${id}/put-off`, { dueAt })).body.dueAt).toBe(dueAt);
    expect((await send('anna', 'POST', `/${id}/answer`, { text: '好' })).body.dueAt).toBeNull();
  });

  it('IDN-4 the timeline tells each act with its words under the key of the customer', async () => {
    const { id } = await make();
    await send('anna', 'POST', `/${id}/answer`, { text: '已答复' });
    const rows = await edge.db.query<{ action: string; data: object; sealed_values: Buffer | null }[]>(
      'select action, data, sealed_values from audit.entry where subject_id = $1 order by id',
      [id],
    );
    const acts = rows.filter(({ action }) => !action.startsWith('deadline'));
    expect(acts.map(({ action }) => action)).toEqual(['made', 'answered']);
    expect(acts[1]?.data).toEqual({ from: 'open', to: 'answered' });
    expect(acts.every(({ sealed_values }) => sealed_values !== null)).toBe(true);
    expect(JSON.stringify(rows.map(({ data }) => data))).not.toContain('已答复');
  });

  it('IDN-2 lists by due time page by page what each may see: his unit, everything, or what he took part in', async () => {
    const ids = [(await make()).id, (await make()).id, (await make('stranger')).id];
    await send('chief', 'POST', `/${ids[0]}/answer`, { text: '好' });
    const read = async (who: string, query = '') => {
      const seen: string[] = [];
      for (let next: string | undefined = ''; next !== undefined;) {
        const after: string = next ? `&page[after]=${next}` : '';
        const url = `?page[size]=2&filter[state]=all${query}${after}`;
        const { body }: { body: { data: { id: string }[]; page: { next?: string } } } = await send(who, 'GET', url);
        seen.push(...body.data.map(({ id }) => id));
        next = body.page.next;
      }
      expect(new Set(seen).size).toBe(seen.length);
      return seen;
    };
    expect(await read('bert')).toEqual(expect.arrayContaining(ids.slice(0, 2)));
    expect(await read('bert')).not.toContain(ids[2]);
    expect(await read('stranger')).toEqual([ids[2]]);
    const everything = await read('chief');
    expect(everything).toEqual(expect.arrayContaining(ids));
    // Answered: without a clock, behind all others.
    expect(everything.indexOf(ids[0] as string)).toBeGreaterThan(everything.indexOf(ids[1] as string));
    expect(await read('chief', `&filter[officer]=${people['stranger']?.employeeId}`)).toEqual([ids[2]]);
  });

  it('HOT-1b puts an open case on the list of whoever has to move, and only while it is open', async () => {
    const { id } = await make('stranger');
    const mine = async (who: string) =>
      (
        await edge.app
          .get(WorkSources)
          .get('test')
          ?.list(people[who] as UserActor)
      )?.map((item) => item.id) ?? [];
    expect(await mine('stranger')).toContain(id);
    expect(await mine('anna')).not.toContain(id);
    expect(await mine('reader')).toEqual([]);
    await send('stranger', 'POST', `/${id}/answer`, { text: '好' });
    await send('stranger', 'POST', `/${id}/close`);
    expect(await mine('stranger')).not.toContain(id);
  });

  it('CUS-2 CUS-5 stands in the history of its customer, is found by number, and is emptied when he is erased', async () => {
    const customerId = randomUUID();
    const { id, number } = await make('anna', customerId);
    const history = edge.app.get(HistoryParts).get('test');
    expect(await history?.history(people['anna'] as UserActor, { customerId })).toMatchObject([
      { subject: ticket.subject(id), number, state: 'open' },
    ]);
    expect(await history?.history(people['stranger'] as UserActor, { customerId })).toEqual([]);
    expect(await edge.app.get(NumberFinders).get('test')?.customersOf(number)).toEqual([customerId]);
    const erased = await edge.app
      .get(UnitOfWork)
      .run(systemActor('test'), (tx) => edge.app.get(Erasers).get('test')?.erase(tx, customerId) ?? Promise.resolve(0));
    expect(erased).toBe(1);
    expect((await send('anna', 'GET', `/${id}`)).body).toMatchObject({ words: '', number, version: 2 });
  });

  it('EVT-1 tells the figures of each version in order, codes only', async () => {
    const { id } = await make();
    await send('anna', 'POST', `/${id}/answer`, { text: '好' });
    const rows = await edge.db.query<{ payload: object; sealed_values: null }[]>(
      "select payload, sealed_values from outbox.event where subject_id = $1 and name like 'hotline.%' order by id",
      [id],
    );
    expect(rows.map(({ payload }) => payload)).toMatchObject([
      { version: 1, state: 'open', open: true, measures: { answered: 0 }, openedAt: START.toISOString() },
      { version: 2, state: 'answered', open: true, measures: { answered: 1 } },
    ]);
    expect(rows.every(({ sealed_values }) => sealed_values === null)).toBe(true);
  });
});
