/** Effect and process of a telecom month, counted by hand beside it: rates on a base, satisfaction, stages, warnings (002 part 1 §2.6.3). */
import { readPdf } from '@bihuan/testing-kit';
import { act, openComplaint, unitsByCode } from './support/complaints';
import { behind, figure, groups, importTable, parts } from './support/reporting';
import { settle } from './support/revisit';
import type { Json, Person, PlayedSuite } from './support/suite';
import { playSuite } from './support/suite';

let suite: PlayedSuite;
let agent: Person;
let centre: Person;
let network: Person;
let manager: Person;
let unit: (code: string) => string;

const gsm: Json = { business: 'gsm', kind: 'network-quality', level: 'ordinary' };
const month = '2026-09';

beforeAll(async () => {
  suite = await playSuite('2026-09-14T09:00:00+08:00', {
    SUITE_MODULES: 'complaints,reporting',
    SUITE_PACK: 'telecom',
  });
  [agent, centre, network, manager] = (await Promise.all(
    ['agent', 'supervisor', 'network-head', 'manager'].map((user) => suite.as(user)),
  )) as [Person, Person, Person, Person];
  unit = await unitsByCode(centre);
});

afterAll(() => suite.close());

/** The complaints of the month by what becomes of them. */
const played: Record<string, Json> = {};
const numberOf = (name: string): string => String(played[name]?.['number']);

test('RPT-1c without a base there is no rate, and the figure says so; never 0', async () => {
  expect(await figure(manager, 'complaint-rate', month)).toMatchObject({
    value: null,
    note: 'no-base',
    denominator: null,
  });
});

test('RPT-1c base figures: all rows or none, an unknown unit is named by its row', async () => {
  const rows = [
    { value: 1000, business: 'gsm' },
    { value: 5, business: 'wcdma', unitId: '00000000-0000-4000-8000-000000000000' },
  ];
  const refused = await manager.post('/reporting/base-figures', { figure: 'customers', period: month, rows });
  expect([refused.status, (refused.body['errors'] as Json[])[0]]).toEqual([
    422,
    expect.objectContaining({ pointer: '/rows/1/unitId', code: 'unknown-unit' }),
  ]);
  const strange = await manager.post('/reporting/base-figures', {
    figure: 'customers',
    period: month,
    rows: [{ value: 1, city: 'x' }],
  });
  expect(strange.status).toBe(422);
  expect(await manager.list('/reporting/base-figures')).toEqual([]);
  expect(
    (await agent.post('/reporting/base-figures', { figure: 'customers', period: month, rows: [{ value: 1 }] })).status,
  ).toBe(403);
  const faulty = await importTable(suite, manager, 'base-figures', [
    '指标,期间,业务,部门,数值',
    'customers,2026-09,gsm,,900',
    'customers,2026-13,wcdma,,100',
    'customers,2026-09,fixed,火星部,100',
  ]);
  expect(faulty.errors.map(({ row, column, code }) => [row, column, code])).toEqual([
    [3, 'period', 'bad-period'],
    [4, 'unit', 'unknown-unit'],
  ]);
  expect(await manager.list('/reporting/base-figures')).toEqual([]);
});

test('SYS-66 RPT-1c the imported base is the denominator, by business too; a row sent again replaces', async () => {
  const imported = await importTable(suite, manager, 'base-figures', [
    '指标,期间,业务,部门,数值',
    'customers,2026-09,gsm,,900',
    'customers,2026-09,wcdma,,100',
  ]);
  expect(imported).toEqual({ errors: [], state: 'committed' });
  await manager.do('/reporting/base-figures', {
    figure: 'customers',
    period: month,
    rows: [{ value: 400, business: 'wcdma' }],
  });
  const kept = await manager.list('/reporting/base-figures?filter[period]=2026-09');
  expect(kept.map(({ business, value, source }) => [business, value, source])).toEqual([
    ['gsm', 900, 'imported'],
    ['wcdma', 400, 'entered'],
  ]);
  expect(await parts(manager, 'complaint-rate', month)).toEqual([0, 1300]);
});

