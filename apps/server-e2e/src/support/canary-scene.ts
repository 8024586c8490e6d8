/** One customer known to every module, with a value in every field that takes one (CUS-5). */
import { randomUUID } from 'node:crypto';
import request from 'supertest';
import type { DataSource } from 'typeorm';
import { word } from './canary';
import { codeSent, orderPath } from './dispatch';
import { finishForm, settle, taskOf, taskPath } from './revisit';
import type { Json, Person, PlayedSuite } from './suite';

export const PHONE = '13877771111';

export interface Scene {
  readonly suite: PlayedSuite;
  readonly db: DataSource;
  readonly admin: Person;
  readonly agent: Person;
  readonly dispatcher: Person;
  readonly engineer: Person;
  readonly head: Person;
  readonly supervisor: Person;
  readonly manager: Person;
  readonly desk: Person;
  /** Code of a unit → its id. */
  readonly unit: (code: string) => string;
}

/** A file of his, with a name of his. */
export async function upload(scene: Scene, person: Person): Promise<string> {
  const { suite } = scene;
  const answer = await request(suite.url)
    .post('/api/attachments')
    .set('authorization', person.authorization)
    .attach('file', Buffer.from(word('扫描件')), 'CANARY-scan.txt');
  if (answer.status !== 201) throw new Error(`uploading answered ${answer.status}: ${JSON.stringify(answer.body)}`);
  return String((answer.body as Json)['id']);
}

async function demandState(person: Person, path: string, wanted: string): Promise<void> {
  const { state } = await person.do(path);
  if (state !== wanted) throw new Error(`${path} left the import ${String(state)}, not ${wanted}`);
}

/** Uploaded as a table and committed, as an office brings its customers (CUS-4). */
export async function importCustomer(scene: Scene): Promise<string> {
  const { suite, admin } = scene;
  const table = `客户编号,客户名称,客户类型,联系人,电话,电子邮件\nKH-CANARY-9,${word('有限公司')},单位,${word('李工')},${PHONE},canary@canary.example\n`;
  const made = await request(suite.url)
    .post('/api/imports')
    .set('authorization', admin.authorization)
    .field('kind', 'customers')
    .attach('file', Buffer.from(table), 'CANARY.csv');
  const at = `/imports/${String((made.body as Json)['id'])}`;
  await demandState(admin, `${at}/dry-run`, 'checked');
  await admin.do(`${at}/commit`);
  // The same table again is wrong; what is said of it names row and column, not the cell.
  const again = await request(suite.url)
    .post('/api/imports')
    .set('authorization', admin.authorization)
    .field('kind', 'customers')
    .attach('file', Buffer.from(table), 'CANARY.csv');
  await demandState(admin, `/imports/${String((again.body as Json)['id'])}/dry-run`, 'faulty');
  const found = await admin.do('/customers/search', { phone: PHONE });
  return String((found['data'] as Json[])[0]?.['id']);
}

export async function playOrder(scene: Scene, of: Json): Promise<Json> {
  const { admin, agent, dispatcher, engineer, head, unit } = scene;
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

/** A form, its revisit with all a talk can bring up, and the customer's own evaluation with a remark. */
export async function playRevisit(scene: Scene, customerId: string): Promise<Json> {
  const { suite, agent, engineer } = scene;
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
  if (given.status !== 201) throw new Error(`evaluating answered ${given.status}`);
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

/** A sample call noted by hand with its evidence, as a house without revisit has it (APR-1a). */
export async function noteSample(scene: Scene, customerId: string): Promise<void> {
  const { db, agent, unit } = scene;
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
