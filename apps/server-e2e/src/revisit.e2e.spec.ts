/** The day after: every fault is called back, matters of one customer in one call, never in rest hours (RVT-1a, RVT-2). */
import { randomUUID } from 'node:crypto';
import { deadline, local, makeForm, path } from './support/hotline';
import { finishForm, pageText, revisit, settle, taskPath, unitIds } from './support/revisit';
import type { Json, Person, PlayedSuite } from './support/suite';
import { playSuite } from './support/suite';

let suite: PlayedSuite;
let agent: Person;
let engineer: Person;

beforeAll(async () => {
  suite = await playSuite('2026-09-17T09:00:00+08:00', { SUITE_MODULES: 'hotline,revisit' });
  [agent, engineer] = await Promise.all([suite.as('agent'), suite.as('engineer')]);
});

afterAll(() => suite.close());

const finish = (contact: Json, form: Json = {}) => finishForm(agent, engineer, contact, form);
const good = { satisfied: true, machineWorks: true, words: '运行正常' };

const open = async (customerName: string): Promise<Json> => {
  const [task] = (await agent.list('/revisit/tasks')).filter((one) => one['customerName'] === customerName);
  if (!task) throw new Error(`no task of ${customerName}`);
  return task;
};

test('SYS-13 RVT-1a RVT-2 three faults make three tasks for the next day, two of one customer in one call; form 5 prints them', async () => {
  const forms = [
    await finish({ callerName: '王建国', callerPhone: '13812345678' }),
    await finish({ callerName: '王建国', callerPhone: '13812345678' }),
    await finish({ callerName: '李秀英', callerPhone: '13900001111' }),
  ];
  await suite.clock('2026-09-17T20:00:00+08:00');
  const tasks = await agent.list('/revisit/tasks');
  expect(tasks.map(({ number }) => number).sort()).toEqual(forms.map(({ number }) => number).sort());
  expect(new Set(tasks.map(({ callId }) => callId)).size).toBe(2);
  expect(tasks.map(({ plannedFor }) => local(plannedFor))).toEqual(Array(3).fill('2026-09-18 08:30'));
  expect(tasks.map(({ dueAt }) => local(dueAt))).toEqual(Array(3).fill('2026-09-18 20:30'));
  // Their day has not come: nobody's work yet.
  const mine = async () => (await agent.list('/work')).filter(({ kind }) => kind === 'task').length;
  expect(await mine()).toBe(0);

  await suite.clock('2026-09-18T10:00:00+08:00');
  expect(await mine()).toBe(3);
  for (const task of tasks) await revisit(agent, task, good);
  expect(await mine()).toBe(0);
  const sheet = await pageText(agent, '/revisit/registers/revisit-sheet.pdf?date=2026-09-18');
  for (const form of forms) expect(sheet).toContain(String(form['number']));
  expect(sheet).toContain('陈志强');
  const other = await pageText(agent, '/revisit/registers/revisit-sheet.pdf?from=2026-09-19&to=2026-09-20');
  for (const form of forms) expect(other).not.toContain(String(form['number']));
});

test('RVT-2 nobody is called in rest hours, the pack’s or his own; a better time moves the task, and the move is kept', async () => {
  const { id: customerId } = await agent.do('/customers', {
    name: '赵敏',
    kind: 'person',
    contacts: [{ name: '赵敏', phone: '13700002222' }],
  });
  const nobody = await agent.get(`/revisit/rest-hours/${randomUUID()}`);
  expect([nobody.status, nobody.body['code']]).toEqual([404, 'not-found']);
  expect((await agent.get(`/revisit/rest-hours/${String(customerId)}`)).body).toEqual({ customerId, hours: [] });
  await agent.do('/revisit/rest-hours', { customerId, hours: [['12:00', '15:30']] });
  await finish({ callerName: '赵敏', callerPhone: '13700002222', customerId });
  await suite.clock('2026-09-18T21:30:00+08:00');
  const task = await open('赵敏');
  await agent.do(`${taskPath(task)}/prepare`);
  const refused = await agent.post(`${taskPath(task)}/start`);
  expect([refused.status, refused.body['code']]).toEqual([409, 'rest-hours']);
  const move = (at: string) => agent.post(`${taskPath(task)}/move`, { at, reason: '用户出差' });
  expect((await move('2026-09-19T22:00:00+08:00')).status).toBe(409);
  expect((await move('2026-09-22T15:00:00+08:00')).body['code']).toBe('rest-hours');
  expect((await move('2026-09-18T09:00:00+08:00')).status).toBe(422);
  const moved = (await move('2026-09-22T16:00:00+08:00')).body;
  expect([moved['state'], local(moved['plannedFor']), local(moved['dueAt'])]).toEqual([
    'moved',
    '2026-09-22 16:00',
    '2026-09-22 20:30',
  ]);
  expect(moved['moves']).toMatchObject([{ reason: '用户出差', by: { id: agent.employeeId } }]);
});

test('RVT-3 a call that does not get through is counted and made again', async () => {
  await suite.clock('2026-09-22T16:00:00+08:00');
  const task = await open('赵敏');
  await agent.do(`${taskPath(task)}/start`);
  const missed = await agent.do(`${taskPath(task)}/result`, { outcome: 'not-reached' });
  expect([missed['state'], (missed['attempts'] as Json[]).length]).toEqual(['not-reached', 1]);
  await agent.do(`${taskPath(task)}/start`);
  const refused = await agent.post(`${taskPath(task)}/result`, { outcome: 'reached' });
  expect(refused.status).toBe(422);
  const done = await agent.do(`${taskPath(task)}/result`, { outcome: 'reached', satisfied: 'fair', words: '一般' });
  expect([done['state'], (done['attempts'] as Json[]).length, done['branch']]).toEqual(['done', 2, 'not-satisfied']);
});

