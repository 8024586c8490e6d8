/** The month's file for HR: three forms with control totals, one batch, a receipt row by row (SYS-46, APR-9). */
import { readGrid } from '@bihuan/exchange';
import { at, HEAD_ITEMS, items, path, sheetOf } from './support/appraisal';
import type { Answer, Json, Person, PlayedSuite } from './support/suite';
import { playSuite } from './support/suite';

const MONTH = '2026-09';
const BASE = `/appraisal/periods/${MONTH}`;

let suite: PlayedSuite;
let head: Person;
let hr: Person;

const pointer = (answer: Answer) => [answer.status, (answer.body['errors'] as Json[])[0]?.['pointer']];

/** A module alone: no contacts, no calls, the head decides what no record tells. */
beforeAll(async () => {
  suite = await playSuite('2026-09-29T09:00:00+08:00', { SUITE_PACK: 'franchise', SUITE_MODULES: 'appraisal' });
  const people = await Promise.all(['agent', 'agent2', 'service-manager', 'hr'].map((user) => suite.as(user)));
  const [agent, agent2] = people as [Person, Person];
  [head, hr] = people.slice(2) as [Person, Person];
  await at(suite, '2026-09-29T10:00');
  const about = { employeeId: agent.employeeId, date: '2026-09-29' };
  await head.do('/appraisal/entries', { ...about, entry: 'incentive', points: 1, ground: '加盟商送锦旗' });
  await hr.do('/appraisal/entries', { ...about, entry: 'breach', code: 'noise', points: 3, ground: '大声喧哗' });
  await at(suite, '2026-10-09T09:00');
  const decided = [
    { item: 'knowledge', points: 4 },
    { item: 'franchisee-satisfaction', points: 8, ground: '按上月水平' },
  ];
  for (const person of [agent, agent2]) {
    const sheet = await sheetOf(head, MONTH, person);
    await head.do(path(sheet, 'head-score'), { items: [...items({ ...HEAD_ITEMS, initiative: 12 }), ...decided] });
    await hr.do(path(sheet, 'release'));
  }
});

afterAll(() => suite.close());

let batch: string;
let totals: number;

test('SYS-46 APR-9 JSON: columns, parts that add up to the total, control totals; exported twice is one batch', async () => {
  const file = (await hr.get(`${BASE}/hr-file?format=json`)).body;
  batch = String(file['batch']);
  expect(file).toMatchObject({ schema: 'bihuan.hr-file', version: 1, period: MONTH });
  const rows = file['rows'] as Json[];
  expect(rows[0]).toEqual({
    period: MONTH,
    batch,
    staffNumber: '1001',
    name: '林晓燕',
    unit: '华东区客服组',
    parts: { attitude: 32, skill: 9, ability: 35, incentive: 1, satisfaction: 8, hr: 7 },
    total: 92,
    money: 0,
    ground: expect.stringContaining('2026-09-29 加盟商送锦旗'),
  });
  totals = rows.reduce((sum, { total }) => sum + Number(total), 0);
  expect(file['control']).toEqual({ rows: 2, total: totals, money: 0 });
  expect((await hr.get(`${BASE}/hr-file`)).body['batch']).toBe(batch);
  expect((await hr.list(`${BASE}/hr-batches`)).map((one) => one['batch'])).toEqual([batch]);
  expect((await hr.get(`${BASE}/hr-file?format=pdf`)).status).toBe(422);
  expect((await head.get(`${BASE}/hr-file`)).status).toBe(403);
});

test('SYS-46 APR-9 CSV and XLSX hold the same, control totals in the last line', async () => {
  const { status, bytes } = await hr.pdf(`${BASE}/hr-file?format=csv`);
  const lines = bytes.toString('utf8').replace('\ufeff', '').trim().split('\r\n');
  expect([status, lines.length]).toEqual([200, 4]);
  expect(lines[0]).toBe(
    'period,batch,staffNumber,name,unit,attitude,skill,ability,satisfaction,hr,incentive,total,money,ground',
  );
  expect(lines[1]).toContain(`${MONTH},${batch},1001,林晓燕,华东区客服组,32,9,35,8,7,1,92,0,`);
  expect(lines[3]?.startsWith(`control,${batch},2,`)).toBe(true);
  const sheet = await hr.pdf(`${BASE}/hr-file?format=xlsx&headings=zh`);
  const grid = await readGrid(sheet.bytes, 'xlsx');
  expect(grid.map((row) => row.slice(0, 4))).toEqual([
    ['考核月份', '批次', '工号', '姓名'],
    [MONTH, batch, '1001', '林晓燕'],
    [MONTH, batch, '1002', '周明'],
    ['control', batch, '2', null],
  ]);
  // Numbers are numbers: total and money of the control line.
  expect(grid[3]?.slice(11, 13)).toEqual([totals, 0]);
});

test('SYS-46 APR-9 the receipt is row by row: all of the batch or nothing, and twice has one effect', async () => {
  const receipt = (...rows: Json[]) => ({ batch, rows });
  const wrong = receipt({ staffNumber: '1001', accepted: true }, { staffNumber: '9999', accepted: true });
  expect(pointer(await hr.post(`${BASE}/hr-receipt`, wrong))).toEqual([422, '/rows/1/staffNumber']);
  expect(pointer(await hr.post(`${BASE}/hr-receipt`, { ...wrong, batch: 'none' }))).toEqual([422, '/batch']);
  const nothing = (await hr.get(`${BASE}/hr-batches/${batch}`)).body;
  expect([nothing['accepted'], nothing['open']]).toEqual([0, 2]);

  const right = receipt(
    { staffNumber: '1001', accepted: true },
    { staffNumber: '1002', accepted: false, reason: '工号已停用' },
  );
  const answer = await hr.do(`${BASE}/hr-receipt`, right);
  expect(answer).toEqual({
    batch,
    period: MONTH,
    accepted: 1,
    refused: 1,
    open: 0,
    rows: [
      { staffNumber: '1001', name: '林晓燕', state: 'accepted', reason: '' },
      { staffNumber: '1002', name: '周明', state: 'refused', reason: '工号已停用' },
    ],
  });
  expect(await hr.do(`${BASE}/hr-receipt`, right)).toEqual(answer);
  const month = (await hr.get(BASE)).body['id'];
  const kept = await hr.list(`/timeline?filter[subject]=appraisal:period:${String(month)}`);
  expect(kept.filter(({ action }) => action === 'hr-receipt')).toHaveLength(1);
});
