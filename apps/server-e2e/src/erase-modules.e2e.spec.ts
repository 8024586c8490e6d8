/** A customer known to every module is erased: nothing of him is left in any table, statistic or file (CUS-5). */
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import request from 'supertest';
import type { DataSource } from 'typeorm';
import { appealPath } from './support/appeals';
import { lookInto } from './support/archive';
import { traces, word } from './support/canary';
import { act, complaintPath, unitsByCode } from './support/complaints';
import { codeSent, orderPath } from './support/dispatch';
import { finishForm, settle, taskOf, taskPath } from './support/revisit';
import type { Json, Person, PlayedSuite } from './support/suite';
import { playSuite } from './support/suite';

jest.setTimeout(180_000);

const PHONE = '13877771111';

let suite: PlayedSuite;
let db: DataSource;
let folder: string;
let admin: Person;
let agent: Person;
let dispatcher: Person;
let engineer: Person;
let head: Person;
let supervisor: Person;
let manager: Person;
let desk: Person;
let unit: (code: string) => string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bihuan-e2e-'));
  process.env['SUITE_DATA_DIR'] = folder;
  suite = await playSuite('2026-09-17T09:00:00+08:00');
  db = await lookInto(suite.databaseUrl);
  [admin, agent, dispatcher, engineer, head, supervisor, manager, desk] = (await Promise.all(
    ['admin', 'agent', 'dispatcher', 'engineer', 'tech-manager', 'supervisor', 'manager', 'regulator-desk'].map(
      (user) => suite.as(user),
    ),
  )) as [Person, Person, Person, Person, Person, Person, Person, Person];
  unit = await unitsByCode(supervisor);
});

afterAll(async () => {
  await db.destroy();
  await suite.close();
  delete process.env['SUITE_DATA_DIR'];
  await rm(folder, { recursive: true, force: true });
});

/** A file of his, with a name of his. */
async function upload(person: Person): Promise<string> {
  const answer = await request(suite.url)
    .post('/api/attachments')
    .set('authorization', person.authorization)
    .attach('file', Buffer.from(word('扫描件')), 'CANARY-scan.txt');
  if (answer.status !== 201) throw new Error(`uploading answered ${answer.status}: ${JSON.stringify(answer.body)}`);
  return String((answer.body as Json)['id']);
}

/** Uploaded as a table and committed, as an office brings its customers (CUS-4). */
async function importCustomer(): Promise<string> {
  const table = `客户编号,客户名称,客户类型,联系人,电话,电子邮件\nKH-CANARY-9,${word('有限公司')},单位,${word('李工')},${PHONE},canary@canary.example\n`;
  const made = await request(suite.url)
    .post('/api/imports')
    .set('authorization', admin.authorization)
    .field('kind', 'customers')
    .attach('file', Buffer.from(table), 'CANARY.csv');
  const at = `/imports/${String((made.body as Json)['id'])}`;
  expect(await admin.do(`${at}/dry-run`)).toMatchObject({ state: 'checked', rows: 1 });
  await admin.do(`${at}/commit`);
  // The same table again is wrong; what is said of it names row and column, not the cell.
  const again = await request(suite.url)
    .post('/api/imports')
    .set('authorization', admin.authorization)
    .field('kind', 'customers')
    .attach('file', Buffer.from(table), 'CANARY.csv');
  expect(await admin.do(`/imports/${String((again.body as Json)['id'])}/dry-run`)).toMatchObject({ state: 'faulty' });
  const found = await admin.do('/customers/search', { phone: PHONE });
  return String((found['data'] as Json[])[0]?.['id']);
}

