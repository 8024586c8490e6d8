/** The work list and tasks over HTTP (api.md). */
import { randomUUID } from 'node:crypto';
import { auditRoom } from '@bihuan/audit';
import { clockRoom } from '@bihuan/clock';
import { UnitOfWork } from '@bihuan/database';
import { configureHttp, createHttpAdapter, httpRoom } from '@bihuan/http';
import { outboxRoom } from '@bihuan/outbox';
import type { UserActor } from '@bihuan/plugin-kit';
import { systemActor } from '@bihuan/plugin-kit';
import { privacyRoom } from '@bihuan/privacy';
import { edgeApp, type EdgeApp } from '@bihuan/testing-harness';
import { Tasks } from './tasks';
import { workRoom } from './work.manifest';

const NOW = new Date('2026-09-17T08:00:00+08:00');
const me: UserActor = {
  kind: 'user',
  userId: randomUUID(),
  employeeId: randomUUID(),
  name: '王晓',
  unitId: randomUUID(),
  unitsBelow: [],
  permissions: new Map(),
};

let edge: EdgeApp;
let actor = me;

beforeAll(async () => {
  const rooms = [clockRoom, privacyRoom, auditRoom, outboxRoom, httpRoom, workRoom];
  edge = await edgeApp(rooms, { edge: { configureHttp, createHttpAdapter }, now: NOW, actor: () => actor });
});
afterAll(() => edge.close());
beforeEach(() => {
  actor = me;
});

async function send(method: 'GET' | 'POST', url: string, payload?: object, headers = {}) {
  const reply = await edge.app.inject({ method, url: `/api/${url}`, headers, ...(payload ? { payload } : {}) });
  return { status: reply.statusCode, body: reply.json() };
}

const create = (dueAt: Date | null) =>
  edge.app.get(UnitOfWork).run(systemActor('deadlines'), (tx) =>
    edge.app.get(Tasks).create(tx, {
      subject: { module: 'hotline', kind: 'problem-form', id: randomUUID() },
      kind: 'chase',
      assigneeId: me.employeeId,
      unitId: me.unitId,
      title: { zh: '催办', en: 'Chase' },
      dueAt,
    }),
  );

describe('work over HTTP', () => {
  it('DLN-6 lists my work by due instant, page by page', async () => {
    const later = await create(new Date(NOW.getTime() + 60_000));
    const whenever = await create(null);
    const now = await create(NOW);
    const first = await send('GET', 'work?page[size]=2');
    expect(first.status).toBe(200);
    expect(first.body.data).toMatchObject([
      { id: now, kind: 'chase', state: 'open', dueAt: NOW.toISOString(), allowedActions: ['done'] },
      { id: later },
    ]);
    const second = await send('GET', `work?page[size]=2&page[after]=${first.body.page.next}`);
    expect(second.body).toMatchObject({ data: [{ id: whenever, dueAt: null }], page: {} });
    expect(second.body.page).toEqual({});
  });

  it('HOT-8 SYS-01 does a task with a text, once', async () => {
    const id = await create(NOW);
    expect((await send('POST', `tasks/${id}/done`, {})).status).toBe(422);
    expect((await send('POST', `tasks/${id}/done`, { text: '已催' }, { 'if-match': '"9"' })).status).toBe(412);
    const done = await send('POST', `tasks/${id}/done`, { text: '已催' });
    expect(done).toMatchObject({ status: 200, body: { id, state: 'done', version: 2, allowedActions: [] } });
    const again = await send('POST', `tasks/${id}/done`, { text: '再催' });
    expect(again).toMatchObject({ status: 409, body: { state: 'done', allowedActions: [] } });
  });

  it('IDN-2 answers 404 to people of other units and for ids nobody has, 403 to colleagues without the right', async () => {
    const id = await create(NOW);
    const done = async () => (await send('POST', `tasks/${id}/done`, { text: '已催' })).status;
    actor = { ...me, employeeId: randomUUID() };
    expect(await done()).toBe(403);
    actor = { ...actor, unitId: randomUUID() };
    expect(await done()).toBe(404);
    expect((await send('POST', 'tasks/nonsense/done', { text: 'x' })).status).toBe(404);
  });
});