test('SYS-66 RPT-1a RPT-1b the month is played: on the spot, by the centre, returned, dispatched', async () => {
  played['spot'] = await openComplaint(agent, gsm);
  await suite.clock('2026-09-14T09:10:00+08:00');
  await act(agent, played['spot'], 'answer', { outcome: 'solved', way: 'phone', text: '已重置', satisfied: true });

  played['centre'] = await openComplaint(agent, { ...gsm, business: 'wcdma' });
  await act(centre, played['centre'], 'check');
  await suite.clock('2026-09-14T10:10:00+08:00');
  await act(centre, played['centre'], 'answer', { outcome: 'explained', way: 'phone', satisfied: false });

  played['returned'] = await openComplaint(agent, gsm);
  await act(centre, played['returned'], 'check');
  await act(centre, played['returned'], 'return-to-channel', { reason: '缺少受理号码' });

  played['sent'] = await openComplaint(agent, { ...gsm, level: 'province' });
  await act(centre, played['sent'], 'check');
  await act(centre, played['sent'], 'dispatch', { unitId: unit('henan-network') });
  await act(network, played['sent'], 'investigate', { facts: '基站故障', cause: 'resource-fault' });
  await suite.clock('2026-09-14T12:10:00+08:00');
  await act(network, played['sent'], 'feed-back', { text: '基站已修复' });
  await act(agent, played['sent'], 'answer', { outcome: 'solved', way: 'phone', satisfied: true });

  played['late'] = await openComplaint(agent, gsm);
  await act(centre, played['late'], 'check');
  await act(centre, played['late'], 'dispatch', { unitId: unit('henan-network') });
  await settle(suite);
  expect(await parts(manager, 'complaint-rate', month)).toEqual([5, 1300]);
  expect(await figure(manager, 'complaint-rate', month, 'filter[business]=wcdma')).toMatchObject({ value: 0.0025 });
  expect(await groups(manager, 'complaint-rate', month, 'business')).toEqual({ gsm: [4, 900], wcdma: [1, 400] });
});

test('SYS-66 RPT-1a first contact, on time, after referral; satisfaction against those asked and against all', async () => {
  expect(await parts(manager, 'first-contact-resolution', month)).toEqual([2, 5]);
  expect(await parts(manager, 'concluded-on-time', month)).toEqual([3, 3]);
  expect(await parts(manager, 'concluded-after-referral', month)).toEqual([1, 5]);
  expect(await groups(manager, 'concluded-after-referral', month, 'unit')).toMatchObject({
    [unit('henan-network')]: [1, 2],
  });
  expect(await figure(manager, 'satisfaction-at-answer', month)).toMatchObject({
    numerator: 2,
    denominator: 3,
    value: 0.666667,
    target: 0.95,
  });
  expect(await parts(manager, 'satisfaction-at-answer-all', month)).toEqual([2, 5]);
  const asked = await behind(manager, 'satisfaction-at-answer', 'period=2026-09');
  expect(asked).toEqual(['spot', 'centre', 'sent'].map(numberOf).sort());
  const content = await behind(manager, 'satisfaction-at-answer', 'period=2026-09&part=numerator');
  expect(content).toEqual(['spot', 'sent'].map(numberOf).sort());
});

test('SYS-66 RPT-1b mean and longest time to the answer stand against the promise of the level', async () => {
  const mean = await figure(manager, 'mean-time-to-answer', month, 'by=level');
  const rows = Object.fromEntries(
    (mean['rows'] as Json[]).map(({ key, value, target }) => [String((key as Json)['level']), [value, target]]),
  );
  // 10 and 60 minutes; 2 hours.
  expect(rows).toEqual({ ordinary: [2100, 86_400], province: [7200, 172_800] });
  expect(await figure(manager, 'max-time-to-answer', month, 'filter[level]=ordinary')).toMatchObject({
    value: 3600,
    target: 86_400,
  });
  expect(await parts(manager, 'answered-at-once', month)).toEqual([2, 2]);
});

test('SYS-66 RPT-1d flow accuracy: returned orders were not right', async () => {
  expect(await parts(manager, 'flow-accuracy', month)).toEqual([4, 5]);
});

