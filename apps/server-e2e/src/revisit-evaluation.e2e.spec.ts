/** The customer evaluates on the portal, proven by number and phone; remarks are answered, the worst become complaints (RVT-8). */
import request from 'supertest';
import { readPdf } from '@bihuan/testing-kit';
import { local } from './support/hotline';
import { complaintTaken, eventsOf, finishForm, settle, unitIds } from './support/revisit';
import type { Answer, Json, Person, PlayedSuite } from './support/suite';
import { playSuite } from './support/suite';

let suite: PlayedSuite;
let agent: Person;
let engineer: Person;
let form: Json;

beforeAll(async () => {
  suite = await playSuite('2026-09-17T09:00:00+08:00', { SUITE_MODULES: 'hotline,revisit' });
  [agent, engineer] = await Promise.all([suite.as('agent'), suite.as('engineer')]);
  form = await finishForm(agent, engineer, { callerName: '刘敏', callerPhone: '138-1234-5678' });
  await settle(suite);
});

afterAll(() => suite.close());

/** From outside: nobody is logged in. */
const evaluate = async (more: Json = {}): Promise<Answer> =>
  (await request(suite.url)
    .post('/api/portal/evaluations')
    .send({
      number: form['number'],
      lastFour: '5678',
      item: 'after-sales',
      technicalLevel: 100,
      attitude: 150,
      ...more,
    })) as Answer;

const all = (person: Person) => person.list('/revisit/evaluations?filter[state]=all');

test('SYS-17 RVT-8 form 26c takes −50 and 200 and refuses −51, 201 and what is no step; the field is named', async () => {
  const offer = (await request(suite.url).get('/api/portal/evaluations')).body as { scores: number[]; items: Json[] };
  expect([offer.scores[0], offer.scores.at(-1), offer.items.length]).toEqual([-50, 200, 3]);
  for (const score of [-51, 201, 95, 99.5]) {
    for (const field of ['technicalLevel', 'attitude']) {
      const refused = await evaluate({ [field]: score });
      expect([refused.status, (refused.body['errors'] as Json[])[0]?.['pointer']]).toEqual([422, `/${field}`]);
    }
  }
  expect((await evaluate({ item: 'catering' })).status).toBe(422);
  expect((await evaluate({ colour: 'red' })).status).toBe(422);
  expect(await all(agent)).toEqual([]);
  const low = await evaluate({ technicalLevel: -50, attitude: 200, project: '国贸大厦改造' });
  expect([low.status, low.body['replaced'], low.body['month']]).toEqual([201, false, '2026-09']);
  expect((await evaluate({ technicalLevel: 200, attitude: -50, project: '福田口岸' })).status).toBe(201);
});

test('RVT-8 the number and the last four digits prove him; whatever is wrong looks the same from outside', async () => {
  const unlike = await evaluate({ lastFour: '0000' });
  const unknown = await evaluate({ number: '20991231099999' });
  const shown = ({ status, body }: Answer) => [status, body['code'], body['title'], body['detail']];
  expect(shown(unlike)).toEqual(shown(unknown));
  expect(unlike.status).toBe(404);
  expect((await evaluate({ lastFour: '123' })).status).toBe(422);
});

test('RVT-8 once an evaluator, project and month: a later one replaces it, both are kept; next month counts anew', async () => {
  const first = await evaluate({ item: 'engineering', technicalLevel: 60, attitude: 60 });
  const second = await evaluate({ item: 'engineering', technicalLevel: 80, attitude: 90, remark: '后来好多了' });
  expect([first.body['replaced'], second.body['replaced']]).toEqual([false, true]);
  const kept = (await all(agent)).filter(({ item }) => item === 'engineering');
  expect(kept).toHaveLength(2);
  expect(kept.find(({ id }) => id === first.body['id'])?.['replacedBy']).toBe(second.body['id']);
  const given = (await eventsOf(suite, 'revisit.evaluation.given.v1')).filter(({ item }) => item === 'engineering');
  expect(given.map(({ replaces }) => replaces)).toEqual([null, first.body['id']]);
  expect(given[1]).toMatchObject({
    engineerId: engineer.employeeId,
    technicalLevel: 80,
    attitude: 90,
    month: '2026-09',
  });
  const units = await unitIds(agent);
  expect([given[1]?.['unitId'], given[1]?.['divisionId']]).toEqual([
    units.get('technical-support'),
    units.get('product-division'),
  ]);
  // Two at the same moment: one is the earlier one.
  const both = await Promise.all([evaluate({ item: 'pre-sales' }), evaluate({ item: 'pre-sales' })]);
  expect(both.map(({ status, body }) => [status, body['replaced']]).sort()).toEqual([
    [201, false],
    [201, true],
  ]);
  await suite.clock('2026-10-01T00:00:00+08:00');
  expect((await evaluate({ item: 'engineering' })).body).toMatchObject({ replaced: false, month: '2026-10' });
});

