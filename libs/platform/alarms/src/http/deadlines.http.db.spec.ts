/** Deadlines over HTTP with the real rooms behind them: of a subject, the board, parked steps (DLN-6, IDN-2, api.md). */
import { randomUUID } from 'node:crypto';
import { auditRoom, Recorder } from '@bihuan/audit';
import { calendarsRoom } from '@bihuan/calendars';
import { ClockMover, clockRoom } from '@bihuan/clock';
import { UnitOfWork } from '@bihuan/database';
import { configureHttp, createHttpAdapter, httpRoom, SubjectAccess } from '@bihuan/http';
import { liveRoom } from '@bihuan/live';
import { noticesRoom } from '@bihuan/notices';
import { orgRoom } from '@bihuan/org';
import { outboxRoom } from '@bihuan/outbox';
import type { Scope, Subject, UserActor } from '@bihuan/plugin-kit';
import { systemActor } from '@bihuan/plugin-kit';
import { policiesRoom } from '@bihuan/policies';
import { privacyRoom } from '@bihuan/privacy';
import { edgeApp, type EdgeApp } from '@bihuan/testing-harness';
import { alarmsRoom, Deadlines, StepHandlers } from '../index';
import { shanghai } from '../test/rig';

const [UNIT, OTHER_UNIT, ANNA, BERT, CHEF] = Array.from({ length: 5 }, () => randomUUID()) as [
  string,
  string,
  string,
  string,
  string,
];
const START = shanghai('2026-09-17 10:00');

const person = (employeeId: string, unitId: string, ...granted: [string, Scope][]): UserActor => ({
  kind: 'user',
  userId: employeeId,
  employeeId,
  name: employeeId,
  unitId,
  unitsBelow: [unitId],
  permissions: new Map(granted),
});

const people: Readonly<Record<string, UserActor>> = {
  anna: person(ANNA, UNIT, ['alarms.deadline.read', 'own']),
  bert: person(BERT, OTHER_UNIT, ['alarms.deadline.read', 'unit']),
  chef: person(CHEF, randomUUID(), ['alarms.deadline.read', 'all'], ['alarms.step.replay', 'all']),
  stranger: person(randomUUID(), UNIT),
};

const rooms = [
  ...[clockRoom, privacyRoom, auditRoom, outboxRoom, httpRoom, orgRoom, policiesRoom, calendarsRoom],
  ...[noticesRoom, liveRoom, alarmsRoom],
];

interface Line {
  id: string;
  stage: string;
  state: string;
  dueAt: string;
  shareUsed: number;
  secondsLeft: number;
  generation: number;
}

jest.setTimeout(60_000);

