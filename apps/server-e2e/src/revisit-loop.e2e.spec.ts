/** SYS-14 and SYS-18 with the neighbours deployed: urgent order and back, evaluation and complaint, each with its own module. */
import request from 'supertest';
import { act, handle as carryOut, openComplaint, readComplaint, unitsByCode } from './support/complaints';
import { orderPath, readOrder, workThrough } from './support/dispatch';
import { local } from './support/hotline';
import { finishForm, revisit, settle, taskOf, taskPath } from './support/revisit';
import type { Answer, Json, Person, PlayedSuite } from './support/suite';
import { playSuite } from './support/suite';

let suite: PlayedSuite;
let agent: Person;
let dispatcher: Person;
let engineer: Person;
let manager: Person;
let supervisor: Person;
let form: Json;

beforeAll(async () => {
  suite = await playSuite('2026-09-17T09:00:00+08:00', { SUITE_MODULES: 'hotline,dispatch,complaints,revisit' });
  const users = ['agent', 'dispatcher', 'engineer', 'tech-manager', 'supervisor'];
  [agent, dispatcher, engineer, manager, supervisor] = (await Promise.all(users.map((user) => suite.as(user)))) as [
    Person,
    Person,
    Person,
    Person,
    Person,
  ];
  form = await finishForm(agent, engineer, { callerName: '何平', callerPhone: '13511112222' });
});

afterAll(() => suite.close());

test('SYS-14 RVT-4 not working: the urgent order is there at once; the revisit stays open and comes back when it is done', async () => {
  await suite.clock('2026-09-18T09:00:00+08:00');
  const task = await taskOf(agent, form['number']);
  const sent = await revisit(agent, task, { satisfied: true, machineWorks: false, words: '又不出钞了' });
  expect(sent).toMatchObject({ state: 'waiting', waitsFor: ['matter', 'order'] });
  await settle(suite);
  const [order] = await dispatcher.list('/dispatch/work-orders');
  if (!order) throw new Error('no urgent order');
  expect(await readOrder(dispatcher, order)).toMatchObject({ state: 'drafted', priority: 'urgent' });

  await dispatcher.do(`${orderPath(order)}/dispatch`, { assigneeId: engineer.employeeId });
  await suite.clock('2026-09-18T11:00:00+08:00');
  await workThrough(engineer, order, '出钞模块磨损');
  expect(await taskOf(agent, form['number'])).toMatchObject({ state: 'waiting' });
  await manager.do(`${orderPath(order)}/grade`, { grade: 2 });
  await dispatcher.do(`${orderPath(order)}/close`);
  await settle(suite);
  const back = await taskOf(agent, form['number']);
  expect(back).toMatchObject({ id: task['id'], state: 'planned', faultGrade: 2, handler: { name: '陈志强' } });
  expect(local(back['dueAt'])).toBe('2026-09-19 20:30');
  await suite.clock('2026-09-19T09:00:00+08:00');
  // Not working again, but the customer turns the order down: he is called all the same.
  expect(await revisit(agent, back, { satisfied: true, machineWorks: false })).toMatchObject({ state: 'waiting' });
  await settle(suite);
  const [second] = await dispatcher.list('/dispatch/work-orders');
  if (!second) throw new Error('no second urgent order');
  await dispatcher.do(`${orderPath(second)}/cancel`, { reason: '用户自行联系厂家' });
  await settle(suite);
  const again = await taskOf(agent, form['number']);
  expect(again).toMatchObject({ id: task['id'], state: 'planned' });
  await suite.clock(String(again['plannedFor']));
  expect(await revisit(agent, again, { satisfied: true, machineWorks: true })).toMatchObject({ state: 'done' });
  // One call a matter: neither the order nor the form is called about a second time.
  const all = await agent.list('/revisit/tasks?filter[state]=all');
  expect(all.filter(({ customerName }) => customerName === '何平')).toHaveLength(1);
});

test('SYS-18 RVT-8b a very dissatisfied evaluation, confirmed, is a registered complaint linked to it', async () => {
  const given = (await request(suite.url).post('/api/portal/evaluations').send({
    number: form['number'],
    lastFour: '2222',
    item: 'after-sales',
    technicalLevel: -50,
    attitude: -50,
    remark: '修了两次才好',
  })) as Answer;
  const path = `/revisit/evaluations/${String(given.body['id'])}`;
  await settle(suite);
  const register = () => supervisor.list('/complaints/complaints');
  expect(await register()).toEqual([]);
  await supervisor.do(`${path}/confirm`, {});
  await settle(suite);
  const [complaint, ...more] = await register();
  expect(more).toEqual([]);
  expect(complaint).toMatchObject({ state: 'registered', channel: 'web-column' });
  const linked = (await supervisor.get(path)).body;
  expect(linked['complaint']).toEqual({ id: complaint?.['id'], number: complaint?.['number'] });
  expect(linked['state']).toBe('confirmed');
});

