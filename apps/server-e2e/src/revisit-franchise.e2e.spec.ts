/** SYS-33: the franchise revisits each service within three days, never in rest hours, and lists what is missing (RVT-1c, RVT-1d, RVT-2). */
import { randomUUID } from 'node:crypto';
import request from 'supertest';
import { sampleCallRequested } from '@bihuan/events';
import { openOrder, orderPath, workThrough } from './support/dispatch';
import { local } from './support/hotline';
import {
  complaintHandled,
  eventsOf,
  orderConcluded,
  revisit,
  settle,
  taskOf,
  taskPath,
  tell,
  unitIds,
} from './support/revisit';
import type { Answer, Json, Person, PlayedSuite } from './support/suite';
import { playSuite } from './support/suite';

let suite: PlayedSuite;
let agent: Person;
let units: Map<string, string>;

beforeAll(async () => {
  suite = await playSuite('2026-09-17T10:00:00+08:00', { SUITE_MODULES: 'hotline,revisit', SUITE_PACK: 'franchise' });
  agent = await suite.as('agent');
  units = await unitIds(agent);
});

afterAll(() => suite.close());

const visit = (number: string, more: Json = {}, who: Json = {}) =>
  orderConcluded(suite, { number, unitId: units.get('shop-service'), officerId: agent.employeeId, ...more }, who);

const well = { satisfied: true, words: '很专业' };

test('SYS-33 RVT-1c a visit ended at t has its task within three days; other orders have none', async () => {
  await visit('V1');
  await visit('V2', {}, { customerName: '李华', phone: '13811110002' });
  await visit('V3', { type: 'installation' });
  const task = await taskOf(agent, 'V1');
  expect([local(task['plannedFor']), local(task['dueAt'])]).toEqual(['2026-09-17 10:00', '2026-09-20 21:00']);
  expect(task).toMatchObject({ event: 'work-order', purpose: 'satisfaction', ways: ['phone'] });
  const all = await agent.list('/revisit/tasks?filter[state]=all');
  expect(all.map(({ number }) => number).sort()).toEqual(['V1', 'V2']);
});

test('SYS-33 RVT-2 a call in quiet hours is refused, at noon and at night', async () => {
  const task = await taskOf(agent, 'V1');
  await agent.do(`${taskPath(task)}/prepare`);
  for (const now of ['2026-09-17T12:00:00+08:00', '2026-09-17T13:59:00+08:00', '2026-09-17T21:00:00+08:00']) {
    await suite.clock(now);
    const refused = await agent.post(`${taskPath(task)}/start`);
    expect([refused.status, refused.body['code'], refused.body['state']]).toEqual([409, 'rest-hours', 'prepared']);
    expect(refused.body['allowedActions']).toEqual(['move', 'send', 'cancel']);
  }
  await suite.clock('2026-09-18T09:00:00+08:00');
  await agent.do(`${taskPath(task)}/start`);
  expect(await agent.do(`${taskPath(task)}/result`, { outcome: 'reached', ...well })).toMatchObject({ state: 'done' });
});

test('RVT-3b fair takes the branch of not satisfied and does not count as satisfied; the person responsible is told', async () => {
  const engineer2 = await suite.as('engineer2');
  await visit('V4', { engineerId: engineer2.employeeId, engineerName: '何建国' }, { phone: '13811110004' });
  const answer = { satisfied: 'fair', about: '到店晚了', improve: '提前电话', promised: '下次提前一小时联系' };
  const done = await revisit(agent, await taskOf(agent, 'V4'), answer);
  expect(done).toMatchObject({ state: 'done', branch: 'not-satisfied', countsAsSatisfied: false, ...answer });
  expect(await eventsOf(suite, 'revisit.complaint.heard.v1')).toEqual([]);
  const told = (await engineer2.list('/notices')).map(({ text }) => String(text));
  expect(told.some((text) => text.includes('V4'))).toBe(true);
});