describe('deadlines over HTTP', () => {
  let edge: EdgeApp;

  beforeAll(async () => {
    edge = await edgeApp(rooms, {
      edge: { createHttpAdapter, configureHttp },
      now: START,
      actor: ({ headers }) => people[String(headers['x-who'])],
    });
  });
  afterAll(() => edge.close());

  const get = async (who: string, url: string) => {
    const answer = await edge.app.inject({ url: `/api/deadlines${url}`, headers: { 'x-who': who } });
    return { status: answer.statusCode, body: answer.json<{ data: Line[]; page: { next?: string } }>() };
  };

  const form = (): Subject => ({ module: 'test', kind: 'form', id: randomUUID() });

  const arm = (subject: Subject, unitId: string, employeeId: string | null, more: object = {}) =>
    edge.app.get(UnitOfWork).run(systemActor('test'), (tx) =>
      edge.app.get(Deadlines).arm(tx, {
        subject,
        stage: 'referral',
        policy: 'hotline.referral',
        startedAt: START,
        owner: { unitId, employeeId },
        calendar: 'handlers',
        label: '2026091701001',
        ...more,
      }),
    );

  const subjectFilter = ({ module, kind, id }: Subject) => `?filter[subject]=${module}:${kind}:${id}`;

  it('DLN-1 the clocks of a subject are seen by its people; to others it is not there', async () => {
    const mine = form();
    await arm(mine, UNIT, ANNA);
    const { status, body } = await get('anna', subjectFilter(mine));
    expect(status).toBe(200);
    expect(body.data).toMatchObject([
      {
        stage: 'referral',
        state: 'armed',
        policy: 'hotline.referral',
        dueAt: '2026-09-17T04:00:00.000Z',
        warnAt: '2026-09-17T03:48:00.000Z',
        owner: { unitId: UNIT, employeeId: ANNA },
      },
    ]);
    expect((await get('stranger', subjectFilter(mine))).status).toBe(404);
    expect((await get('chef', subjectFilter(mine))).status).toBe(404);
    expect((await get('anna', '?filter[subject]=nonsense')).status).toBe(422);
    // Whoever acted on it sees it too, and a room may let others.
    await edge.app
      .get(UnitOfWork)
      .run(people['stranger'] as UserActor, (tx) =>
        edge.app.get(Recorder).record(tx, { subject: mine, action: 'looked' }),
      );
    expect((await get('stranger', subjectFilter(mine))).status).toBe(200);
    edge.app.get(SubjectAccess).add('test', { mayRead: (actor) => Promise.resolve(actor.employeeId === CHEF) });
    expect((await get('chef', subjectFilter(mine))).status).toBe(200);
    expect((await get('bert', subjectFilter(mine))).status).toBe(404);
  });

  it('DLN-6 IDN-2 the open clocks of a list come in one request, of those matters only that the reader may see', async () => {
    const [mine, others, none] = [form(), form(), form()];
    await arm(mine, UNIT, ANNA);
    await arm(mine, UNIT, ANNA, { stage: 'result' });
    await arm(others, OTHER_UNIT, BERT);
    const read = async (who: string, subjects: unknown) => {
      const answer = await edge.app.inject({
        method: 'POST',
        url: '/api/deadlines/open',
        headers: { 'x-who': who },
        payload: { subjects },
      });
      return {
        status: answer.statusCode,
        body: answer.json<{ data: Line[]; errors?: { pointer: string; code: string; detail: string }[] }>(),
      };
    };
    const key = ({ module, kind, id }: Subject) => `${module}:${kind}:${id}`;
    const all = [mine, others, none].map(key);
    const seen = async (who: string) => (await read(who, all)).body.data.map(({ stage }) => stage).sort();
    expect(await seen('anna')).toEqual(['referral', 'result']);
    expect(await seen('bert')).toEqual(['referral']);
    expect(await seen('stranger')).toEqual([]);
    await edge.app
      .get(UnitOfWork)
      .run(systemActor('test'), (tx) => edge.app.get(Deadlines).meet(tx, mine, 'result', START));
    expect(await seen('anna')).toEqual(['referral']);
    expect((await read('anna', [])).body.data).toEqual([]);
    // A right kind of another matter's id opens nothing.
    expect((await read('anna', [key({ ...mine, kind: 'thing' })])).body.data).toEqual([]);
    const bad = await read('anna', [all[0], 'nonsense']);
    expect(bad.status).toBe(422);
    expect(bad.body.errors).toMatchObject([{ pointer: '/subjects/1', code: 'bad-subject' }]);
    const many = await read(
      'anna',
      Array.from({ length: 201 }, () => key(form())),
    );
    expect(many.status).toBe(422);
    expect(many.body.errors).toMatchObject([{ pointer: '/subjects', code: 'too-big' }]);
    expect(many.body.errors?.[0]?.detail).toContain('200');
    const nobody = await edge.app.inject({ method: 'POST', url: '/api/deadlines/open', payload: { subjects: all } });
    expect(nobody.statusCode).toBe(401);
  });

  it('DLN-3 earlier generations are shown where they are asked for', async () => {
    const mine = form();
    await arm(mine, UNIT, ANNA);
    await arm(mine, UNIT, ANNA);
    expect((await get('anna', subjectFilter(mine))).body.data.map(({ generation }) => generation)).toEqual([2]);
    const all = (await get('anna', `${subjectFilter(mine)}&filter[history]=all`)).body.data;
    expect(all.map(({ generation, state }) => [generation, state])).toEqual([
      [2, 'armed'],
      [1, 'cancelled'],
    ]);
  });

  it('DLN-6 the board shows open deadlines within the reader’s scope, the earliest first, with the share used', async () => {
    await edge.db.query('delete from alarms.step');
    await edge.db.query('delete from alarms.deadline');
    const [annas, berts, nobodys] = [form(), form(), form()];
    await arm(annas, UNIT, ANNA);
    await arm(berts, OTHER_UNIT, BERT, { startedAt: shanghai('2026-09-17 09:30') });
    await arm(nobodys, OTHER_UNIT, null, { startedAt: shanghai('2026-09-17 09:00') });
    await edge.app.get(ClockMover).moveTo(shanghai('2026-09-17 11:00'));
    const shown = async (who: string, query = '') => (await get(who, `/board${query}`)).body.data;
    expect(await shown('chef')).toMatchObject([
      { state: 'breached', shareUsed: 1, secondsLeft: 0 },
      { state: 'armed', shareUsed: 0.75, secondsLeft: 1_800 },
      { state: 'armed', shareUsed: 0.5, secondsLeft: 3_600 },
    ]);
    expect(await shown('anna')).toHaveLength(1);
    expect(await shown('bert')).toHaveLength(2);
    expect((await get('stranger', '/board')).status).toBe(403);
    expect(await shown('chef', `?filter[unit]=${OTHER_UNIT}&filter[state]=breached`)).toHaveLength(1);
    expect(await shown('chef', `?filter[owner]=${ANNA}`)).toHaveLength(1);
    expect((await get('chef', '/board?filter[unit]=x')).status).toBe(422);
    const first = await get('chef', '/board?page[size]=2');
    expect(first.body.data).toHaveLength(2);
    const second = await get('chef', `/board?page[size]=2&page[after]=${first.body.page.next}`);
    expect(second.body.data).toHaveLength(1);
    expect(second.body.page).toEqual({});
    expect((await get('chef', '/board?page[after]=rubbish')).status).toBe(422);
    const counts = await get('chef', '/board/counts');
    expect(counts.body.data).toMatchObject([
      { unitId: OTHER_UNIT, employeeId: null, breached: 1, armed: 0 },
      { unitId: OTHER_UNIT, employeeId: BERT, breached: 0, armed: 1 },
      { unitId: UNIT, employeeId: ANNA, breached: 0, armed: 1 },
    ]);
  });

  it('DLN-2 parked steps are listed and sent again by who may', async () => {
    const bad = form();
    let failing = true;
    edge.app.get(StepHandlers).add('hotline.chase', {
      fire: () => (failing ? Promise.reject(new Error('poison')) : Promise.resolve()),
    });
    await arm(bad, UNIT, ANNA, { policy: 'hotline.result', startedAt: shanghai('2026-09-01 10:00') });
    await edge.app.get(ClockMover).moveTo(shanghai('2026-09-17 11:00'));
    const parked = await get('chef', '/parked-steps');
    expect(parked.body.data).toMatchObject([{ step: 'chase', action: 'hotline.chase', error: 'Error: poison' }]);
    expect((await get('anna', '/parked-steps')).status).toBe(403);
    failing = false;
    const replay = (id: string) =>
      edge.app.inject({
        method: 'POST',
        url: `/api/deadlines/parked-steps/${encodeURIComponent(id)}/replay`,
        headers: { 'x-who': 'chef', 'content-type': 'application/json' },
        payload: '{}',
      });
    expect((await replay(parked.body.data[0]?.id ?? '')).statusCode).toBe(200);
    await edge.app.get(ClockMover).moveTo(shanghai('2026-09-17 11:00'));
    expect((await get('chef', '/parked-steps')).body.data).toEqual([]);
    expect((await replay('nothing')).statusCode).toBe(404);
  });

  it('DLN-6 a page of a board with 10,000 open deadlines comes fast', async () => {
    await arm(form(), UNIT, ANNA, { startedAt: shanghai('2026-09-17 11:00') });
    await edge.db.query(
      `insert into alarms.deadline (id, module, kind, subject_id, stage, generation, policy, policy_version, terms,
         calendar, calendar_given, owner_unit, owner_id, people, state, started_at, due_at, first_due_at, warn_at, provisional)
       select gen_random_uuid(), module, kind, gen_random_uuid(), stage, 1, policy, policy_version, terms, calendar, true,
         owner_unit, owner_id, people, 'armed', started_at, due_at + g * interval '1 second', first_due_at, warn_at, false
       from generate_series(1, 10000) g, (select * from alarms.deadline where state = 'armed' limit 1) d`,
    );
    await edge.db.query('analyze alarms.deadline');
    await get('chef', '/board?page[size]=200');
    const began = performance.now();
    const { body } = await get('chef', '/board?page[size]=200');
    const took = performance.now() - began;
    expect(body.data).toHaveLength(200);
    expect(body.page.next).toBeDefined();
    expect(took).toBeLessThan(500);
    const [plan] = await edge.db.query<{ 'QUERY PLAN': string }[]>(
      'explain select id from alarms.deadline d where d.ended_at is null order by d.due_at, d.id limit 201',
    );
    expect(plan?.['QUERY PLAN']).toContain('Limit');
  });
});
