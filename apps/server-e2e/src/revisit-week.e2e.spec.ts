/** What a revisit sets in motion: urgent orders, complaints, the next round; and the week's report of it all (RVT-1b, RVT-4, RVT-5). */
import { local, path, read } from './support/hotline';
import {
  complaintHandled,
  complaintTaken,
  eventsOf,
  finishForm,
  orderConcluded,
  pageText,
  revisit,
  settle,
  taskOf,
  unitIds,
} from './support/revisit';
import type { Json, Person, PlayedSuite } from './support/suite';
import { playSuite } from './support/suite';

let suite: PlayedSuite;
let agent: Person;
let engineer: Person;

beforeAll(async () => {
  suite = await playSuite('2026-09-23T09:00:00+08:00', { SUITE_MODULES: 'hotline,revisit' });
  [agent, engineer] = await Promise.all([suite.as('agent'), suite.as('engineer')]);
});

afterAll(() => suite.close());

const finish = (contact: Json) => finishForm(agent, engineer, contact);
const good = { satisfied: true, machineWorks: true, words: '运行正常' };

test('SYS-14 RVT-4 a machine that does not work is an urgent order at once; done, the same task calls again, and only once', async () => {
  const form = await finish({ callerName: '何平', callerPhone: '13511112222' });
  await suite.clock('2026-09-24T10:00:00+08:00');
  const task = await taskOf(agent, form['number']);
  const sent = await revisit(agent, task, { satisfied: true, machineWorks: false, words: '又不出钞了' });
  expect(sent).toMatchObject({ state: 'waiting', waitsFor: ['matter', 'order'] });
  const [order] = (await eventsOf(suite, 'revisit.urgent-order.requested.v1')).filter(
    ({ taskId }) => taskId === task['id'],
  );
  expect(order).toMatchObject({
    number: form['number'],
    matter: { module: 'hotline', kind: 'problem-form', id: form['id'] },
    engineerId: engineer.employeeId,
    officerId: agent.employeeId,
  });
  await settle(suite);
  // Without dispatch the order waits on the list of what nobody took.
  const waiting = (await (await suite.as('admin')).list('/hand-offs')).filter(({ module }) => module === 'dispatch');
  expect(waiting).toHaveLength(1);
  // The person responsible is told at once, and the form is with him again.
  expect((await engineer.list('/notices')).map(({ text }) => text)).toContainEqual(
    expect.stringContaining(String(form['number'])),
  );
  expect(await read(agent, form)).toMatchObject({ state: 'accepted', round: 2 });

  const source = { module: 'revisit', kind: 'task', id: task['id'] };
  const units = await unitIds(agent);
  const unitId = units.get('technical-support');
  await suite.clock('2026-09-24T15:00:00+08:00');
  const base = { number: 'W20260924001', type: 'fault-repair', repair: true, unitId, officerId: agent.employeeId };
  const engineerName = { engineerId: engineer.employeeId, engineerName: '陈志强' };
  await orderConcluded(suite, { ...base, ...engineerName, source, faultGrade: 2 });
  const back = await taskOf(agent, form['number']);
  expect(back).toMatchObject({ id: task['id'], state: 'planned', round: 2, faultGrade: 2, waitsFor: [] });
  expect(local(back['plannedFor'])).toBe('2026-09-25 08:30');
  // The order is no matter of its own: nobody is called twice.
  expect((await agent.list('/revisit/tasks?filter[state]=all')).filter(({ number }) => number === base.number)).toEqual(
    [],
  );

  await suite.clock('2026-09-25T09:00:00+08:00');
  expect((await revisit(agent, back, good))['state']).toBe('done');
  // The form of round 2 is concluded after it: called about already.
  await again(form);
  expect(await taskOf(agent, form['number'])).toMatchObject({ id: task['id'], state: 'done' });
});

