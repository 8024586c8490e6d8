/** A customer whose order went through everything is erased: no value of his is left; what is open can still be ended (CUS-5). */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import { readPictures } from '@bihuan/testing-kit';
import { lookInto } from './support/archive';
import { traces, word } from './support/canary';
import { uploadSignature } from './support/complaints';
import { codeSent, orderPath, readOrder } from './support/dispatch';
import type { Json, Person, PlayedSuite } from './support/suite';
import { playSuite } from './support/suite';

jest.setTimeout(120_000);

let suite: PlayedSuite;
let db: DataSource;
let folder: string;
let admin: Person;
let agent: Person;
let dispatcher: Person;
let engineer: Person;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bihuan-e2e-'));
  process.env['SUITE_DATA_DIR'] = folder;
  suite = await playSuite('2026-09-17T09:00:00+08:00', { SUITE_MODULES: 'dispatch' });
  db = await lookInto(suite.databaseUrl);
  [admin, agent, dispatcher, engineer] = (await Promise.all(
    ['admin', 'agent', 'dispatcher', 'engineer'].map((user) => suite.as(user)),
  )) as [Person, Person, Person, Person];
});

afterAll(async () => {
  await db.destroy();
  await suite.close();
  delete process.env['SUITE_DATA_DIR'];
  await rm(folder, { recursive: true, force: true });
});

async function customer(): Promise<Json> {
  const made = await admin.do('/customers', {
    name: word('有限公司'),
    kind: 'company',
    contacts: [{ name: word('联系人'), phone: '13877771111' }],
  });
  const site = await admin.do(`/customers/${String(made['id'])}/sites`, {
    name: word('网点'),
    address: word('大道99号'),
  });
  return { customerId: made['id'], siteId: site['id'] };
}

/** What was sent by SMS has left the house; the development's file stands for the gateway. */
const left = async (): Promise<string[]> =>
  (await traces(db, folder)).filter((place) => !place.includes('/outgoing/sms/'));

const open = async (of: Json): Promise<Json> => {
  const order = await agent.do('/dispatch/work-orders', {
    type: 'fault-repair',
    customerClass: 'ordinary',
    productLine: 'atm',
    description: word('吞卡'),
    model: word('机型'),
    serial: 'SN-CANARY-42',
    ...of,
  });
  await dispatcher.do(`${orderPath(order)}/dispatch`, { assigneeId: engineer.employeeId, text: word('请快') });
  return order;
};

test('CUS-5 nothing of an erased customer is left in any table or file; an open order is brought to its end without words', async () => {
  const he = await customer();
  const order = await open(he);
  expect(order).toMatchObject({ customerName: word('有限公司'), phone: '13877771111', site: word('网点') });
  const at = orderPath(order);
  await engineer.do(`${at}/accept`, { text: word('收到') });
  await engineer.do(`${at}/request-replacement`, { reason: word('不熟') });
  await dispatcher.do(`${at}/reassign`, { assigneeId: engineer.employeeId, text: word('再看看') });
  await engineer.do(`${at}/contact`, { text: word('已约') });
  await engineer.do(`${at}/suspend`, { reason: word('不在家') });
  await engineer.do(`${at}/resume`);
  await engineer.do(`${at}/approve-plan`, { approvedBy: word('主任'), text: word('换板'), risks: word('停机') });
  await engineer.do(`${at}/arrive`);
  await engineer.do(`${at}/fill-sheet`, {
    text: word('换了'),
    leftOver: [{ text: word('读卡器'), measure: word('周五') }],
  });
  await engineer.do(`${at}/solve`, { cause: word('碰断'), text: word('已换') });
  await engineer.do(`${at}/send-code`);
  const code = await codeSent(admin, order);
  const attachmentId = await uploadSignature(suite, engineer);
  await engineer.do(`${at}/sign`, {
    name: word('签字人'),
    code,
    attachmentId,
    place: word('大厅'),
    remark: word('满意'),
    rating: 5,
  });
  await engineer.do(`${at}/feed-back`, { text: word('已修好') });
  const waiting = await open(he);
  await engineer.do(`${orderPath(waiting)}/accept`);
  await suite.clock('2026-09-17T09:30:00+08:00');

  const readable = await left();
  expect(readable).toContainEqual(expect.stringContaining(' in dispatch.work_order:'));
  const plain = / in (audit|outbox|forms|notices|alarms|http|bullmq|privacy|identity|work)\.| in \//;
  expect(readable.filter((place) => plain.test(place))).toEqual([]);

  await admin.do(`/customers/${String(he['customerId'])}/erase`, { reason: '本人书面要求' });
  await suite.clock('2026-09-17T09:31:00+08:00');
  await db.query('analyze');
  expect(await left()).toEqual([]);
  expect(await readOrder(dispatcher, order)).toMatchObject({
    number: order['number'],
    customerName: '',
    description: '',
    cause: '',
    rating: 5,
    signature: { name: '', withCode: true },
    sheet: { leftOver: [] },
  });

  // The paper prints without what is gone, the drawn signature too.
  const paper = await dispatcher.pdf(`${at}/forms/service-sheet.pdf`);
  expect([paper.status, await readPictures(paper.bytes)]).toEqual([200, [[], []]]);

  const refused = await engineer.post(`${orderPath(waiting)}/contact`, { text: word('约定') });
  expect([refused.status, refused.body['code']]).toEqual([409, 'customer-erased']);
  await engineer.do(`${orderPath(waiting)}/arrive`);
  await dispatcher.do(`${orderPath(waiting)}/cancel`, { reason: word('不修了') });
  await (await suite.as('tech-manager')).do(`${at}/grade`, { grade: 4, text: word('小修') });
  expect(await dispatcher.do(`${at}/close`)).toMatchObject({ state: 'closed' });
  await suite.clock('2026-09-17T09:32:00+08:00');
  expect(await left()).toEqual([]);
});