async function playOrder(of: Json): Promise<Json> {
  const order = await agent.do('/dispatch/work-orders', {
    type: 'fault-repair',
    customerClass: 'ordinary',
    productLine: 'atm',
    description: word('吞卡'),
    model: word('机型'),
    serial: 'SN-CANARY-42',
    customerName: word('用户'),
    phone: PHONE,
    site: word('网点'),
    address: word('大道99号'),
    ...of,
  });
  const at = orderPath(order);
  await dispatcher.do(`${at}/dispatch`, { assigneeId: engineer.employeeId, text: word('请快') });
  await engineer.do(`${at}/accept`, { text: word('收到') });
  const lead = await dispatcher.do(`${at}/co-operate`, { unitId: unit('technical-support'), text: word('同去') });
  const [part] = lead['children'] as Json[];
  await dispatcher.do(`/dispatch/work-orders/${String(part?.['id'])}/cancel`, { reason: word('不用了') });
  await engineer.do(`${at}/contact`, { text: word('已约') });
  await engineer.do(`${at}/call-help`, { text: word('求助') });
  await engineer.do(`${at}/arrive`, { text: word('到了') });
  await engineer.do(`${at}/fill-sheet`, {
    text: word('换了'),
    leftOver: [{ text: word('读卡器'), measure: word('周五') }],
  });
  await engineer.do(`${at}/solve`, { cause: word('碰断'), text: word('已换') });
  await engineer.do(`${at}/send-code`);
  const code = await codeSent(admin, order);
  await engineer.do(`${at}/sign`, { name: word('签字人'), code, place: word('大厅'), remark: word('满意'), rating: 5 });
  await engineer.do(`${at}/feed-back`, { text: word('已修好') });
  await head.do(`${at}/grade`, { grade: 4, text: word('小修') });
  await dispatcher.do(`${at}/close`, { text: word('结束') });
  return order;
}

const complaintOf = (customerId: string): Json => ({
  channel: 'complaint-line',
  kind: 'parts-delay',
  customerId,
  customerName: word('用户'),
  phone: PHONE,
  contact: word('李工'),
  address: word('大道99号'),
  matter: word('三天无人上门'),
  demand: word('尽快修复'),
  recording: 'CANARY-recording-7',
});

/** Every act of 5S4E that takes words. */
async function playComplaint(customerId: string): Promise<Json> {
  const one = await agent.do('/complaints/complaints', complaintOf(customerId));
  await act(supervisor, one, 'relay', { unitId: unit('technical-support'), text: word('请处理') });
  await act(head, one, 'acknowledge', { text: word('收到') });
  await act(supervisor, one, 'check', { text: word('属实') });
  await act(supervisor, one, 'mark-major', { reason: word('重大') });
  await act(supervisor, one, 'look', { text: word('看过') });
  await act(supervisor, one, 'supervise', {
    instruction: word('速办'),
    requiredReply: word('说明原因'),
    dueAt: '2026-09-18T12:00:00+08:00',
  });
  await act(supervisor, one, 'dispatch', { unitId: unit('technical-support'), text: word('请办') });
  const [order] = await head.list('/complaints/supervisions');
  await head.do(`/complaints/supervisions/${String(order?.['id'])}/reply`, { text: word('已安排') });
  await act(engineer, one, 'note-contact', { reason: word('需核实'), text: word('问了型号') });
  await act(engineer, one, 'investigate', {
    facts: word('备件未到'),
    cause: word('备件未到'),
    causeText: word('供方延误'),
    persons: [{ employeeId: engineer.employeeId }],
  });
  const proposed = await act(engineer, one, 'propose', {
    proposals: [{ text: word('调拨备件') }, { text: word('更换整机') }],
    customersChoice: word('要第一个'),
  });
  const [first] = proposed['proposals'] as Json[];
  await act(supervisor, one, 'decide', {
    proposalId: first?.['id'],
    instruction: word('同意'),
    customersChoice: word('一'),
  });
  await act(engineer, one, 'carry-out', { text: word('已更换'), consent: word('同意结案') });
  await act(supervisor, one, 'progress-reply', { text: word('进展') });
  await act(supervisor, one, 're-promise', { dueAt: '2026-09-25T12:00:00+08:00', reason: word('等件') });
  await act(engineer, one, 'report', {
    way: 'paper',
    text: word('汇报'),
    missingReason: word('返厂'),
    attachmentId: await upload(engineer),
  });
  await act(supervisor, one, 'revisit', { satisfied: false, proposal: word('先发备件'), text: word('又坏了') });
  return one;
}

