/** Attachments over HTTP: uploaded, claimed for a subject, read by its people, gone with the customer (IDN-5, CUS-5). */
import { randomUUID } from 'node:crypto';
import { auditRoom, Recorder, Timeline } from '@bihuan/audit';
import { clockRoom } from '@bihuan/clock';
import { migrateDown, migrateUp, UnitOfWork } from '@bihuan/database';
import { configureHttp, createHttpAdapter, Housekeeping, httpRoom, SubjectAccess } from '@bihuan/http';
import { outboxRoom } from '@bihuan/outbox';
import type { Subject, UserActor } from '@bihuan/plugin-kit';
import { DataKeys, Erasers, privacyRoom } from '@bihuan/privacy';
import { edgeApp, type EdgeApp } from '@bihuan/testing-harness';
import { multipart, type Part } from '@bihuan/testing-kit';
import { Attachments } from './attachments';
import { attachmentsRoom } from './attachments.manifest';
import { jpeg, pdf, png } from './test/files';

const person = (): UserActor => ({
  kind: 'user',
  userId: randomUUID(),
  employeeId: randomUUID(),
  name: '王建国',
  unitId: randomUUID(),
  unitsBelow: [],
  permissions: new Map(),
});
const [engineer, colleague, stranger] = [person(), person(), person()];

let edge: EdgeApp;
let actor = engineer;
const run = <T>(work: Parameters<UnitOfWork['run']>[1], by: UserActor = engineer) =>
  edge.app.get(UnitOfWork).run(by, work) as Promise<T>;

beforeAll(async () => {
  edge = await edgeApp([clockRoom, privacyRoom, auditRoom, outboxRoom, httpRoom, attachmentsRoom], {
    edge: { configureHttp, createHttpAdapter },
    now: new Date('2026-09-17T08:00:00+08:00'),
    actor: () => actor,
  });
  // Engineer and colleague may read every order; a stranger none.
  edge.app
    .get(SubjectAccess)
    .add('dispatch', { mayRead: (who) => Promise.resolve(who.employeeId !== stranger.employeeId) });
}, 60_000);
afterAll(() => edge.close());
beforeEach(() => (actor = engineer));

interface Answer {
  status: number;
  body: {
    id: string;
    name: string;
    code: string;
    errors: { pointer: string; code: string }[];
    data: { id: string; name: string }[];
  };
  bytes: Buffer;
  headers: Record<string, unknown>;
}

async function call(method: 'GET' | 'POST', url: string, parts?: readonly Part[], headers = {}): Promise<Answer> {
  const sent = parts && multipart(parts);
  const reply = await edge.app.inject({
    method,
    url: `/api/attachments${url}`,
    headers: { ...headers, ...(sent ? sent.headers : {}) },
    ...(sent ? { payload: sent.body } : {}),
  });
  const json = String(reply.headers['content-type']).includes('json');
  return {
    status: reply.statusCode,
    body: (json ? reply.json() : {}) as Answer['body'],
    bytes: reply.rawPayload,
    headers: reply.headers,
  };
}

const file = (bytes: Buffer, filename = 'photo.png'): Part => ({ name: 'file', filename, bytes });
const upload = (parts: readonly Part[] = [file(png(4, 4))]) => call('POST', '', parts);

/** An order of a customer, with his name in its timeline under his key. */
async function order(): Promise<{ subject: Subject; keyId: string; customerId: string }> {
  const subject = { module: 'dispatch', kind: 'work-order', id: randomUUID() };
  const customerId = randomUUID();
  const keyId = await run<string>(async (tx) => {
    const key = await edge.app.get(DataKeys).ofCustomer(tx, customerId);
    await edge.app.get(Recorder).record(tx, { subject, action: 'opened', personal: { name: '陈㙍' }, keyId: key });
    return key;
  });
  return { subject, keyId, customerId };
}
const keyOf = ({ module, kind, id }: Subject) => `${module}:${kind}:${id}`;
const attach = (id: string, subject: Subject, keyId: string, by = engineer) =>
  run((tx) => edge.app.get(Attachments).attach(tx, id, subject, keyId), by);

