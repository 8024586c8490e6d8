/** One customer plays the whole loop and is erased: nothing of him is left in any table, queue or file (CUS-5, SYS-05). */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import { lookInto } from './support/archive';
import { files, traces, word } from './support/canary';
import { path, read } from './support/hotline';
import type { Json, Person, PlayedSuite } from './support/suite';
import { playSuite } from './support/suite';

jest.setTimeout(180_000);

let suite: PlayedSuite;
let db: DataSource;
let folder: string;
let agent: Person;
let agent2: Person;
let engineer: Person;
let manager: Person;
let admin: Person;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bihuan-e2e-'));
  process.env['SUITE_DATA_DIR'] = folder;
  suite = await playSuite('2026-09-17T09:00:00+08:00');
  db = await lookInto(suite.databaseUrl);
  [agent, agent2, engineer, manager, admin] = await Promise.all([
    suite.as('agent'),
    suite.as('agent2'),
    suite.as('engineer'),
    suite.as('tech-manager'),
    suite.as('admin'),
  ]);
});
afterAll(async () => {
  await db.destroy();
  await suite.close();
  delete process.env['SUITE_DATA_DIR'];
  await rm(folder, { recursive: true, force: true });
});

const statistics = () =>
  db.query(
    `select 'contact' as what, state, category as kind, count(*)::int from hotline.contact group by 2, 3
     union all select 'form', state, category || coalesce(kind, ''), count(*)::int from hotline.problem_form group by 2, 3
     union all select 'rounds', '', '', sum(round)::int from hotline.problem_form
     union all select 'revisit', state, coalesce(satisfied, ''), count(*)::int from revisit.task group by 2, 3
     union all select 'calls', '', '', sum(jsonb_array_length(attempts))::int from revisit.task
     union all select 'task', state, kind, count(*)::int from work.task group by 2, 3
     union all select 'print', form_code, '', sum(count)::int from forms.print_count group by 2
     union all select 'deadline', state, stage, count(*)::int from alarms.deadline group by 2, 3
     union all select 'serial', '', '', count(*)::int from numbering.counter order by 1, 2, 3, 4`,
  );

const once = (person: Person, address: string, body: Json) =>
  person.post(address, body, { 'idempotency-key': address });

/** A customer with a value in every field. */
async function customer(): Promise<{ id: string; siteId: string }> {
  const made = await once(admin, '/customers', {
    name: word('有限公司'),
    kind: 'company',
    number: 'KH-CANARY-1',
    groupName: word('集团'),
    meanMonthlySpending: 4711,
    contacts: [{ name: word('联系人'), phone: '13877771111', office: '075577772222', email: 'canary@canary.example' }],
  });
  expect(made.status).toBe(201);
  const id = String(made.body['id']);
  const site = await admin.do(`/customers/${id}/sites`, {
    name: word('网点'),
    address: word('大道99号'),
    houseRules: word('门禁须登记'),
  });
  await admin.do(`/customers/${id}/equipment`, {
    serial: 'SN-CANARY-42',
    model: 'H22',
    productLine: 'atm',
    siteId: site['id'],
    acceptanceSheet: 'YS-CANARY-7',
  });
  return { id, siteId: String(site['id']) };
}

const contactOf = ({ id, siteId }: { id: string; siteId: string }): Json => ({
  channel: 'phone',
  callerName: word('来电人'),
  callerPhone: '13877771111',
  customerId: id,
  siteId,
  site: word('网点'),
  summary: word('说机器吞卡'),
  purpose: word('要修'),
  category: 'technical',
  callId: 'CANARY-call-1',
  recording: 'CANARY-recording-1',
});

async function takeContact(of: { id: string; siteId: string }): Promise<string> {
  return String((await agent.do('/hotline/contacts', contactOf(of)))['id']);
}

async function makeForm(of: { id: string; siteId: string }, more: Json = {}): Promise<Json> {
  return agent.do('/hotline/problem-forms', {
    contactId: await takeContact(of),
    category: 'technical',
    kind: 'hardware',
    description: word('机器吞卡'),
    customerName: word('用户'),
    site: word('网点'),
    siteId: of.siteId,
    address: word('大道99号'),
    mobile: '13877771111',
    office: '075577772222',
    requestedAt: '2026-09-18T10:00:00+08:00',
    ...more,
  });
}

