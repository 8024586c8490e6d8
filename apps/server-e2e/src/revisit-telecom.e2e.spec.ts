/** Telecom: seven days, then the close of that day by the unit's calendar; important customers by phone and visit (RVT-1e). */
import { local } from './support/hotline';
import { complaintHandled, eventsOf, taskOf, taskPath, unitIds } from './support/revisit';
import type { Json, Person, PlayedSuite } from './support/suite';
import { playSuite } from './support/suite';

let suite: PlayedSuite;
let officer: Person;
let by: Json;

beforeAll(async () => {
  suite = await playSuite('2026-09-15T10:00:00+08:00', { SUITE_MODULES: 'hotline,revisit', SUITE_PACK: 'telecom' });
  officer = await suite.as('supervisor');
  by = { unitId: (await unitIds(officer)).get('henan-complaint-centre'), officerId: officer.employeeId };
});

afterAll(() => suite.close());

test('RVT-1e RD-16 seven times 24 hours, then the close of that day by the calendar of the unit', async () => {
  await complaintHandled(suite, { number: 'T1', ...by });
  expect(local((await taskOf(officer, 'T1'))['dueAt'])).toBe('2026-09-22 18:00');
  // 168 hours from Thursday the 24th end on National Day, which closes the province until the 8th.
  await suite.clock('2026-09-24T10:00:00+08:00');
  await complaintHandled(suite, { number: 'T2', ...by });
  expect(local((await taskOf(officer, 'T2'))['dueAt'])).toBe('2026-10-08 18:00');
});

test('RVT-1e an important customer is revisited by phone and visit together: neither alone ends it', async () => {
  await complaintHandled(suite, { number: 'T3', marks: ['corporate'], ...by });
  const task = await taskOf(officer, 'T3');
  expect(task).toMatchObject({ ways: ['phone', 'visit'], waysDone: [] });
  expect(task['script']).toMatchObject({ mayLeave: true });
  await officer.do(`${taskPath(task)}/prepare`);
  expect(await officer.do(`${taskPath(task)}/start`)).toMatchObject({ way: 'phone' });
  const answer = { outcome: 'reached', satisfied: true, leftScript: '客户直接谈续约', recording: 'R-1' };
  const called = await officer.do(`${taskPath(task)}/result`, answer);
  expect(called).toMatchObject({ state: 'prepared', waysDone: ['phone'], leftScript: '客户直接谈续约' });
  expect(called['dueAt']).not.toBeNull();
  expect(await eventsOf(suite, 'revisit.matter.revisited.v1')).toEqual([]);
  // A visit is no call: it may be in the evening.
  await suite.clock('2026-09-24T21:30:00+08:00');
  expect(await officer.do(`${taskPath(task)}/start`)).toMatchObject({ way: 'visit' });
  const done = await officer.do(`${taskPath(task)}/result`, { outcome: 'reached', satisfied: true });
  expect(done).toMatchObject({ state: 'done', waysDone: ['phone', 'visit'] });
  expect(await eventsOf(suite, 'revisit.matter.revisited.v1')).toMatchObject([
    { subject: { module: 'complaints', kind: 'complaint' }, satisfied: true },
  ]);
});

test('RVT-1e the level of the customer on file counts as a mark of the case', async () => {
  const { id: customerId } = await (
    await suite.as('agent')
  ).do('/customers', { name: '大客户公司', kind: 'company', level: 'high-end' });
  await complaintHandled(suite, { number: 'T4', customerId, ...by });
  expect(await taskOf(officer, 'T4')).toMatchObject({ ways: ['phone', 'visit'], marks: ['high-end'] });
  await complaintHandled(suite, { number: 'T5', ...by });
  expect(await taskOf(officer, 'T5')).toMatchObject({ ways: ['phone'] });
});

test('RVT-8 a company without evaluation has no such page', async () => {
  const answer = await officer.get('/portal/evaluations');
  expect(answer.status).toBe(404);
});
