/** The inbox over HTTP (api.md, NTF-1). */
import { randomUUID } from 'node:crypto';
import { auditRoom } from '@bihuan/audit';
import { clockRoom } from '@bihuan/clock';
import { UnitOfWork } from '@bihuan/database';
import { configureHttp, createHttpAdapter, httpRoom } from '@bihuan/http';
import { orgRoom } from '@bihuan/org';
import { outboxRoom } from '@bihuan/outbox';
import type { UserActor } from '@bihuan/plugin-kit';
import { systemActor } from '@bihuan/plugin-kit';
import { policiesRoom } from '@bihuan/policies';
import { privacyRoom } from '@bihuan/privacy';
import { edgeApp, type EdgeApp } from '@bihuan/testing-harness';
import { Notices } from './notices';
import { SENT_PERMISSION } from './notices.controller';
import { noticesRoom } from './notices.manifest';

const NOW = new Date('2026-09-17T08:00:00+08:00');
const me: UserActor = {
  kind: 'user',
  userId: randomUUID(),
  employeeId: randomUUID(),
  name: '李工',
  unitId: randomUUID(),
  unitsBelow: [],
  permissions: new Map([[SENT_PERMISSION, 'all']]),
};

let edge: EdgeApp;
let actor = me;

beforeAll(async () => {
  const rooms = [clockRoom, privacyRoom, auditRoom, outboxRoom, httpRoom, policiesRoom, orgRoom, noticesRoom];
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

const tell = async (number: string, to = me.employeeId) => {
  const subject = { module: 'hotline', kind: 'problem-form', id: randomUUID() };
  const params = { number, dueAt: NOW.toISOString() };
  await edge.app
    .get(UnitOfWork)
    .run(systemActor('deadlines'), (tx) =>
      edge.app.get(Notices).send(tx, { subject, to: [to], template: 'referral-overdue', params, channels: ['inbox'] }),
    );
  return subject;
};

describe('notices over HTTP', () => {
  it('NTF-1 lists my notices in my language, and marks them read and acknowledged', async () => {
    const subject = await tell('2026091701001');
    const list = await send('GET', 'notices');
    expect(list.status).toBe(200);
    expect(list.body.data).toMatchObject([{ subject, at: NOW.toISOString(), readAt: null, acknowledgedAt: null }]);
    expect(list.body.data[0].text).toMatch(/2026091701001.*[\u4e00-\u9fff]/);
    const english = await send('GET', 'notices', undefined, { 'accept-language': 'en-GB' });
    expect(english.body.data[0].text).toMatch(/2026091701001[\x20-\x7e]+$/);
    const { id } = list.body.data[0];
    expect((await send('GET', 'notices/unread')).body).toEqual({ count: 1 });
    expect(await send('POST', `notices/${id}/read`)).toMatchObject({
      status: 200,
      body: { id, readAt: NOW.toISOString() },
    });
    const acknowledged = await send('POST', `notices/${id}/acknowledge`, {});
    expect(acknowledged).toMatchObject({ status: 200, body: { acknowledgedAt: NOW.toISOString() } });
    expect((await send('GET', 'notices/unread')).body).toEqual({ count: 0 });
    const { body } = await send('GET', `timeline?filter[subject]=hotline:problem-form:${subject.id}`);
    expect(body.data.map(({ action }: { action: string }) => action)).toEqual([
      'notice-sent',
      'notice-read',
      'notice-acknowledged',
    ]);
  });

  it('NTF-1 gives the list page by page', async () => {
    for (const number of ['1', '2', '3']) await tell(number);
    const seen: string[] = [];
    let next = '';
    do {
      const { body } = await send('GET', `notices?page[size]=2${next && `&page[after]=${next}`}`);
      seen.push(...body.data.map(({ id }: { id: string }) => id));
      next = body.page.next ?? '';
    } while (next);
    expect(new Set(seen).size).toBe(4);
    expect(seen).toHaveLength(4);
    expect((await send('GET', 'notices?page[after]=nonsense')).status).toBe(422);
  });

  it('IDN-2 hides notices of others, and refuses fields it does not know', async () => {
    await tell('5');
    const { id } = (await send('GET', 'notices')).body.data[0];
    expect((await send('POST', `notices/${id}/read`, { text: 'x' })).status).toBe(422);
    actor = { ...me, employeeId: randomUUID() };
    expect((await send('GET', 'notices')).body.data).toEqual([]);
    expect((await send('POST', `notices/${id}/read`)).status).toBe(404);
    expect((await send('POST', 'notices/nonsense/read')).status).toBe(404);
  });

  it('NTF-1 IDN-2 tells what went out about a subject, to whoever may read it', async () => {
    const subject = await tell('6');
    const address = `notices/sent?filter[subject]=hotline:problem-form:${subject.id}`;
    const { status, body } = await send('GET', address);
    expect(status).toBe(200);
    expect(body.data).toMatchObject([
      { channel: 'inbox', state: 'sent', employeeId: me.employeeId, at: NOW.toISOString() },
    ]);
    expect((await send('GET', 'notices/sent')).status).toBe(422);
    actor = { ...me, employeeId: randomUUID() };
    expect((await send('GET', address)).status).toBe(404);
    actor = { ...me, permissions: new Map() };
    expect((await send('GET', address)).status).toBe(403);
  });
});
