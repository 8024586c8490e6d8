/** The day after: every fault is called back, matters of one customer in one call, never in rest hours (RVT-1a, RVT-2). */
import { readPdf } from '@bihuan/testing-kit';
import { deadline, handle, local, makeForm, path } from './support/hotline';
import type { Json, Person, PlayedSuite } from './support/suite';
import { playSuite } from './support/suite';

let suite: PlayedSuite;
let agent: Person;
let engineer: Person;

beforeAll(async () => {
  suite = await playSuite('2026-09-17T09:00:00+08:00');
  [agent, engineer] = await Promise.all([suite.as('agent'), suite.as('engineer')]);
});

afterAll(() => suite.close());

async function finish(contact: Json): Promise<Json> {
  const form = await makeForm(agent, { mobile: undefined }, contact);
  await agent.do(`${path(form)}/refer`, { customerAgreed: true });
  await handle(engineer, form);
  return agent.do(`${path(form)}/answer`, { text: '已处理', satisfied: true });
}

const taskPath = (task: Json): string => `/revisit/tasks/${String(task['id'])}`;

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
  expect(tasks.map(({ plannedFor }) => local(plannedFor).slice(0, 10))).toEqual(Array(3).fill('2026-09-18'));

  await suite.clock('2026-09-18T10:00:00+08:00');
  for (const task of tasks) {
    await agent.do(`${taskPath(task)}/prepare`);
    await agent.do(`${taskPath(task)}/start`);
    await agent.do(`${taskPath(task)}/result`, {
      outcome: 'reached',
      satisfied: true,
      machineWorks: true,
      words: '运行正常',
    });
  }
  const sheet = await agent.pdf('/revisit/registers/revisit-sheet.pdf?date=2026-09-18');
  const text = (await readPdf(sheet.bytes)).map((page) => page.text).join('');
  for (const form of forms) expect(text).toContain(String(form['number']));
  expect(text).toContain('陈志强');
});

test('RVT-2 nobody is called in rest hours; a better time moves the task', async () => {
  await finish({ callerName: '赵敏', callerPhone: '13700002222' });
  await suite.clock('2026-09-18T21:30:00+08:00');
  const [task] = (await agent.list('/revisit/tasks')).filter(({ customerName }) => customerName === '赵敏');
  if (!task) throw new Error('no task was planned');
  await agent.do(`${taskPath(task)}/prepare`);
  const refused = await agent.post(`${taskPath(task)}/start`);
  expect([refused.status, refused.body['code']]).toEqual([409, 'rest-hours']);
  const atRest = await agent.post(`${taskPath(task)}/move`, { at: '2026-09-19T22:00:00+08:00' });
  expect(atRest.status).toBe(409);
  const moved = await agent.do(`${taskPath(task)}/move`, { at: '2026-09-22T15:00:00+08:00', reason: '用户出差' });
  expect([moved['state'], local(moved['plannedFor'])]).toEqual(['moved', '2026-09-22 15:00']);
});

test('RVT-3 a call that does not get through is counted and made again', async () => {
  await suite.clock('2026-09-22T15:00:00+08:00');
  const [task] = (await agent.list('/revisit/tasks')).filter(({ customerName }) => customerName === '赵敏');
  if (!task) throw new Error('the moved task is gone');
  await agent.do(`${taskPath(task)}/start`);
  const missed = await agent.do(`${taskPath(task)}/result`, { outcome: 'not-reached' });
  expect([missed['state'], (missed['attempts'] as Json[]).length]).toEqual(['not-reached', 1]);
  await agent.do(`${taskPath(task)}/start`);
  const refused = await agent.post(`${taskPath(task)}/result`, { outcome: 'reached' });
  expect(refused.status).toBe(422);
  const done = await agent.do(`${taskPath(task)}/result`, { outcome: 'reached', satisfied: 'fair', words: '一般' });
  expect([done['state'], (done['attempts'] as Json[]).length]).toEqual(['done', 2]);
});

test('HOT-5c an answer found after the call is a call-back task of the same officer, due the same day', async () => {
  const contact = await agent.do('/hotline/contacts', {
    channel: 'phone',
    callerName: '孙丽',
    callerPhone: '13600003333',
    summary: '询问保修政策',
    category: 'consultation',
  });
  await agent.do(`/hotline/contacts/${String(contact['id'])}/call-back`, { text: '查保修政策' });
  const [task] = (await agent.list('/work')).filter(({ kind }) => kind === 'hotline.call-back');
  expect(local(task?.['dueAt'])).toBe('2026-09-22 20:30');
  await agent.do(`/tasks/${String(task?.['id'])}/done`, { text: '已回电说明保修一年' });
  expect((await agent.list('/work')).filter(({ kind }) => kind === 'hotline.call-back')).toEqual([]);
});

test('DLN-3 HOT-8 waiting for the customer pauses the result clock; resuming gives back the rest of the time', async () => {
  const form = await makeForm(agent);
  await agent.do(`${path(form)}/refer`, { customerAgreed: true });
  await engineer.do(`${path(form)}/accept`, {});
  const paused = await engineer.do(`${path(form)}/await-customer`, { reason: '等用户腾出场地' });
  expect(paused).toMatchObject({
    state: 'awaiting-customer',
    dueAt: null,
    allowedActions: expect.arrayContaining(['resume']),
  });
  await suite.clock('2026-09-23T15:00:00+08:00');
  const resumed = await engineer.do(`${path(form)}/resume`);
  // Paused on Tuesday at 15:00 with 19 open hours left; from Friday the 25th on it is Mid-Autumn Festival.
  expect([resumed['state'], local(resumed['dueAt'])]).toEqual(['accepted', '2026-09-28 18:00']);
});

test('HOT-9d the time the customer asks for is a clock of its own, and goes with the form to the unit that has it', async () => {
  const units = new Map((await agent.list('/units')).map((unit) => [unit['code'], String(unit['id'])]));
  const form = await makeForm(agent, { requestedAt: '2026-09-24T15:00:00+08:00' });
  const ofUnit = async () => {
    const clock = await deadline(agent, form, 'requested-time');
    return [local(clock['dueAt']), (clock['owner'] as Json)['unitId']];
  };
  expect(await ofUnit()).toEqual(['2026-09-24 15:00', units.get('technical-support')]);
  const elsewhere = { customerAgreed: true, unitId: units.get('user-service'), reason: '设备在用户服务部' };
  await agent.do(`${path(form)}/refer`, elsewhere);
  expect(await ofUnit()).toEqual(['2026-09-24 15:00', units.get('user-service')]);
  const manager = await suite.as('tech-manager');
  const waiting = (await manager.list('/work')).map(({ number }) => number);
  // Head of two departments: what either has not taken yet stands on his list.
  expect(waiting).toContain(form['number']);
});