describe('upload', () => {
  it('IDN-5 what is uploaded is read by its sender only until it is attached, then by the subject’s people', async () => {
    const photo = png(8, 8);
    const { status, body } = await upload([file(photo, '陈㙍的机器.png')]);
    expect([status, body.name]).toEqual([201, '陈㙍的机器.png']);
    const read = async (who: UserActor) => {
      actor = who;
      return (await call('GET', `/${body.id}`)).status;
    };
    expect([await read(engineer), await read(colleague), await read(stranger)]).toEqual([200, 404, 404]);
    const { subject, keyId } = await order();
    await attach(body.id, subject, keyId);
    expect([await read(engineer), await read(colleague), await read(stranger)]).toEqual([200, 200, 404]);
    actor = colleague;
    const answer = await call('GET', `/${body.id}`);
    expect(answer.bytes.equals(photo)).toBe(true);
    expect(answer.headers).toMatchObject({
      'content-type': 'image/png',
      'content-disposition': `attachment; filename="attachment-${body.id}.png"`,
      'x-content-type-options': 'nosniff',
    });
    expect((await call('GET', `?filter[subject]=${keyOf(subject)}`)).body.data).toMatchObject([
      { id: body.id, name: '陈㙍的机器.png' },
    ]);
  });

  it('IDN-5 with a subject it is attached at once and stands in the timeline; not his is 404', async () => {
    const { subject } = await order();
    const parts = [file(jpeg(20, 20), 'a.jpg'), { name: 'subject', value: keyOf(subject) }];
    actor = stranger;
    expect((await upload(parts)).status).toBe(404);
    actor = engineer;
    const { status, body } = await upload(parts);
    expect(status).toBe(201);
    actor = colleague;
    expect((await call('GET', `/${body.id}`)).status).toBe(200);
    expect((await edge.app.get(Timeline).of(subject)).at(-1)).toMatchObject({
      action: 'attachment-added',
      data: { attachment: body.id, type: 'image/jpeg' },
      personal: { name: 'a.jpg' },
    });
  });

  it.each<[string, readonly Part[], string, string]>([
    [
      'no file',
      [{ name: 'subject', value: keyOf({ module: 'a', kind: 'b', id: randomUUID() }) }],
      '/file',
      'file-required',
    ],
    ['an empty file', [file(Buffer.alloc(0))], '/file', 'empty-file'],
    ['a kind that is not taken', [file(Buffer.from('MZ\x90\x00'), 'a.exe')], '/file', 'unknown-type'],
    ['a content that is not what the ending says', [file(pdf(), 'a.png')], '/file', 'other-ending'],
    ['a field nobody knows', [file(png(4, 4)), { name: 'folder', value: '/etc' }], '/folder', 'unknown-field'],
    ['two files', [file(png(4, 4)), file(png(4, 4))], '/file', 'unknown-field'],
    ['a subject that is none', [file(png(4, 4)), { name: 'subject', value: 'x' }], '/subject', 'bad-subject'],
  ])('IDN-5 S7 %s is 422 and says where', async (_, parts, pointer, code) => {
    const { status, body } = await upload(parts);
    expect([status, body.errors[0]?.pointer, body.errors[0]?.code]).toEqual([422, pointer, code]);
  });

  it('IDN-5 more bytes than the limit are 413, a broken body is 400, JSON is 422', async () => {
    const large = Buffer.concat([png(4, 4), Buffer.alloc(20 * 1_048_576)]);
    expect((await upload([file(large)])).status).toBe(413);
    const headers = { 'content-type': 'multipart/form-data; boundary=x' };
    const broken = await edge.app.inject({
      method: 'POST',
      url: '/api/attachments',
      headers,
      payload: '--x\r\nnothing',
    });
    expect(broken.statusCode).toBe(400);
    const json = await edge.app.inject({ method: 'POST', url: '/api/attachments', payload: { file: 'x' } });
    expect(json.statusCode).toBe(422);
  });

  it('API the same Idempotency-Key and file give one attachment, another file is refused', async () => {
    const headers = { 'idempotency-key': randomUUID() };
    const first = await call('POST', '', [file(png(5, 5))], headers);
    const again = await call('POST', '', [file(png(5, 5))], headers);
    expect([first.status, again.body.id]).toEqual([201, first.body.id]);
    expect((await call('POST', '', [file(png(6, 6))], headers)).body.code).toBe('idempotency-key-reused');
  });
});