test('RVT-3a RVT-3c over the script’s limits is shown and not blocked; leaving it is for flagged customers only', async () => {
  await finish({ callerName: '周涛', callerPhone: '13600004444' });
  await suite.clock('2026-09-23T09:00:00+08:00');
  const task = await open('周涛');
  expect(task['script']).toMatchObject({ questionLimit: 5, secondsTarget: 180, mayLeave: false, over: [] });
  await agent.do(`${taskPath(task)}/prepare`);
  await agent.do(`${taskPath(task)}/start`);
  await suite.clock('2026-09-23T09:05:00+08:00');
  const answer = { outcome: 'reached', ...good, questions: 9, recording: 'REC-2026-0923-01' };
  const left = await agent.post(`${taskPath(task)}/result`, { ...answer, leftScript: '随便聊' });
  expect([left.status, (left.body['errors'] as Json[])[0]?.['pointer']]).toEqual([422, '/leftScript']);
  const done = await agent.do(`${taskPath(task)}/result`, answer);
  expect(done).toMatchObject({
    state: 'done',
    questions: 9,
    seconds: 300,
    recording: 'REC-2026-0923-01',
    script: { over: ['questions', 'length'] },
  });
});

test('RVT-2 e-mail and SMS are refused where the pack does not allow them', async () => {
  await finish({ callerName: '吴刚', callerPhone: '13500005555' });
  await settle(suite);
  const task = await open('吴刚');
  const refused = await agent.post(`${taskPath(task)}/send`, { way: 'sms' });
  expect([refused.status, refused.body['code']]).toEqual([422, 'way-not-allowed']);
  expect(task['allowedActions']).not.toContain('send');
});

test('HOT-5c an answer found after the call is a call-back task of the same officer, due the same day', async () => {
  await suite.clock('2026-09-30T10:00:00+08:00');
  const contact = await agent.do('/hotline/contacts', {
    channel: 'phone',
    callerName: '孙丽',
    callerPhone: '13600003333',
    summary: '询问保修政策',
    category: 'consultation',
  });
  await agent.do(`/hotline/contacts/${String(contact['id'])}/call-back`, { text: '查保修政策' });
  const [task] = (await agent.list('/work')).filter(({ kind }) => kind === 'hotline.call-back');
  expect(local(task?.['dueAt'])).toBe('2026-09-30 20:30');
  await agent.do(`/tasks/${String(task?.['id'])}/done`, { text: '已回电说明保修一年' });
  expect((await agent.list('/work')).filter(({ kind }) => kind === 'hotline.call-back')).toEqual([]);
});

test('DLN-3 HOT-8 waiting for the customer pauses the result clock; resuming gives back the rest of the time', async () => {
  const pausing = await playSuite('2026-09-22T15:00:00+08:00', { SUITE_MODULES: 'hotline' });
  try {
    const [officer, handler] = [await pausing.as('agent'), await pausing.as('engineer')];
    const form = await makeForm(officer);
    await officer.do(`${path(form)}/refer`, { customerAgreed: true });
    await handler.do(`${path(form)}/accept`, {});
    const paused = await handler.do(`${path(form)}/await-customer`, { reason: '等用户腾出场地' });
    expect(paused).toMatchObject({
      state: 'awaiting-customer',
      dueAt: null,
      allowedActions: expect.arrayContaining(['resume']),
    });
    await pausing.clock('2026-09-23T15:00:00+08:00');
    const resumed = await handler.do(`${path(form)}/resume`);
    // Paused on Tuesday at 15:00 with 19 open hours left; from Friday the 25th on it is Mid-Autumn Festival.
    expect([resumed['state'], local(resumed['dueAt'])]).toEqual(['accepted', '2026-09-28 18:00']);
  } finally {
    await pausing.close();
  }
});

test('HOT-9d the time the customer asks for is a clock of its own, and goes with the form to the unit that has it', async () => {
  const asking = await playSuite('2026-09-22T15:00:00+08:00', { SUITE_MODULES: 'hotline' });
  try {
    const officer = await asking.as('agent');
    const units = await unitIds(officer);
    const form = await makeForm(officer, { requestedAt: '2026-09-24T15:00:00+08:00' });
    const ofUnit = async () => {
      const clock = await deadline(officer, form, 'requested-time');
      return [local(clock['dueAt']), (clock['owner'] as Json)['unitId']];
    };
    expect(await ofUnit()).toEqual(['2026-09-24 15:00', units.get('technical-support')]);
    const elsewhere = { customerAgreed: true, unitId: units.get('user-service'), reason: '设备在用户服务部' };
    await officer.do(`${path(form)}/refer`, elsewhere);
    expect(await ofUnit()).toEqual(['2026-09-24 15:00', units.get('user-service')]);
    const manager = await asking.as('tech-manager');
    const waiting = (await manager.list('/work')).map(({ number }) => number);
    // Head of two departments: what either has not taken yet stands on his list.
    expect(waiting).toContain(form['number']);
  } finally {
    await asking.close();
  }
});