test('SYS-17 RVT-8a the month’s sum and mean per engineer, department and division, without what was replaced', async () => {
  const manager = await suite.as('manager');
  const figures = (await manager.get('/revisit/evaluation-figures?filter[month]=2026-09')).body as Record<
    string,
    Json[]
  >;
  // after-sales −50/200 and 200/−50, engineering 80/90, pre-sales 100/150.
  const sums = {
    count: 4,
    technicalLevel: { sum: 330, mean: 82.5 },
    attitude: { sum: 390, mean: 97.5 },
    sum: 720,
    mean: 90,
  };
  expect(figures['engineers']).toEqual([{ id: engineer.employeeId, name: '陈志强', ...sums }]);
  expect(figures['departments']).toMatchObject([{ name: '技术支持', ...sums }]);
  expect(figures['divisions']).toMatchObject([{ name: '产品事业部', ...sums }]);
  expect((await manager.get('/revisit/evaluation-figures')).status).toBe(422);
});

test('RVT-8b every remark becomes a contact with an owner, to be answered', async () => {
  const made = await eventsOf(suite, 'revisit.remark.made.v1');
  expect(made).toHaveLength(1);
  await settle(suite);
  const contacts = await agent.list('/hotline/contacts?filter[state]=open');
  const contact = contacts.find(({ summary }) => String(summary).includes('后来好多了'));
  expect(contact).toMatchObject({ category: 'suggestion', callerName: '刘敏' });
  expect(contact?.['owner']).not.toBeNull();
});

test('SYS-18 RVT-8b a very dissatisfied one waits for an officer; confirmed, it is a complaint linked to it', async () => {
  const remark = '态度恶劣，再也不买了';
  const bad = await evaluate({ technicalLevel: -10, attitude: -50, remark });
  const id = String(bad.body['id']);
  const path = `/revisit/evaluations/${id}`;
  const heard = async () =>
    (await eventsOf(suite, 'revisit.complaint.heard.v1')).filter(({ source }) => (source as Json)['id'] === id);
  const waiting = (await agent.get(path)).body;
  expect(waiting).toMatchObject({ state: 'to-confirm', allowedActions: ['confirm', 'dismiss'], remark });
  expect(local(waiting['dueAt'])).toBe('2026-10-02 20:30');
  expect((await agent.list('/work')).filter(({ subject }) => (subject as Json)['id'] === id)).toHaveLength(1);
  await settle(suite);
  expect(await heard()).toEqual([]);
  // Nobody but an officer says so.
  expect((await engineer.post(`${path}/confirm`)).status).toBe(403);
  const supervisor = await suite.as('supervisor');
  const confirmed = await supervisor.do(`${path}/confirm`, { text: '已核实' });
  expect(confirmed).toMatchObject({ state: 'confirmed', decision: '已核实', allowedActions: [] });
  expect((await supervisor.post(`${path}/dismiss`, { reason: '不属实' })).status).toBe(409);
  const [complaint] = await heard();
  expect(complaint).toMatchObject({
    source: { module: 'revisit', kind: 'evaluation', id },
    number: form['number'],
    employeeId: engineer.employeeId,
    officerId: supervisor.employeeId,
  });
  const units = await unitIds(agent);
  await complaintTaken(suite, 'C20261001001', complaint?.['source'] as Json, String(units.get('hr-pr')));
  expect((await agent.get(path)).body['complaint']).toMatchObject({ number: 'C20261001001' });
  // One that is not taken as a complaint is put away, and still counts.
  const other = await evaluate({ item: 'pre-sales', technicalLevel: -20, attitude: 0 });
  const dismissed = await agent.do(`/revisit/evaluations/${String(other.body['id'])}/dismiss`, { reason: '误操作' });
  expect(dismissed).toMatchObject({ state: 'dismissed', replacedBy: null });
});

