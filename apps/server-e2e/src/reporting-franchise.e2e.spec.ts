/** Sales of franchisees beside their service cases (001; RPT-10, SYS-43). */
import { openComplaint } from './support/complaints';
import { importTable } from './support/reporting';
import { settle } from './support/revisit';
import type { Json, Person, PlayedSuite } from './support/suite';
import { playSuite } from './support/suite';

let suite: PlayedSuite;
let agent: Person;
let manager: Person;
let first: Json;

beforeAll(async () => {
  suite = await playSuite('2026-09-17T10:00:00+08:00', {
    SUITE_MODULES: 'complaints,reporting',
    SUITE_PACK: 'franchise',
  });
  [agent, manager] = (await Promise.all(['agent', 'manager'].map((user) => suite.as(user)))) as [Person, Person];
  first = await agent.do('/customers', { number: 'J001', name: '长沙一店', kind: 'franchisee' });
  await agent.do('/customers', { number: 'J002', name: '长沙二店', kind: 'franchisee' });
});

afterAll(() => suite.close());

const HEAD = '加盟商编号,月份,目标（元）,实际（元）';
const sales = async (period: string): Promise<Json> => (await manager.get(`/reporting/sales?period=${period}`)).body;

test('SYS-43 RPT-10 a wrong row: nothing is imported and the row is named', async () => {
  const { errors, state } = await importTable(suite, manager, 'sales', [
    HEAD,
    'J001,2026-07,100000,90000',
    'J999,2026-07,100000,90000',
    'J002,2026-13,100000,90000',
    'J002,2026-07,-1,90000',
    'J001,2026-07,1,1',
  ]);
  expect(state).toBe('faulty');
  expect(errors.map(({ row, column, code }) => [row, column, code])).toEqual([
    [3, 'franchisee', 'unknown-customer'],
    [4, 'month', 'bad-month'],
    [5, 'target', 'negative'],
    [6, 'month', 'comes-twice'],
  ]);
  expect(await sales('2026-Q3')).toMatchObject({ rows: [], total: { target: 0, actual: 0, share: null } });
});

test('SYS-43 RPT-10 month, quarter and year with target and actual; the quarter is the sum of its months', async () => {
  const months = ['2026-07', '2026-08', '2026-09'];
  const imported = await importTable(suite, manager, 'sales', [
    HEAD,
    ...months.flatMap((month, at) => [`J001,${month},100000,${90000 + at * 10000.55}`, `J002,${month},50000,0`]),
    'J001,2026-10,100000,1',
  ]);
  expect(imported).toEqual({ errors: [], state: 'committed' });
  const quarter = await sales('2026-Q3');
  const each = await Promise.all(months.map(sales));
  for (const [at, number] of ['J001', 'J002'].entries()) {
    const row = (quarter['rows'] as Json[])[at];
    expect(row?.['franchisee']).toBe(number);
    for (const field of ['target', 'actual']) {
      const sum = each.reduce((all, one) => all + Number((one['rows'] as Json[])[at]?.[field]), 0);
      expect(row?.[field]).toBe(sum);
    }
  }
  // 90,000 + 100,000.55 + 110,001.10 yuan, in fen.
  expect((quarter['rows'] as Json[])[0]).toMatchObject({
    name: '长沙一店',
    target: 30_000_000,
    actual: 30_000_165,
    share: 1.000006,
  });
  expect(await sales('2026')).toMatchObject({ total: { target: 55_000_000, actual: 30_000_265 } });
  expect((await manager.get('/reporting/sales?period=2026-W38')).status).toBe(422);
  expect((await agent.get('/reporting/sales?period=2026-09')).status).toBe(403);
});

test('RPT-10 a month sent again replaces; beside the sales stand the franchisee’s service cases', async () => {
  await importTable(suite, manager, 'sales', [HEAD, 'J001,2026-09,100000,200000']);
  await openComplaint(agent, { customerId: first['id'], customerName: '长沙一店' });
  await settle(suite);
  const [row, other] = (await sales('2026-09'))['rows'] as Json[];
  expect(row).toMatchObject({ franchisee: 'J001', actual: 20_000_000, share: 2, complaints: 1, workOrders: 0 });
  expect(other).toMatchObject({ franchisee: 'J002', complaints: 0 });
});