/** The form's next round, to its end. */
async function again(form: Json): Promise<void> {
  await engineer.do(`${path(form)}/plan`, { text: '再派人上门' });
  await engineer.do(`${path(form)}/handle`, { text: '已处理' });
  await agent.do(`${path(form)}/answer`, { text: '已处理', satisfied: true });
  await settle(suite);
}

test('RVT-1a a fault that was a form and an order is one call; form 5 has repairer and grade of the order', async () => {
  const form = await finish({ callerName: '高峰', callerPhone: '13522223333' });
  const reopened = await agent.post(`${path(form)}/dissatisfied`, { text: '还是不行' });
  expect(reopened.status).toBe(200);
  const units = await unitIds(agent);
  await orderConcluded(suite, {
    number: 'W20260925009',
    type: 'fault-repair',
    repair: true,
    unitId: units.get('user-service'),
    officerId: agent.employeeId,
    engineerId: engineer.employeeId,
    engineerName: '陈志强',
    source: { module: 'hotline', kind: 'problem-form', id: form['id'] },
    faultGrade: 3,
  });
  await engineer.do(`${path(form)}/plan`, { text: '派单维修' });
  await engineer.do(`${path(form)}/handle`, { text: '已修复' });
  await agent.do(`${path(form)}/answer`, { text: '已修复', satisfied: true });
  await settle(suite);
  const task = await taskOf(agent, form['number']);
  expect(task).toMatchObject({ state: 'planned', faultGrade: 3 });
  const all = await agent.list('/revisit/tasks?filter[state]=all&page[size]=200');
  expect(all.filter(({ customerName }) => customerName === '高峰')).toHaveLength(1);
  expect(all.filter(({ number }) => number === 'W20260925009')).toEqual([]);
  const sheet = await pageText(agent, '/revisit/registers/revisit-sheet.pdf?date=2026-09-26');
  expect(sheet).toMatch(new RegExp(`${String(form['number'])}.*3级`));
  // A repair without a form is a fault of its own.
  await orderConcluded(suite, {
    number: 'W20260925010',
    type: 'fault-repair',
    repair: true,
    unitId: units.get('user-service'),
    officerId: agent.employeeId,
  });
  expect(local((await taskOf(agent, 'W20260925010'))['dueAt'])).toBe('2026-09-26 20:30');
});

test('RVT-4 not satisfied goes back into the form and to complaints at once', async () => {
  const form = await finish({ callerName: '许静', callerPhone: '13544445555' });
  await suite.clock('2026-09-26T09:00:00+08:00');
  const task = await taskOf(agent, form['number']);
  const sent = await revisit(agent, task, { satisfied: false, rating: 1, words: '等了一天' });
  expect(sent).toMatchObject({ state: 'waiting', waitsFor: ['matter', 'complaint'] });
  await settle(suite);
  expect(await read(agent, form)).toMatchObject({ state: 'accepted', round: 2 });
});

test('RVT-4 a quarrel heard in the talk goes to complaints; the revisit waits for form and complaint, then calls again', async () => {
  const form = await finish({ callerName: '罗刚', callerPhone: '13533334444' });
  await suite.clock('2026-09-26T10:00:00+08:00');
  const task = await taskOf(agent, form['number']);
  const sent = await revisit(agent, task, { ...good, trouble: 'quarrel', words: '工程师和柜员吵了一架' });
  expect(sent).toMatchObject({ state: 'waiting', waitsFor: ['matter', 'complaint'] });
  const [heard] = (await eventsOf(suite, 'revisit.complaint.heard.v1')).filter(
    ({ source }) => (source as Json)['id'] === task['id'],
  );
  expect(heard).toMatchObject({ number: form['number'], channel: 'phone', employeeId: engineer.employeeId });
  const units = await unitIds(agent);
  const hrPr = String(units.get('hr-pr'));
  const complaintId = await complaintTaken(suite, 'C20260926001', heard?.['source'] as Json, hrPr);
  expect(await taskOf(agent, form['number'])).toMatchObject({ complaint: { id: complaintId, number: 'C20260926001' } });
  const supervisor = await suite.as('supervisor');
  await complaintHandled(
    suite,
    { number: 'C20260926001', unitId: hrPr, officerId: supervisor.employeeId },
    complaintId,
  );
  expect(await taskOf(agent, form['number'])).toMatchObject({ state: 'waiting', waitsFor: ['matter'] });
  await again(form);
  expect(await taskOf(agent, form['number'])).toMatchObject({
    id: task['id'],
    state: 'planned',
    waitsFor: [],
    round: 2,
  });
  expect(await taskOf(supervisor, 'C20260926001')).toMatchObject({ event: 'complaint', state: 'planned' });
});