async function playAppeal(customerId: string, complaint: Json): Promise<Json> {
  const one = await desk.do('/appeals/appeals', {
    regulator: 'ministry-centre',
    caseNumber: '部申[2026]9号',
    filed: true,
    appellant: word('用户'),
    phone: PHONE,
    matter: word('多次投诉未退'),
    business: 'internet',
    nature: 'charges',
    customerId,
    documents: [await upload(desk)],
  });
  const at = (name: string) => appealPath(one, name);
  await desk.do('/appeals/appeals/candidates', { phone: PHONE, matter: word('投诉') });
  await settle(suite);
  await desk.do(at('link'), { complaintId: complaint['id'] });
  await desk.do(at('dispatch'), {
    unitId: unit('technical-support'),
    assigneeId: head.employeeId,
    text: word('请核实'),
  });
  await head.do(at('accept'), { text: word('受理') });
  for (const round of [1, 2]) {
    await head.do(at('verify'), { text: word('核实'), evidence: [await upload(head)] });
    await head.do(at('plan'), { text: word('退费'), explanation: word('口径') });
    await head.do(at('answer'), {
      text: word('已致歉'),
      way: word('上门'),
      firmAtFault: true,
      improvement: word('整改'),
    });
    const words = { explanation: word('无附件'), basis: word('依据'), measures: word('措施') };
    await head.do(at('report'), { text: word('经查'), ...words });
    if (round === 1) await desk.do(at('send-back'), { reason: word('不清楚') });
  }
  await desk.do(at('approve'), { text: word('同意') });
  await desk.do(at('reply'), { text: word('答复部里') });
  await desk.do(at('revisit'), { satisfied: false, text: word('仍不满意') });
  await desk.do(at('report-for-record'), {
    to: '省管局',
    text: word('报备'),
    impact: word('影响'),
    measures: word('已采取'),
    opinion: word('拟处理'),
  });
  await desk.do(at('enter-receipt'), { text: word('回执') });
  await desk.do(at('note'), { text: word('备注'), documents: [await upload(desk)] });
  await desk.do(at('conclude'), {
    conclusion: 'own-cause',
    ground: 'court',
    body: word('法院'),
    cause: 'other',
    liability: word('无责'),
    tags: ['重复扣费'],
  });
  await desk.do(at('archive'), { text: word('归档'), mediation: word('调解') });
  return one;
}

/** A form, its revisit with all a talk can bring up, and the customer's own evaluation with a remark. */
async function playRevisit(customerId: string): Promise<Json> {
  const form = await finishForm(
    agent,
    engineer,
    { customerId, callerName: word('来电人'), callerPhone: PHONE, summary: word('吞卡') },
    {
      customerName: word('用户'),
      description: word('吞卡'),
      site: word('网点'),
      address: word('大道99号'),
      mobile: PHONE,
    },
  );
  await settle(suite);
  const given = await request(suite.url)
    .post('/api/portal/evaluations')
    .send({
      number: form['number'],
      lastFour: PHONE.slice(-4),
      item: 'after-sales',
      technicalLevel: -50,
      attitude: -50,
      project: word('改造'),
      remark: word('态度恶劣'),
      evaluator: word('评定人'),
    });
  expect(given.status).toBe(201);
  const waiting = (await agent.list('/revisit/evaluations')).find(({ id }) => id === (given.body as Json)['id']);
  await agent.do(`/revisit/evaluations/${String(waiting?.['id'])}/confirm`, { text: word('确实') });
  await suite.clock('2026-09-18T09:00:00+08:00');
  const task = await taskOf(agent, form['number']);
  await agent.do(`${taskPath(task)}/prepare`, { text: word('已读') });
  await agent.do(`${taskPath(task)}/start`);
  await agent.do(`${taskPath(task)}/result`, {
    outcome: 'reached',
    satisfied: false,
    machineWorks: true,
    words: word('还行'),
    about: word('慢'),
    improve: word('快点'),
    promised: word('下次快'),
    suggestion: word('多备件'),
    recording: 'CANARY-recording-8',
    trouble: 'quarrel',
  });
  return form;
}

/** Columns in which his words stand must not be sampled by the planner: an erased customer would stay in its samples. */
async function sampled(places: readonly string[]): Promise<string[]> {
  const found = new Set<string>();
  for (const place of places) {
    const [, table, columns] = / in ([a-z_]+\.[a-z_]+): (.*)$/.exec(place) ?? [];
    if (!table || !columns || table.startsWith('pg_')) continue;
    const rows = (await db.query(
      `select attname from pg_attribute where attrelid = $1::regclass and attname = any($2)
         and coalesce(attstattarget, -1) <> 0 and atttypid not in ('bytea'::regtype, 'uuid'::regtype)`,
      [table, columns.split(', ')],
    )) as { attname: string }[];
    for (const { attname } of rows) found.add(`${table}.${attname}`);
  }
  return [...found].sort();
}