test('RVT-4 not satisfied with a visit is a complaint; the visit waits for it', async () => {
  await visit('V5', {}, { phone: '13811110005' });
  const sent = await revisit(agent, await taskOf(agent, 'V5'), { satisfied: false, words: '没修好就走了' });
  expect(sent).toMatchObject({ state: 'waiting', waitsFor: ['complaint'] });
  expect(await eventsOf(suite, 'revisit.complaint.heard.v1')).toMatchObject([{ number: 'V5' }]);
});

test('RVT-1d every complaint is called about after its handling', async () => {
  const supervisor = await suite.as('supervisor');
  await complaintHandled(suite, {
    number: 'C1',
    unitId: units.get('customer-service'),
    officerId: supervisor.employeeId,
  });
  expect(local((await taskOf(agent, 'C1'))['dueAt'])).toBe('2026-09-21 21:00');
});

test('RVT-1 a sample of the month is the manager’s call; a bad answer is a score, and goes back to the sample', async () => {
  const manager = await suite.as('service-manager');
  const sampleId = randomUUID();
  await tell(
    suite,
    sampleCallRequested,
    { module: 'appraisal', kind: 'sample', id: sampleId },
    (keyId) => ({
      sampleId,
      period: '2026-08',
      employeeId: agent.employeeId,
      employeeName: '林晓燕',
      number: 'S1',
      requestedAt: '2026-09-18T09:00:00+08:00',
      callerId: manager.employeeId,
      unitId: String(units.get('region-east')),
      customerId: null,
      keyId,
    }),
    { customerName: '孙老板', phone: '13811110099', description: '满意度抽访 2026-08' },
  );
  const task = await taskOf(manager, 'S1');
  expect(task).toMatchObject({ event: 'sample', purpose: 'satisfaction', assignee: { name: '沈岚' } });
  const inWork = async (person: Person) => (await person.list('/work')).filter(({ number }) => number === 'S1').length;
  expect([await inWork(manager), await inWork(agent)]).toEqual([1, 0]);
  expect(await revisit(manager, task, { satisfied: false, words: '接电话太慢' })).toMatchObject({ state: 'done' });
  const told = await eventsOf(suite, 'revisit.matter.revisited.v1');
  expect(told.find(({ taskId }) => taskId === task['id'])).toMatchObject({
    subject: { module: 'appraisal', kind: 'sample', id: sampleId },
    satisfied: false,
    callerId: manager.employeeId,
  });
});