test('RVT-1b the complaint officer calls back the same working day; a new line of the register goes on with the same task', async () => {
  const units = await unitIds(agent);
  const hrPr = String(units.get('hr-pr'));
  const supervisor = await suite.as('supervisor');
  await suite.clock('2026-09-28T10:00:00+08:00');
  const by = { unitId: hrPr, officerId: supervisor.employeeId };
  const id = await complaintHandled(suite, { number: 'C20260928001', ...by });
  const task = await taskOf(supervisor, 'C20260928001');
  expect(local(task['dueAt'])).toBe('2026-09-28 18:00');
  const sent = await revisit(supervisor, task, { satisfied: false, words: '没有道歉' });
  expect(sent).toMatchObject({ state: 'waiting', waitsFor: ['matter'] });
  const heard = (await eventsOf(suite, 'revisit.complaint.heard.v1')).filter(
    ({ source }) => (source as Json)['id'] === task['id'],
  );
  expect(heard).toEqual([]);
  // CMP-9a: a new line, linked to the first; handled, the same task calls about it.
  const second = await complaintTaken(suite, 'C20260928002', { module: 'complaints', kind: 'complaint', id }, hrPr);
  await suite.clock('2026-09-29T11:00:00+08:00');
  await complaintHandled(suite, { number: 'C20260928002', ...by }, second);
  const again = await taskOf(supervisor, 'C20260928002');
  expect(again).toMatchObject({ id: task['id'], state: 'planned', subject: { id: second } });
  expect(local(again['dueAt'])).toBe('2026-09-29 18:00');
  // Web complaints are 800's.
  await complaintHandled(suite, { number: 'C20260929003', channel: 'web-question', ...by });
  const web = await taskOf(agent, 'C20260929003');
  expect(local(web['dueAt'])).toBe('2026-09-29 20:30');
});

test('SYS-15 RVT-5 form 10 has the figures of the tasks, two copies to general manager and deputy', async () => {
  const manager = await suite.as('manager');
  const text = await pageText(manager, '/revisit/registers/revisit-weekly.pdf?from=2026-09-21&to=2026-09-27');
  const tasks = await manager.list('/revisit/tasks?filter[state]=all&page[size]=200');
  const inWeek = (at: unknown) => local(at) >= '2026-09-21' && local(at) < '2026-09-28';
  const talks = tasks
    .map((task) => (task['attempts'] as Json[]).filter(({ at }) => inWeek(at)))
    .filter((calls) => calls.length > 0);
  const reached = talks.map((calls) => calls.filter((call) => call['reached'] === true)).filter(({ length }) => length);
  const satisfied = reached.filter((calls) => ['true', 'fair'].includes(String(calls.at(-1)?.['satisfied'])));
  expect([talks.length, reached.length, satisfied.length]).toEqual([3, 3, 2]);
  expect(text).toContain('2026年第39周（2026-09-21至2026-09-27）');
  expect(text).toMatch(/回访数3到达数3/);
  expect(text).toMatch(/满意数2满意率66\.7%/);
  expect(text).toMatch(/陈志强201/);
  expect(text).toContain('又不出钞了');
  expect(text).toContain('总经理');
  expect(text).toContain('分管副总');
});