test('SYS-17 form 26c prints the evaluation with the seed’s fields', async () => {
  const row = (await all(agent)).find(({ project }) => project === '国贸大厦改造');
  const { bytes } = await agent.pdf(`/revisit/evaluations/${String(row?.['id'])}/forms/evaluation-sheet.pdf`);
  const text = (await readPdf(bytes)).map((page) => page.text).join('');
  expect(text).toContain('绩效评定表');
  expect(text).toMatch(/评定人刘敏日期2026-09-17/);
  expect(text).toContain('3□售后服务（项目名称：国贸大厦改造）');
  expect(text).toMatch(/1技术水平-50分（−50…200）2服务态度200分/);
});

test('CUS-5 erased, nothing of his evaluation is left but the scores, and his number proves nobody', async () => {
  const { id: customerId } = await agent.do('/customers', {
    name: '金石公司',
    kind: 'company',
    contacts: [{ name: '金石', phone: '13877776666' }],
  });
  const his = await finishForm(agent, engineer, { callerName: '金石', callerPhone: '13877776666', customerId });
  await settle(suite);
  const given = await evaluate({ number: his['number'], lastFour: '6666', remark: '金石的意见', evaluator: '金石' });
  expect(given.status).toBe(201);
  const admin = await suite.as('admin');
  await admin.do(`/customers/${String(customerId)}/erase`, { reason: '客户要求' });
  const row = (await admin.get(`/revisit/evaluations/${String(given.body['id'])}`)).body;
  expect(row).toMatchObject({ remark: '', evaluator: '', customerName: '', technicalLevel: 100 });
  expect((await evaluate({ number: his['number'], lastFour: '6666' })).status).toBe(404);
});

test('api.md Portal: too many tries are refused with the time to wait, against one number and from one address', async () => {
  const portal = await playSuite('2026-09-17T09:00:00+08:00', { SUITE_MODULES: 'hotline,revisit' });
  try {
    const attempt = async (number: string) =>
      (await request(portal.url)
        .post('/api/portal/evaluations')
        .send({ number, lastFour: '1234', item: 'after-sales', technicalLevel: 0, attitude: 0 })) as Answer;
    for (let n = 0; n < 10; n++) expect((await attempt('2026091701001')).status).toBe(404);
    const guessed = await attempt('2026091701001');
    expect([guessed.status, Number(guessed.headers['retry-after']) > 0]).toEqual([429, true]);
    const answers: number[] = [];
    for (let n = 0; n < 60; n++) answers.push((await attempt(`X${n}`)).status);
    expect([answers[0], answers.at(-1)]).toEqual([404, 429]);
  } finally {
    await portal.close();
  }
});

test('RVT-8 a customer evaluates by the number he has, also while his matter is under way; later the same matter is replaced', async () => {
  const open = await agent.do('/hotline/contacts', {
    channel: 'phone',
    callerName: '丁一',
    callerPhone: '13900008888',
    summary: '卡钞',
    category: 'technical',
  });
  const made = await agent.do('/hotline/problem-forms', {
    contactId: open['id'],
    category: 'technical',
    kind: 'hardware',
    description: '卡钞',
  });
  const number = String(made['number']);
  expect((await evaluate({ number, lastFour: '8887' })).status).toBe(404);
  const early = await evaluate({ number, lastFour: '8888', item: 'pre-sales', technicalLevel: 50, attitude: 50 });
  expect([early.status, early.body['replaced']]).toEqual([201, false]);
  const given = (await all(agent)).find(({ id }) => id === early.body['id']);
  // Nobody handles it yet: it counts for the unit that took it in.
  expect(given).toMatchObject({ number, customerName: '丁一', engineer: null });
});