test('RVT-4 a quarrel heard in the talk is registered with complaints, linked to the talk', async () => {
  const other = await finishForm(agent, engineer, { callerName: '罗刚', callerPhone: '13533334444' });
  await suite.clock('2026-09-20T09:00:00+08:00');
  const task = await taskOf(agent, other['number']);
  await revisit(agent, task, { satisfied: true, machineWorks: true, trouble: 'quarrel', words: '吵了一架' });
  await settle(suite);
  const { complaint } = (await agent.get(taskPath(task))).body as { complaint: Json };
  const found = (await supervisor.list('/complaints/complaints')).find(({ id }) => id === complaint['id']);
  expect(found).toMatchObject({ number: complaint['number'], channel: 'phone' });
  // RVT-4: withdrawn, the complaint does not come back any more; the form still does.
  await supervisor.do(`/complaints/complaints/${String(complaint['id'])}/withdraw`, { reason: '用户撤回' });
  await settle(suite);
  expect((await agent.get(taskPath(task))).body).toMatchObject({ state: 'waiting', waitsFor: ['matter'] });
});

test('RVT-4 an urgent order and a complaint out of one talk: called again only when both are done', async () => {
  const both = await finishForm(agent, engineer, { callerName: '丁宁', callerPhone: '13555556666' });
  await suite.clock('2026-09-21T08:40:00+08:00');
  const task = await taskOf(agent, both['number']);
  const sent = await revisit(agent, task, { satisfied: false, machineWorks: false, words: '又坏了，态度也差' });
  expect(sent).toMatchObject({ state: 'waiting', waitsFor: ['matter', 'order', 'complaint'] });
  await settle(suite);
  const orders = await dispatcher.list('/dispatch/work-orders');
  const order = orders.find(({ state }) => state === 'drafted');
  if (!order) throw new Error('no urgent order');
  await dispatcher.do(`${orderPath(order)}/cancel`, { reason: '用户自行处理' });
  await settle(suite);
  const one = (await agent.get(taskPath(task))).body;
  expect(one).toMatchObject({ state: 'waiting', waitsFor: ['complaint'] });
  const { id } = one['complaint'] as Json;
  await supervisor.do(`/complaints/complaints/${String(id)}/withdraw`, { reason: '用户撤回' });
  await settle(suite);
  expect((await agent.get(taskPath(task))).body).toMatchObject({ state: 'planned', waitsFor: [] });
});

describe('SYS-23 with the revisit module', () => {
  let unit: (code: string) => string;
  let first: Json;

  const handled = async (complaint: Json): Promise<void> => {
    await act(supervisor, complaint, 'relay', { unitId: unit('technical-support') });
    await act(supervisor, complaint, 'check');
    await act(supervisor, complaint, 'dispatch', { unitId: unit('technical-support') });
    await carryOut(engineer, supervisor, complaint);
  };
  const register = async (): Promise<Json> => {
    unit = await unitsByCode(supervisor);
    const complaint = await openComplaint(agent, { channel: 'complaint-line', kind: 'parts-delay' });
    await handled(complaint);
    return complaint;
  };
  const ofMine = async (): Promise<Json[]> =>
    (await supervisor.list('/revisit/tasks?filter[state]=all&filter[event]=complaint')).filter(
      ({ customerName }) => customerName === '王建国',
    );

  test('RVT-1b SYS-23 called as soon as the report is in; not satisfied is a new line, called about with the same task', async () => {
    await suite.clock('2026-09-21T10:00:00+08:00');
    first = await register();
    await settle(suite);
    expect(await ofMine()).toEqual([]);
    await act(engineer, first, 'report', { way: 'paper' });
    await settle(suite);
    const [task] = await ofMine();
    if (!task) throw new Error('no revisit was planned');
    expect(local(task['dueAt'])).toBe('2026-09-21 18:00');
    await revisit(supervisor, task, { satisfied: false, words: '机器又坏了' });
    await settle(suite);
    const line = await readComplaint(supervisor, first);
    expect(line).toMatchObject({ state: 'revisited', revisit: { satisfied: false } });
    const second = await readComplaint(supervisor, { id: line['followedById'] });
    await handled(second);
    await act(engineer, second, 'report', { way: 'paper' });
    await settle(suite);
    const [again, ...more] = await ofMine();
    expect(more).toEqual([]);
    expect(again).toMatchObject({ id: task['id'], state: 'planned', subject: { id: second['id'] } });
    await revisit(supervisor, again as Json, { satisfied: true });
    await settle(suite);
    for (const complaint of [first, second])
      expect((await readComplaint(supervisor, complaint))['state']).toBe('filed');
  });

  test('RVT-4 a complaint that its own officer called about is not called about again', async () => {
    await suite.clock('2026-09-22T10:00:00+08:00');
    const own = await register();
    await act(engineer, own, 'report', { way: 'paper' });
    await settle(suite);
    expect(await taskOf(supervisor, own['number'])).toMatchObject({ state: 'planned' });
    await act(supervisor, own, 'revisit', { satisfied: true });
    await settle(suite);
    expect(await taskOf(supervisor, own['number'])).toMatchObject({
      state: 'cancelled',
      cancelReason: 'matter-closed',
    });
  });
});