test('SYS-66 RPT-1d RPT-1e stage timeliness, warnings, supervision orders and overruns open down to the cases', async () => {
  // The one that was returned is to be filled in again within the hour, and was not.
  expect(await groups(manager, 'stage-timeliness', month, 'stage')).toMatchObject({ handling: [1, 1], fill: [5, 6] });
  // 16 hours from the dispatch at 12:10: warned at 90 %, overdue at 04:10 with a supervision order, fed back at 10:10.
  await suite.clock('2026-09-15T04:00:00+08:00');
  expect(await groups(manager, 'warnings', month, 'unit')).toMatchObject({ [unit('henan-network')]: [1, null] });
  expect(await behind(manager, 'warnings', 'period=2026-09&filter[stage]=handling')).toEqual([numberOf('late')]);
  await suite.clock('2026-09-15T10:10:00+08:00');
  const late = played['late'] ?? {};
  await act(network, late, 'investigate', { facts: '拥塞', cause: 'resource-fault' });
  await act(network, late, 'feed-back', { text: '已扩容' });
  await settle(suite);
  expect(await groups(manager, 'stage-timeliness', month, 'stage')).toMatchObject({ handling: [1, 2] });
  expect(await parts(manager, 'supervision-orders', month, 'filter[stage]=handling')).toEqual([1, null]);
  expect(await parts(manager, 'met-after-warning', month, 'filter[stage]=handling')).toEqual([0, 1]);
  expect(await figure(manager, 'mean-overrun', month, 'filter[stage]=handling')).toMatchObject({
    value: 21_600,
    numerator: 21_600,
    denominator: 1,
  });
  expect(await behind(manager, 'mean-overrun', 'period=2026-09&filter[stage]=handling')).toEqual([numberOf('late')]);
  expect(
    await parts(manager, 'stage-timeliness', month, `filter[unit]=${unit('henan-network')}&filter[stage]=handling`),
  ).toEqual([1, 2]);
});

test('CMP-16 SYS-25 without dispatch repairs are entered or imported, and form 9 says so; without any a dash', async () => {
  const network_ = unit('henan-network');
  expect(await parts(manager, 'complaint-per-repair', month, `filter[unit]=${network_}`)).toEqual([2, null]);
  await manager.do('/reporting/base-figures', {
    figure: 'repairs',
    period: month,
    rows: [{ value: 40, unitId: network_ }],
  });
  expect(await parts(manager, 'complaint-per-repair', month, `filter[unit]=${network_}`)).toEqual([2, 40]);
  const { status, bytes } = await manager.pdf('/reporting/registers/complaint-rate.pdf?from=2026-09-01&to=2026-09-30');
  expect(status).toBe(200);
  const text = (await readPdf(bytes)).map((page) => page.text).join('');
  expect(text).toContain('河南省网络运行部240（录入）5.00%');
  expect(text).toContain('河南省投诉处理中心3—');
  expect(text).toContain('维修次数为录入或导入数据');
});

test('RPT-4 RPT-1c after the close a base that stands is not replaced; one that was missing may still be given', async () => {
  await suite.clock('2026-10-01T00:20:00+08:00');
  const before = await figure(manager, 'complaint-rate', month);
  expect(before).toMatchObject({ closed: true, numerator: 5, denominator: 1300 });
  const body = { figure: 'customers', period: month, rows: [{ value: 1, business: 'gsm' }] };
  const refused = await manager.post('/reporting/base-figures', body);
  expect([refused.status, refused.body['code']]).toEqual([409, 'period-closed']);
  expect(await figure(manager, 'complaint-rate', month)).toEqual(before);
  await manager.do('/reporting/base-figures', { figure: 'seats', period: month, rows: [{ value: 12 }] });
});

test('RPT-7 what prints a report is not deployed: the report says so, nobody is told, the others go out', async () => {
  await suite.clock('2026-10-05T09:00:00+08:00');
  const reports = await manager.list('/reporting/reports?page[size]=200');
  const weekly = reports.filter(({ schedule }) => schedule === 'revisit-weekly');
  expect(weekly.length).toBeGreaterThan(0);
  expect(weekly.every(({ state, sentAt, url }) => state === 'not-deployed' && sentAt === null && url === null)).toBe(
    true,
  );
  const again = await manager.do(`/reporting/reports/${String(weekly[0]?.['id'])}/send`);
  expect(again).toMatchObject({ state: 'not-deployed' });
  const rate = reports.filter(({ formCode }) => formCode === 'complaint-rate');
  expect(rate.map(({ state }) => state)).toEqual(['sent', 'sent']);
});