/** What a complaint brings upon people, in words that may name the customer (CMP-11). */
async function playSanction(complaint: Json): Promise<void> {
  await supervisor.do('/complaints/sanctions', {
    complaintId: complaint['id'],
    employeeId: engineer.employeeId,
    breach: 'responsible',
    text: word('顶撞'),
  });
  const proposed = await manager.list('/complaints/sanctions?page[size]=200');
  expect(proposed.length).toBeGreaterThan(0);
  for (const { id } of proposed) {
    await manager.do(`/complaints/sanctions/${String(id)}/decide`, { uphold: true, text: word('属实') });
  }
  const own = proposed.find(({ person }) => (person as Json | null)?.['id'] === engineer.employeeId);
  await engineer.do(`/complaints/sanctions/${String(own?.['id'])}/object`, { text: word('冤枉') });
  await manager.do(`/complaints/sanctions/${String(own?.['id'])}/review`, { uphold: false, text: word('撤销') });
  await supervisor.do('/complaints/circulations', {
    complaintId: complaint['id'],
    matter: word('无人上门'),
    ground: word('备件'),
    handling: word('批评'),
    requirement: word('改进'),
    toUnitIds: [unit('technical-support')],
  });
}

/** A sample call noted by hand with its evidence, as a house without revisit has it (APR-1a). */
async function noteSample(customerId: string): Promise<void> {
  const contactId = randomUUID();
  await db.query(
    `insert into appraisal.contact (id, fact_version, employee_id, unit_id, customer_id, number, period)
     values ($1, 1, $2, $3, $4, 'N1', '2026-08')`,
    [contactId, agent.employeeId, unit('user-service'), customerId],
  );
  await db.query(
    `insert into appraisal.sample (id, version, period, employee_id, unit_id, contact_id, number, state, good, ground,
       by_name, requested_at) values ($1, 1, '2026-08', $2, $3, $4, 'N1', 'reached', true, $5, '赵敏', $6)`,
    [randomUUID(), agent.employeeId, unit('user-service'), contactId, word('说还行'), '2026-09-01T09:00:00+08:00'],
  );
}

/** What went out by SMS is with the gateway, for which a file of the development stands. */
const left = async (): Promise<string[]> =>
  (await traces(db, folder)).filter((place) => !place.includes('/outgoing/sms/'));

test('CUS-5 order, complaint, appeal, revisit, evaluation, import, files: erased in every table, statistic and file; chain whole', async () => {
  const customerId = await importCustomer();
  await playOrder({ customerId });
  const complaint = await playComplaint(customerId);
  await playSanction(complaint);
  await playAppeal(customerId, complaint);
  await noteSample(customerId);
  await playRevisit(customerId);
  const prints = [
    `${complaintPath(complaint)}/forms/complaint-report/prints`,
    '/revisit/registers/revisit-sheet/prints',
  ];
  for (const print of prints)
    await supervisor.do(print, print.includes('registers') ? { from: '2026-09-17', to: '2026-09-18' } : {});
  await suite.clock('2026-09-18T18:00:00+08:00');

  const { body: chain } = await admin.get('/audit/verify');
  expect(chain).toMatchObject({ whole: true, waiting: 0 });
  await db.query('analyze');
  const readable = await left();
  for (const table of [
    'dispatch.work_order',
    'complaints.complaint',
    'complaints.supervision',
    'complaints.sanction',
    'complaints.circulation',
    'appraisal.sample',
    'appeals.appeal',
    'appeals.filing',
    'appeals.note',
    'appeals.known_complaint',
    'revisit.task',
    'revisit.evaluation',
    'revisit.matter',
    'customers.customer',
  ]) {
    expect(readable).toContainEqual(expect.stringContaining(` in ${table}:`));
  }
  // In what must not change he stands only under his key; what other rooms learn of him is codes.
  const plain =
    / in (audit|outbox|forms|notices|alarms|http|bullmq|privacy|identity|attachments|exchange|reporting|live)\.| in \//;
  expect(readable.filter((place) => plain.test(place))).toEqual([]);
  expect(await sampled(readable)).toEqual([]);

  await admin.do(`/customers/${customerId}/erase`, { reason: '本人书面要求' });
  await suite.clock('2026-09-18T18:01:00+08:00');
  expect(await left()).toEqual([]);
  const { body: after } = await admin.get(`/audit/verify?head=${String(chain['head'])}`);
  expect(after).toMatchObject({ whole: true, broken: [] });

  // What happened is still counted and shown, without him.
  const read = (await supervisor.get(complaintPath(complaint))).body;
  expect(read).toMatchObject({
    number: complaint['number'],
    matter: '',
    customerName: '',
    investigation: { facts: '' },
  });
  expect((await manager.get(complaintPath(complaint))).status).toBe(200);
});