describe('claims', () => {
  it('IDN-5 a second claim for the same subject changes nothing; another subject, another person, no such file are 422', async () => {
    const [one, other] = [await order(), await order()];
    const { id } = (await upload()).body;
    const refused = { details: { errors: [{ pointer: '/attachmentId', code: 'unknown-attachment' }] } };
    await expect(attach(id, one.subject, one.keyId, colleague)).rejects.toMatchObject(refused);
    await attach(id, one.subject, one.keyId);
    await attach(id, one.subject, one.keyId);
    expect(await edge.app.get(Attachments).of(one.subject)).toHaveLength(1);
    await expect(attach(id, other.subject, other.keyId)).rejects.toMatchObject(refused);
    await expect(attach(randomUUID(), one.subject, one.keyId)).rejects.toMatchObject(refused);
  });

  it('IDN-5 of several the one that is wrong is named, and none is claimed', async () => {
    const { subject, keyId } = await order();
    const { id } = (await upload()).body;
    const claim = run((tx) => edge.app.get(Attachments).attachAll(tx, [id, randomUUID()], subject, keyId, '/evidence'));
    await expect(claim).rejects.toMatchObject({ details: { errors: [{ pointer: '/evidence/1' }] } });
    expect(await edge.app.get(Attachments).of(subject)).toEqual([]);
  });

  it('IDN-5 two people claim at once: the file goes to one subject', async () => {
    const [one, other] = [await order(), await order()];
    const { id } = (await upload()).body;
    const outcomes = await Promise.allSettled([
      attach(id, one.subject, one.keyId),
      attach(id, other.subject, other.keyId),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('IDN-5 what nobody attached within a day is removed; what is attached stays', async () => {
    const { subject, keyId } = await order();
    const [kept, lost] = [(await upload()).body.id, (await upload()).body.id];
    await attach(kept, subject, keyId);
    await edge.db.query("update attachments.attachment set kept_until = kept_until - interval '25 hours'");
    await edge.app.get(Housekeeping).round();
    expect((await call('GET', `/${lost}`)).status).toBe(404);
    expect((await call('GET', `/${kept}`)).status).toBe(200);
  });
});

describe('privacy', () => {
  it('CUS-5 neither name nor content stands in plain, and both go with the customer', async () => {
    const { subject, keyId, customerId } = await order();
    const secret = Buffer.from('签字：陈㙍 13812345678');
    const { id } = (await upload([file(secret, '陈㙍.txt')])).body;
    await attach(id, subject, keyId);
    const [row] = await edge.db.query<Record<string, unknown>[]>('select * from attachments.attachment where id = $1', [
      id,
    ]);
    const plain = Object.values(row ?? {}).map((value) =>
      Buffer.isBuffer(value) ? value.toString('utf8') : String(value),
    );
    expect(plain.join('|')).not.toMatch(/陈㙍|13812345678/);
    await run(async (tx) => {
      await edge.app.get(Erasers).get('attachments')?.erase(tx, customerId);
      await edge.app.get(DataKeys).destroy(tx, customerId);
    });
    expect((await call('GET', `/${id}`)).status).toBe(404);
    expect(await edge.db.query('select 1 from attachments.attachment where id = $1', [id])).toEqual([]);
  });

  it('CUS-5 nothing is attached for a customer who was erased', async () => {
    const { subject, keyId, customerId } = await order();
    const { id } = (await upload()).body;
    await run((tx) => edge.app.get(DataKeys).destroy(tx, customerId));
    await expect(attach(id, subject, keyId)).rejects.toMatchObject({ code: 'customer-erased' });
    const parts = [file(png(4, 4)), { name: 'subject', value: keyOf(subject) }];
    expect((await upload(parts)).status).toBe(409);
  });
});

it('PLG-1 the tables go down with rows in place and up again', async () => {
  await upload();
  const room = { room: 'attachments', migrations: attachmentsRoom.migrations };
  expect(await migrateDown(edge.db, room, 9)).toHaveLength(1);
  await migrateUp(edge.db, [room]);
  expect((await upload()).status).toBe(201);
});
