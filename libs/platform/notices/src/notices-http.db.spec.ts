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
import { REPLAY_PERMISSION, SENT_PERMISSION } from './notices.controller';
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

  it('NTF-1 IDN-2 what was given up is listed without the customer’s name, and sent again by who may', async () => {
    const subject = await tell('7');
    const [failed, customer, code] = [randomUUID(), randomUUID(), randomUUID()];
    await edge.db.query(
      `insert into notices.delivery (id, notice_id, channel, position, state, attempts, error, done_at)
       select $1, id, 'e-mail', 1, 'failed', 5, 'ECONNREFUSED', $2 from notices.notice where subject_id = $3`,
      [failed, NOW, subject.id],
    );
    for (const [id, secret] of [
      [customer, false],
      [code, true],
    ]) {
      await edge.db.query(
        `insert into notices.outgoing (id, module, kind, subject_id, key_id, channel, sealed_values, secret, at, state, attempts, done_at)
         values ($1, 'hotline', 'problem-form', $2, gen_random_uuid(), 'sms', '', $3, $4, 'failed', 5, $4::timestamptz - interval '1 hour')`,
        [id, subject.id, secret, NOW],
      );
    }
    expect((await send('GET', 'notices/failed')).status).toBe(403);
    expect((await send('POST', `notices/failed/${failed}/replay`, {})).status).toBe(403);
    actor = { ...me, permissions: new Map([[REPLAY_PERMISSION, 'all']]) };
    expect((await send('GET', 'notices/failed')).body.data).toEqual([
      {
        id: failed,
        subject,
        channel: 'e-mail',
        audience: 'employee',
        employeeId: me.employeeId,
        at: NOW.toISOString(),
        attempts: 5,
        error: 'ECONNREFUSED',
      },
      expect.objectContaining({ id: customer, channel: 'sms', audience: 'customer', employeeId: null }),
    ]);
    for (const id of [failed, customer]) {
      expect(await send('POST', `notices/failed/${id}/replay`, {})).toMatchObject({ status: 200, body: { id } });
    }
    // A one-time code would come too late; what waits already does not wait twice.
    for (const id of [code, failed, randomUUID()]) {
      expect((await send('POST', `notices/failed/${id}/replay`, {})).status).toBe(404);
    }
    expect((await send('GET', 'notices/failed')).body.data).toEqual([]);
    const waiting = await edge.db.query('select state, attempts, try_at from notices.delivery where id = $1', [failed]);
    expect(waiting).toEqual([{ state: 'pending', attempts: 0, try_at: NOW }]);
  });
});