test('RVT-2 by SMS: the link is answered once, without a log-in; unanswered in a day, it becomes a call', async () => {
  await visit('V6', {}, { phone: '13811110006' });
  await visit('V7', {}, { phone: '13811110007' });
  const [six, seven] = [await taskOf(agent, 'V6'), await taskOf(agent, 'V7')];
  expect(six['allowedActions']).toContain('send');
  const noMail = await agent.post(`${taskPath(six)}/send`, { way: 'e-mail' });
  expect([noMail.status, (noMail.body['errors'] as Json[])[0]?.['pointer']]).toEqual([422, '/way']);
  expect((await agent.post(`${taskPath(six)}/send`, { way: 'fax' })).body['code']).toBe('way-not-allowed');
  for (const task of [six, seven]) {
    expect(await agent.do(`${taskPath(task)}/send`, { way: 'sms' })).toMatchObject({ state: 'calling', way: 'sms' });
  }
  const link = async (task: Json): Promise<string> => {
    const sent = await agent.list(`/notices/sent?filter[subject]=revisit:task:${String(task['id'])}`);
    const found = sent.map(({ text }) => /#([\w-]{20,})/.exec(String(text))?.[1]).find(Boolean);
    if (!found) throw new Error(`no link in ${JSON.stringify(sent)}`);
    return found;
  };
  const code = await link(six);
  const answer = async (body: Json): Promise<Answer> =>
    (await request(suite.url).post('/api/portal/revisits').send(body)) as Answer;
  expect((await answer({ code, satisfied: true, words: '挺好的', rating: 5 })).status).toBe(200);
  expect((await answer({ code, satisfied: false })).status).toBe(404);
  expect((await answer({ code: 'x'.repeat(32), satisfied: true })).status).toBe(404);
  const done = (await agent.get(taskPath(six))).body;
  expect(done).toMatchObject({ state: 'done', words: '挺好的', rating: 5 });
  expect(done['attempts']).toMatchObject([{ way: 'sms', reached: true }]);
  const late = await link(seven);
  await suite.clock('2026-09-19T09:00:00+08:00');
  const call = (await agent.get(taskPath(seven))).body;
  expect(call).toMatchObject({ state: 'not-reached', attempts: [{ way: 'sms', reached: false }] });
  expect((await answer({ code: late, satisfied: true })).status).toBe(404);
  await agent.do(`${taskPath(seven)}/start`);
  expect(await agent.do(`${taskPath(seven)}/result`, { outcome: 'reached', ...well })).toMatchObject({ state: 'done' });
});

test('SYS-33 RVT-1c coverage is 100 % or lists the missing; an agreed date counts on that date', async () => {
  await visit('V8', {}, { phone: '13811110008' });
  const eight = await taskOf(agent, 'V8');
  const at = '2026-09-24T15:00:00+08:00';
  await agent.do(`${taskPath(eight)}/move`, { at, reason: '老板出差' });
  const coverage = async () =>
    (await agent.get('/revisit/coverage?filter[from]=2026-09-17&filter[to]=2026-09-24&filter[event]=work-order')).body;
  const numbers = (body: Json) => (body['missing'] as Json[]).map(({ number }) => number);
  await suite.clock('2026-09-20T20:59:00+08:00');
  // V2 is not called yet, its time is not over; V5 waits for its complaint: it was reached.
  expect(numbers(await coverage())).toEqual([]);
  await suite.clock('2026-09-20T21:00:00+08:00');
  const missed = await coverage();
  expect(missed).toMatchObject({ planned: 7, made: 5, pending: 1, coverage: 5 / 6 });
  expect(numbers(missed)).toEqual(['V2']);
  expect((missed['missing'] as Json[])[0]).toMatchObject({ state: 'planned', attempts: 0, moved: false });
  await suite.clock('2026-09-24T10:00:00+08:00');
  await revisit(agent, await taskOf(agent, 'V2'), well);
  expect(await coverage()).toMatchObject({ made: 6, inTime: 5, pending: 1, coverage: 1, missing: [] });
  await suite.clock('2026-09-24T21:00:00+08:00');
  expect(numbers(await coverage())).toEqual(['V8']);
  expect((await coverage())['missing']).toMatchObject([{ moved: true }]);
  await settle(suite);
});

test('SYS-33 DSP-1a with dispatch deployed: the end of the visit starts the three days, whenever its order is closed', async () => {
  const env = { SUITE_MODULES: 'hotline,dispatch,revisit', SUITE_PACK: 'franchise' };
  const whole = await playSuite('2026-09-17T10:00:00+08:00', env);
  try {
    const [officer, dispatcher, engineer] = await Promise.all(
      (['agent', 'dispatcher', 'engineer2'] as const).map((user) => whole.as(user)),
    );
    if (!officer || !dispatcher || !engineer) throw new Error('nobody logged in');
    const order = await openOrder(officer, { type: 'shop-visit', productLine: 'shop-system', region: '' });
    await dispatcher.do(`${orderPath(order)}/dispatch`, { assigneeId: engineer.employeeId });
    await whole.clock('2026-09-17T16:00:00+08:00');
    await workThrough(engineer, order, '培训不足');
    await whole.clock('2026-09-18T11:00:00+08:00');
    await dispatcher.do(`${orderPath(order)}/close`);
    await settle(whole);
    const task = await taskOf(officer, order['number']);
    expect([local(task['concludedAt']), local(task['dueAt'])]).toEqual(['2026-09-17 16:00', '2026-09-20 21:00']);
    expect(task).toMatchObject({ handler: { name: '何建国' }, purpose: 'satisfaction' });
    expect(await revisit(officer, task, { satisfied: true })).toMatchObject({ state: 'done' });
  } finally {
    await whole.close();
  }
});
