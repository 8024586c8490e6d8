/** Customers, sites and equipment from tables: tried, then written as a whole (CUS-4). */
import { auditRoom } from '@bihuan/audit';
import { clockRoom } from '@bihuan/clock';
import { CUSTOMERS_PERMISSIONS as MAY } from '@bihuan/customers-contract';
import { exchangeRoom } from '@bihuan/exchange';
import { configureHttp, createHttpAdapter, httpRoom } from '@bihuan/http';
import { outboxRoom } from '@bihuan/outbox';
import type { UserActor } from '@bihuan/plugin-kit';
import { policiesRoom } from '@bihuan/policies';
import { privacyRoom } from '@bihuan/privacy';
import { edgeApp, type EdgeApp } from '@bihuan/testing-harness';
import { multipart } from '@bihuan/testing-kit';
import { customersRoom } from '../customers.manifest';
import { NOW, officer } from '../test/customers-scene';

const clerk: UserActor = { ...officer, permissions: new Map([MAY.read, MAY.edit].map((id) => [id, 'all'])) };

let edge: EdgeApp;
beforeAll(async () => {
  const rooms = [clockRoom, privacyRoom, auditRoom, outboxRoom, httpRoom, policiesRoom, exchangeRoom, customersRoom];
  edge = await edgeApp(rooms, { edge: { configureHttp, createHttpAdapter }, now: NOW, actor: () => clerk });
}, 60_000);
afterAll(() => edge.close());

interface View {
  id: string;
  state: string;
  rows: number;
  result: object;
  errors: { row: number; column: string; code: string }[];
}

async function tried(kind: string, lines: readonly string[]) {
  const { headers, body } = multipart([
    { name: 'kind', value: kind },
    { name: 'file', filename: 'a.csv', bytes: Buffer.from(`${lines.join('\n')}\n`) },
  ]);
  const made = await edge.app.inject({ method: 'POST', url: '/api/imports', headers, payload: body });
  expect(made.statusCode).toBe(201);
  const { id } = made.json<View>();
  return (await edge.app.inject({ method: 'POST', url: `/api/imports/${id}/dry-run` })).json<View>();
}
const commit = async ({ id }: View) =>
  (await edge.app.inject({ method: 'POST', url: `/api/imports/${id}/commit` })).json<View>();
const faults = ({ errors }: View) => errors.map(({ row, column, code }) => `${row} ${column} ${code}`);
const search = async (payload: object) => {
  const reply = await edge.app.inject({ method: 'POST', url: '/api/customers/search', payload });
  return reply.json<{ data: { id: string; name: string; level: string | null; sites: { name: string }[] }[] }>().data;
};

it('CUS-4 customers, their sites and their equipment are imported one after the other and found at once', async () => {
  const customers = await tried('customers', [
    '客户编号,客户名称,客户类型,级别,业务,联系人,电话,入网日期',
    'K-001,农业银行深圳分行,单位,VIP,"3g,固话",陈㙍,13812345678,2019/5/1',
    'K-002,王建国,个人,,,,13900001111,',
  ]);
  expect(customers).toMatchObject({ state: 'checked', rows: 2, errors: [] });
  expect(await search({ number: 'K-001' })).toEqual([]);
  expect(await commit(customers)).toMatchObject({ state: 'committed', result: { customers: 2 } });
  const sites = await tried('sites', ['客户编号,网点名称,地址', 'k-001,国贸大厦一楼,人民南路 3002 号']);
  expect(await commit(sites)).toMatchObject({ result: { sites: 1 } });
  const equipment = await tried('equipment', [
    'Customer number,Site,Serial,Model,Product line,Installed on',
    'K-001,国贸大厦一楼,S5000-1,ATM-5000,ATM,2024-03-01',
  ]);
  expect(faults(equipment)).toEqual([]);
  expect(await commit(equipment)).toMatchObject({ result: { equipment: 1 } });
  const [found] = await search({ serial: 'S5000-1' });
  expect(found).toMatchObject({ name: '农业银行深圳分行', sites: [{ name: '国贸大厦一楼' }] });
  const full = await edge.app.inject({ url: `/api/customers/${found?.id}` });
  expect(full.json()).toMatchObject({
    number: 'K-001',
    level: 'vip',
    since: '2019-05-01',
    businessLines: [{ code: '3g' }, { code: '固话' }],
    contacts: [{ name: '陈㙍', phone: '13812345678' }],
    equipment: [{ serial: 'S5000-1', productLine: 'atm' }],
  });
  expect(await search({ phone: '13900001111' })).toMatchObject([{ name: '王建国' }]);
});

it('CUS-4 each wrong row is named with its column, and nothing of the table is written', async () => {
  const customers = await tried('customers', [
    '客户编号,客户名称,客户类型,级别,电子邮件',
    'X-1,甲,单位,,',
    'X-1,乙,单位,,',
    'K-001,丙,单位,,',
    'X-4,丁,单位,platinum-plus,',
    'X-5,戊,单位,,not-an-address',
  ]);
  expect(customers.state).toBe('faulty');
  expect(faults(customers)).toEqual([
    '3 number comes-twice',
    '4 number number-taken',
    '5 level not-in-pack',
    '6 email invalid-format',
  ]);
  const cells = await tried('customers', ['客户名称,客户类型', '己,协会', ',单位']);
  expect(faults(cells)).toEqual(['2 kind not-on-the-list', '3 name required']);
  expect(faults(await tried('sites', ['客户编号,网点名称', 'nobody,一楼']))).toEqual([
    '2 customerNumber unknown-customer',
  ]);
  const equipment = await tried('equipment', [
    '客户编号,网点名称,序列号,型号,产品线',
    'K-001,火星,S-2,M,ATM',
    'K-001,,s5000-1,M,ATM',
    'K-001,,S-3,M,飞船',
  ]);
  expect(faults(equipment)).toEqual(['2 site unknown-site', '3 serial serial-taken', '4 productLine not-in-pack']);
  expect(await search({ number: 'X-1' })).toEqual([]);
});

it('CUS-4 a thousand customers are one transaction of a few seconds', async () => {
  const lines = Array.from({ length: 1_000 }, (_, n) => `M-${n},大客户${n},单位,1371000${String(n).padStart(4, '0')}`);
  const view = await tried('customers', ['客户编号,客户名称,客户类型,电话', ...lines]);
  expect(view).toMatchObject({ state: 'checked', rows: 1_000 });
  expect(await commit(view)).toMatchObject({ state: 'committed', result: { customers: 1_000 } });
  expect(await search({ phone: '13710000999' })).toMatchObject([{ name: '大客户999' }]);
}, 30_000);
