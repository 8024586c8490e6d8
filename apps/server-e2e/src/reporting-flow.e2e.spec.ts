/** The month's sheet over HTTP: drawn by itself, filled by the officer, counted at once, closed with its month (RPT-1d, RPT-4). */
import { act, openComplaint } from './support/complaints';
import { local } from './support/hotline';
import { settle } from './support/revisit';
import type { Answer, Json, Person, PlayedSuite } from './support/suite';
import { playSuite } from './support/suite';

let suite: PlayedSuite;
let agent: Person;
let supervisor: Person;
let manager: Person;

beforeAll(async () => {
  suite = await playSuite('2026-09-20T10:00:00+08:00', { SUITE_MODULES: 'complaints,reporting' });
  [agent, supervisor, manager] = await Promise.all([suite.as('agent'), suite.as('supervisor'), suite.as('manager')]);
});
afterAll(() => suite.close());

const sheet = async (month = '2026-09'): Promise<Json & { rows: Json[] }> =>
  (await supervisor.get(`/reporting/flow-sheets/${month}`)).body as Json & { rows: Json[] };
const check = (row: Json | undefined, body: Json, version?: number): Promise<Answer> =>
  supervisor.post(
    `/reporting/flow-checks/${String(row?.['id'])}/check`,
    body,
    version === undefined ? {} : { 'if-match': `"${version}"` },
  );
const accuracy = async (): Promise<Json> => {
  const { body } = await supervisor.get('/reporting/indicators/flow-accuracy?period=2026-09');
  return { value: body['value'], numerator: body['numerator'], denominator: body['denominator'] };
};

test('RPT-1d SYS-66 the sheet draws itself on the pack’s day; a wrong way counts beside what was returned', async () => {
  const made: Json[] = [];
  for (const customerName of ['甲', '乙', '丙', '丁']) {
    made.push(await openComplaint(agent, { kind: 'parts-delay', channel: 'complaint-line', customerName }));
  }
  const [returned] = made as [Json];
  await act(supervisor, returned, 'check');
  await act(supervisor, returned, 'return-to-channel', { reason: '缺少设备型号' });
  await settle(suite);
  expect(await sheet()).toMatchObject({ state: 'not-drawn', size: 20, rows: [], allowedActions: ['draw'] });
  const before = await accuracy();
  expect(before).toMatchObject({ denominator: 4, numerator: 3 });

  await suite.clock('2026-09-25T08:00:00+08:00');
  const drawn = await sheet();
  expect([drawn['state'], local(drawn['drawnAt'])]).toEqual(['open', '2026-09-25 08:00']);
  expect(drawn.rows.map(({ number }) => number).sort()).toEqual(made.map(({ number }) => number).sort());

  const row = drawn.rows.find(({ number }) => number === made[3]?.['number']);
  const bare = await check(row, { verdict: 'wrong' });
  expect([bare.status, (bare.body['errors'] as Json[])[0]?.['pointer']]).toEqual([422, '/reason']);
  expect((await check(row, { verdict: 'perhaps' })).status).toBe(422);
  expect((await check(row, { verdict: 'right' }, 7)).status).toBe(412);
  const unknown = await check({ id: made[0]?.['id'] }, { verdict: 'right' });
  expect(unknown.status).toBe(404);
  expect((await agent.get('/reporting/flow-sheets/2026-09')).status).toBe(403);

  const judged = await check(row, { verdict: 'wrong', reason: '应先转用户服务部' }, 1);
  expect([judged.status, judged.body['checked'], judged.body['wrong']]).toEqual([200, 1, 1]);
  expect(await accuracy()).toMatchObject({ denominator: 4, numerator: Number(before['numerator']) - 1 });
  const numerator = await supervisor.list('/reporting/indicators/flow-accuracy/cases?period=2026-09&part=numerator');
  expect(numerator.map(({ number }) => number)).not.toContain(made[3]?.['number']);
  // He changes his mind, with the version he saw.
  expect((await check(row, { verdict: 'right' }, 1)).status).toBe(412);
  expect((await check(row, { verdict: 'right' }, 2)).status).toBe(200);
  expect(await accuracy()).toEqual(before);
  expect((await check(row, { verdict: 'wrong', reason: '应先转用户服务部' }, 3)).status).toBe(200);
});

test('RPT-1d a sheet with room is filled up by hand; what is no month, or lies ahead, is refused', async () => {
  await openComplaint(agent, { kind: 'sales', channel: 'complaint-line', customerName: '戊' });
  await settle(suite);
  const filled = await supervisor.do('/reporting/flow-sheets/2026-09/draw');
  expect(filled['rows']).toHaveLength(5);
  expect(filled['checked']).toBe(1);
  expect((await supervisor.post('/reporting/flow-sheets/2026-Q3/draw')).status).toBe(422);
  expect((await supervisor.get('/reporting/flow-sheets/2026-Q3')).status).toBe(422);
  expect((await supervisor.post('/reporting/flow-sheets/2026-10/draw')).status).toBe(409);
});

test('RPT-4 the sheet closes with its month, and the figure stands', async () => {
  const last = await accuracy();
  await suite.clock('2026-10-01T00:10:00+08:00');
  const closed = await sheet();
  expect(closed).toMatchObject({ state: 'closed', allowedActions: [] });
  const late = await check(closed.rows[0], { verdict: 'right' });
  expect([late.status, late.body['code'], late.body['state'], late.body['allowedActions']]).toEqual([
    409,
    'period-closed',
    'closed',
    [],
  ]);
  expect((await supervisor.post('/reporting/flow-sheets/2026-09/draw')).status).toBe(409);
  expect(await accuracy()).toEqual(last);
  expect(await manager.do('/reporting/periods/2026-09/check')).toMatchObject({ same: true });
  expect(await sheet('2026-10')).toMatchObject({ state: 'not-drawn', rows: [] });
});