/** All that may be said about a contact without a form. */
async function playContacts(of: { id: string; siteId: string }): Promise<void> {
  const id = await takeContact(of);
  const contact = `/hotline/contacts/${id}`;
  await agent.do(`${contact}/await-customer`, { text: word('请测试') });
  await agent.do(`${contact}/reopen`, { reason: word('来电') });
  await agent.do(`${contact}/call-back`, { text: word('查后回复') });
  await agent.do(`${contact}/hand-over`, { assigneeId: agent2.employeeId, reason: word('熟悉') });
  await agent2.do(`${contact}/answer`, { text: word('换卡'), understood: true, satisfied: true });
  const nuisance = await takeContact(of);
  await agent.do(`/hotline/contacts/${nuisance}/nuisance`);
  const concluded = await takeContact(of);
  await agent.do(`/hotline/contacts/${concluded}/conclude`, { text: word('答复') });
}

/** The loop with a return, a wait, a chase, a second round and a revisit sent back. */
async function playForm(form: Json): Promise<void> {
  const at = path(form);
  const units = new Map((await agent.list('/units')).map((unit) => [unit['code'], unit['id']]));
  await agent.do(`${at}/refer`, {
    overrideReason: word('已挂机'),
    unitId: units.get('user-service'),
    reason: word('用户要求'),
  });
  const engineer2 = await suite.as('engineer2');
  await engineer2.do(`${at}/return`, { reason: word('非我部门'), unitId: units.get('technical-support') });
  await engineer.do(`${at}/accept`, {
    appointmentAt: '2026-09-18T10:00:00+08:00',
    place: word('大厅'),
    text: word('约定'),
    judgement: word('读卡器'),
    parts: word('备件'),
  });
  await engineer.do(`${at}/await-customer`, { reason: word('不在家') });
  await engineer.do(`${at}/resume`, { text: word('回来了') });
  await engineer.do(`${at}/plan`, { text: word('更换') });
  // Overdue: notices to people, and a chase task that is done with words about him.
  await suite.clock('2026-09-22T10:00:00+08:00');
  const chase = (await agent.list('/work')).find(({ kind }) => kind === 'hotline.chase');
  await once(agent, `/tasks/${String(chase?.['id'])}/done`, { text: word('已致歉') });
  await engineer.do(`${at}/handle`, { text: word('已更换') });
  await manager.do(`${at}/audit`, { text: word('同意') });
  await once(agent, `${at}/answer`, { text: word('已修好'), satisfied: 'unknown' });
  await agent.do(`${at}/dissatisfied`, { text: word('又坏了') });
  await engineer.do(`${at}/plan`, { text: word('再更换') });
  await engineer.do(`${at}/handle`, { text: word('再换好') });
  await agent.do(`${at}/answer`, { text: word('好了'), satisfied: true });
}

async function playRevisit(form: Json): Promise<void> {
  await suite.clock('2026-09-23T09:00:00+08:00');
  const tasks = (await agent.list('/revisit/tasks')).filter(({ number }) => number === form['number']);
  const task = `/revisit/tasks/${String(tasks[0]?.['id'])}`;
  await agent.do(`${task}/prepare`, { text: word('已读') });
  await agent.do(`${task}/start`);
  await agent.do(`${task}/not-reached`, { text: word('没人接') });
  await agent.do(`${task}/move`, { at: '2026-09-23T15:00:00+08:00', reason: word('下午') });
  await suite.clock('2026-09-23T15:00:00+08:00');
  await agent.do(`${task}/start`);
  await once(agent, `${task}/result`, {
    outcome: 'reached',
    satisfied: false,
    machineWorks: false,
    rating: 2,
    words: word('还是坏的'),
  });
}

async function printAll(form: Json): Promise<string[]> {
  const prints = [
    [`${path(form)}/forms/problem-form/prints`, {}],
    [`${path(form)}/forms/acceptance-record/prints`, {}],
    ['/hotline/registers/consultation-log/prints', { from: '2026-09-17', to: '2026-09-23' }],
    ['/revisit/registers/revisit-sheet/prints', { from: '2026-09-17', to: '2026-09-24' }],
  ] as const;
  const urls: string[] = [];
  for (const [address, body] of prints) urls.push(String((await agent.do(address, body))['url']));
  const items = [{ subject: `hotline:problem-form:${String(form['id'])}`, formCode: 'problem-form' }];
  const job = await agent.do('/forms/print-jobs', { items });
  await suite.clock('2026-09-23T15:00:00+08:00');
  const done = (await agent.get(`/forms/print-jobs/${String(job['id'])}`)).body;
  return [...urls, ...(done['parts'] as string[])];
}

