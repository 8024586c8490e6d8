/** Complaints among the other modules: service forms become complaints, revisits file them or open a new line (HOT-7c, CMP-9, EVT-2). */
import { act, handle, openComplaint, readComplaint, timeline, unitsByCode } from './support/complaints';
import { makeForm, path } from './support/hotline';
import type { Json, Person, PlayedSuite } from './support/suite';
import { playSuite } from './support/suite';

const MODULES = 'hotline,complaints,revisit,dispatch';
let suite: PlayedSuite;
let agent: Person;
let supervisor: Person;
let head: Person;
let engineer: Person;
let unit: (code: string) => string;

beforeAll(async () => {
  suite = await playSuite('2026-09-15T09:00:00+08:00', { SUITE_MODULES: MODULES });
  [agent, supervisor, head, engineer] = await Promise.all([
    suite.as('agent'),
    suite.as('supervisor'),
    suite.as('tech-manager'),
    suite.as('engineer'),
  ]);
  unit = await unitsByCode(supervisor);
});

afterAll(() => suite.close());

const now = (at: string): Promise<void> => suite.clock(at);

test('CMP-1 HOT-7c a service form that is referred is registered as a complaint as well, once', async () => {
  const form = await makeForm(agent, { category: 'service', kind: 'staff-attitude', description: '工程师态度恶劣' });
  await agent.do(`${path(form)}/refer`, { customerAgreed: true });
  await now('2026-09-15T09:00:00+08:00');
  const found = (await supervisor.list('/complaints/complaints')).filter(
    ({ customerName }) => customerName === '王建国',
  );
  expect(found).toHaveLength(1);
  const complaint = await readComplaint(supervisor, found[0] as Json);
  expect(complaint).toMatchObject({
    state: 'registered',
    channel: 'phone',
    matter: '工程师态度恶劣',
    source: { module: 'hotline', kind: 'problem-form', number: form['number'] },
    officer: { name: '林晓燕' },
  });
});

async function handled(more: Json): Promise<Json> {
  const complaint = await openComplaint(agent, { kind: 'parts-delay', ...more });
  await act(supervisor, complaint, 'relay', { unitId: unit('technical-support') });
  await act(head, complaint, 'acknowledge');
  await act(supervisor, complaint, 'check');
  await act(supervisor, complaint, 'dispatch', { unitId: unit('technical-support') });
  await handle(engineer, supervisor, complaint);
  return complaint;
}

/** The call the revisit module has planned for a complaint. */
async function taskOf(complaint: Json): Promise<Json | undefined> {
  return (await supervisor.list('/revisit/tasks')).find(({ number }) => number === complaint['number']);
}

async function callBack(complaint: Json, result: Json): Promise<void> {
  const task = await taskOf(complaint);
  if (!task) throw new Error('no call was planned');
  const task_ = `/revisit/tasks/${String(task['id'])}`;
  await supervisor.do(`${task_}/prepare`);
  await supervisor.do(`${task_}/start`);
  await supervisor.do(`${task_}/result`, { outcome: 'reached', ...result });
}

test('CMP-9 RVT-1b the call is planned when the report is in, and a satisfied one files the case', async () => {
  const complaint = await handled({ customerName: '李秀英' });
  await now('2026-09-15T10:00:00+08:00');
  expect(await taskOf(complaint)).toBeUndefined();
  await act(engineer, complaint, 'report', { way: 'paper', text: '已更换' });
  await now('2026-09-15T10:05:00+08:00');
  await callBack(complaint, { satisfied: true, words: '很满意' });
  await now('2026-09-15T10:10:00+08:00');
  const filed = await readComplaint(supervisor, complaint);
  expect(filed).toMatchObject({ state: 'filed', revisit: { satisfied: true, text: '很满意' } });
  expect(await timeline(supervisor, complaint)).toEqual(expect.arrayContaining(['revisited', 'filed']));
});

test('CMP-9a a call that is not satisfied makes a new line; the head is told', async () => {
  const complaint = await handled({ customerName: '张敏', phone: '13711112222' });
  await act(engineer, complaint, 'report', { way: 'paper' });
  await now('2026-09-15T10:30:00+08:00');
  await callBack(complaint, { satisfied: false, words: '又坏了' });
  await now('2026-09-15T10:35:00+08:00');
  const first = await readComplaint(supervisor, complaint);
  expect(first).toMatchObject({ state: 'revisited', revisit: { satisfied: false } });
  const second = await readComplaint(supervisor, { id: first['followedById'] });
  expect(second).toMatchObject({ state: 'registered', followsId: complaint['id'] });
  expect(String(second['matter'])).toContain('又坏了');
});

test('DSP-1b CMP-16 SYS-25 an order asked for out of a complaint is made by dispatch, and repairs are counted from its orders', async () => {
  const complaint = await openComplaint(agent, { kind: 'product-quality', customerName: '中信银行' });
  await act(supervisor, complaint, 'check');
  await act(supervisor, complaint, 'dispatch', { unitId: unit('user-service') });
  await act(supervisor, complaint, 'request-order', { unitId: unit('user-service'), text: '上门检修', urgent: true });
  await now('2026-09-15T11:00:00+08:00');
  const dispatcher = await suite.as('dispatcher');
  const orders = await dispatcher.list('/dispatch/work-orders');
  expect(orders.filter(({ priority }) => priority === 'urgent')).toHaveLength(1);
  const order = await dispatcher.do('/dispatch/work-orders', {
    type: 'fault-repair',
    customerClass: 'ordinary',
    description: '吞卡',
    productLine: 'atm',
  });
  await dispatcher.do(`/dispatch/work-orders/${String(order['id'])}/dispatch`, { unitId: unit('user-service') });
  await now('2026-09-15T11:05:00+08:00');
  const answer = await supervisor.get('/complaints/rate?from=2026-09-01&to=2026-09-30');
  const row = (answer.body['rows'] as Json[]).find((one) => (one['unit'] as Json)['name'] === '用户服务部');
  expect(row).toMatchObject({ source: 'counted', complaints: 1 });
  expect(Number(row?.['repairs'])).toBeGreaterThan(0);
  expect(row?.['rate']).toBe(1 / Number(row?.['repairs']));
});

test('EVT-2 HOT-7c what waited for the module is registered when it is deployed later, and a person is asked', async () => {
  const early = await playSuite('2026-09-15T09:00:00+08:00', { SUITE_MODULES: 'hotline' });
  let later: PlayedSuite | undefined;
  try {
    const officer = await early.as('agent');
    const form = await makeForm(officer, { category: 'service', kind: 'other', description: '多次来电无人处理' });
    await officer.do(`${path(form)}/refer`, { customerAgreed: true });
    await early.clock('2026-09-15T09:30:00+08:00');
    await early.running.close();
    later = await playSuite('2026-09-15T09:00:00+08:00', {
      SUITE_MODULES: 'hotline,complaints',
      DATABASE_URL: early.databaseUrl,
    });
    await later.clock('2026-09-15T09:31:00+08:00');
    const desk = await later.as('supervisor');
    const [caught] = await desk.list('/complaints/complaints');
    expect(caught).toMatchObject({ state: 'registered' });
    const tasks = (await desk.list('/work')).filter(({ kind }) => kind === 'complaints.caught-up');
    expect(tasks.map(({ number }) => number)).toEqual([caught?.['number']]);
  } finally {
    await later?.close();
    await early.drop();
  }
});