it('CUS-5 a customer who went through everything is erased: no value of his in any table, queue or file; chains whole', async () => {
  const he = await customer();
  // Somebody else's matter in the same days stays as it is.
  const neighbour = await agent.do('/hotline/contacts', {
    channel: 'phone',
    callerName: '邻居',
    callerPhone: '13900000000',
    summary: '邻居的事',
    category: 'technical',
  });
  await playContacts(he);
  const form = await makeForm(he);
  await playForm(form);
  await playRevisit(form);
  const withdrawn = await makeForm(he);
  await agent.do(`${path(withdrawn)}/withdraw`, { reason: word('不要了') });
  const open = await makeForm(he);
  await agent.do(`${path(open)}/refer`, { customerAgreed: true });
  const prints = await printAll(form);
  const tally = String((await agent.do('/hotline/registers/call-tally/prints', { date: '2026-09-17' }))['url']);
  for (const print of [...prints, tally]) expect([print, (await agent.pdf(print)).status]).toEqual([print, 200]);
  await admin.do('/customers/search', { text: word('有限') });
  await suite.clock('2026-09-24T18:00:00+08:00');

  const before = await statistics();
  const { body: chain } = await admin.get('/audit/verify');
  expect(chain).toMatchObject({ whole: true, waiting: 0 });
  const readable = await traces(db, folder);
  for (const schema of ['customers.customer', 'hotline.contact', 'hotline.problem_form', 'revisit.task', 'work.task']) {
    expect(readable).toContainEqual(expect.stringContaining(` in ${schema}:`));
  }
  // In what must not change he stands only under his key, and in what leaves the house not at all.
  const plain = / in (audit|outbox|forms|notices|alarms|http|bullmq|privacy|identity)\.| in \//;
  expect(readable.filter((place) => plain.test(place))).toEqual([]);
  expect((await files(folder)).length).toBeGreaterThan(0);
  const timeline = `/timeline?filter[subject]=hotline:problem-form:${String(form['id'])}`;
  expect(JSON.stringify(await agent.list(timeline))).toContain(word('又坏了'));

  await once(admin, `/customers/${he.id}/erase`, { reason: '本人书面要求' });
  await suite.clock('2026-09-24T18:00:00+08:00');
  // The planner's statistics are of the rows as they are now.
  await db.query('analyze');

  expect(await traces(db, folder)).toEqual([]);
  expect(await statistics()).toEqual(before);
  const { body: after } = await admin.get(`/audit/verify?head=${String(chain['head'])}`);
  expect(after).toMatchObject({ whole: true, broken: [] });
  for (const print of prints) expect([print, (await agent.pdf(print)).status]).toEqual([print, 404]);
  expect((await agent.pdf(tally)).status).toBe(200);

  // What happened is still told, without him.
  const story = await agent.list(timeline);
  expect(story.map(({ action }) => action)).toEqual(expect.arrayContaining(['drafted', 'referred', 'dissatisfied']));
  expect(JSON.stringify(story)).not.toContain('personal');
  expect(await read(agent, form)).toMatchObject({
    number: form['number'],
    description: '',
    customerName: '',
    round: 3,
  });
  expect((await agent.get(`/hotline/contacts/${String(neighbour['id'])}`)).body).toMatchObject({ summary: '邻居的事' });
  // The day's registers print on, without him.
  const sheet = await agent.do('/hotline/registers/consultation-log/prints', { from: '2026-09-17', to: '2026-09-23' });
  expect((await agent.pdf(String(sheet['url']))).status).toBe(200);
  // Nothing is written of him any more; what is still open can be brought to its end.
  const refused = await engineer.post(`${path(open)}/accept`, { text: word('约定') });
  expect([refused.status, refused.body['code']]).toEqual([409, 'customer-erased']);
  await agent.do(`${path(open)}/withdraw`, { reason: word('不要了') });
  for (const { id, allowedActions } of await agent.list('/revisit/tasks')) {
    if (!(allowedActions as string[]).includes('cancel')) continue;
    await agent.do(`/revisit/tasks/${String(id)}/cancel`, { reason: word('不打了') });
  }
  expect(await traces(db, folder)).toEqual([]);
});
