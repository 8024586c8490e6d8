/** A franchise month: self, head, sample calls, HR's breaches, cut-offs moved by a holiday, release, file, receipt (SYS-44 … 46). */
import { readPdf } from '@bihuan/testing-kit';
import {
  at,
  contactsOf,
  HEAD_ITEMS,
  items,
  makeCalls,
  path,
  pointsOf,
  read,
  SELF_ITEMS,
  sheetOf,
} from './support/appraisal';
import { openedByPaper } from './support/archive';
import type { Answer, Json, Person, PlayedSuite } from './support/suite';
import { playSuite } from './support/suite';

const MONTH = '2026-09';
const BASE = `/appraisal/periods/${MONTH}`;

let suite: PlayedSuite;
let agent: Person;
let agent2: Person;
let head: Person;
let hr: Person;
let manager: Person;

beforeAll(async () => {
  suite = await playSuite('2026-09-01T09:00:00+08:00', {
    SUITE_PACK: 'franchise',
    SUITE_MODULES: 'hotline,revisit,appraisal',
  });
  const { as } = suite;
  [agent, agent2, head, hr, manager] = await Promise.all([
    as('agent'),
    as('agent2'),
    as('service-manager'),
    as('hr'),
    as('manager'),
  ]);
  // Also a barrier: the month and its sheets are there when the answer comes.
  await at(suite, '2026-09-01T10:00');
});

afterAll(() => suite.close());

const codeOf = (answer: Answer) => [answer.status, answer.body['code']];
const pointer = (answer: Answer) => [answer.status, (answer.body['errors'] as Json[])[0]?.['pointer']];

test('APR-1 IDN-2 everybody of customer service has a sheet; each sees his own, the head and HR all', async () => {
  const all = await hr.list(`${BASE}/sheets`);
  expect(all.map(({ staffNumber }) => staffNumber)).toEqual([
    '1001',
    '1002',
    '1003',
    '1004',
    '1005',
    '1006',
    '1007',
    '1100',
    '1101',
  ]);
  expect((await head.list(`${BASE}/sheets`)).length).toBe(9);
  expect((await agent.list(`${BASE}/sheets`)).map(({ staffNumber }) => staffNumber)).toEqual(['1001']);
  const others = all.find(({ staffNumber }) => staffNumber === '1002');
  expect((await agent.get(`/appraisal/sheets/${String(others?.['id'])}`)).status).toBe(404);
  expect((await hr.get('/appraisal/periods/2026-13/sheets')).status).toBe(404);
  // The head of customer service is scored by the chairman.
  const heads = all.map((sheet) => (sheet['head'] as Json)['id']);
  expect([heads[0], heads[7]]).toEqual([head.employeeId, manager.employeeId]);
});

test('SYS-45 APR-2 each incentive has date, ground, giver; HR enters breaches by code; who may not is refused', async () => {
  const entry = (more: Json) => ({ employeeId: agent.employeeId, date: '2026-09-01', ground: '加盟商送锦旗', ...more });
  const given = await head.do('/appraisal/entries', entry({ entry: 'incentive', points: 2 }));
  expect(given).toMatchObject({ entry: 'incentive', points: 2, date: '2026-09-01', by: '沈岚', period: MONTH });
  await head.do('/appraisal/entries', entry({ entry: 'incentive', points: -1, ground: '交接遗漏' }));
  await head.do('/appraisal/entries', entry({ entry: 'check', points: 80, ground: '产品知识抽检' }));
  for (let count = 0; count < 5; count++) {
    await head.do('/appraisal/entries', entry({ entry: 'check', code: 'mistake', ground: '流程不熟' }));
  }
  const breach = entry({ entry: 'breach', code: 'noise', points: 3, ground: '大声喧哗', witness: '周明' });
  expect(await hr.do('/appraisal/entries', breach)).toMatchObject({ code: 'noise', points: 3, witness: '周明' });

  expect((await agent.post('/appraisal/entries', entry({ entry: 'incentive', points: 5 }))).status).toBe(403);
  expect((await hr.post('/appraisal/entries', entry({ entry: 'incentive', points: 5 }))).status).toBe(403);
  expect((await head.post('/appraisal/entries', breach)).status).toBe(403);
  expect(pointer(await hr.post('/appraisal/entries', { ...breach, points: 11 }))).toEqual([422, '/points']);
  expect(pointer(await hr.post('/appraisal/entries', { ...breach, code: 'sleeping' }))).toEqual([422, '/code']);
  expect(pointer(await hr.post('/appraisal/entries', { ...breach, date: '2026-09-02' }))).toEqual([422, '/date']);
  const engineer = (await suite.as('engineer')).employeeId;
  expect(pointer(await hr.post('/appraisal/entries', { ...breach, employeeId: engineer }))).toEqual([
    422,
    '/employeeId',
  ]);

  const sheet = await read(agent, await sheetOf(agent, MONTH, agent));
  expect(sheet['totals']).toMatchObject({ incentive: 1 });
  const incentives = (sheet['sources'] as Json[]).filter(({ kind }) => kind === 'incentive');
  expect(incentives.map(({ date, ground, by, points }) => [date, ground, by, points])).toEqual([
    ['2026-09-01', '加盟商送锦旗', '沈岚', 2],
    ['2026-09-01', '交接遗漏', '沈岚', -1],
  ]);
});

test('APR-7 a record is taken back with a reason while the month runs', async () => {
  const wrong = { employeeId: agent.employeeId, date: '2026-09-01', entry: 'breach', code: 'reading', ground: '看书' };
  const { id } = await hr.do('/appraisal/entries', wrong);
  expect((await agent.post(`/appraisal/entries/${String(id)}/withdraw`, { reason: '不是我' })).status).toBe(403);
  const gone = await hr.do(`/appraisal/entries/${String(id)}/withdraw`, { reason: '认错人' });
  expect(gone).toMatchObject({ state: 'withdrawn', withdrawn: { by: '马骁', reason: '认错人' }, allowedActions: [] });
  expect(pointsOf(await read(agent, await sheetOf(agent, MONTH, agent)), 'rules')).toBe(7);
});

test('SYS-44 APR-1 RD-33 points are whole and within the bands; nobody is scored by himself as head', async () => {
  const sheet = await sheetOf(head, MONTH, agent2);
  const score = (person: Person, given: Json[]) => person.post(path(sheet, 'head-score'), { items: given });
  expect(pointer(await score(head, [{ item: 'initiative', points: 16 }]))).toEqual([422, '/items/0/points']);
  expect(pointer(await score(head, [{ item: 'initiative', points: 7.5 }]))).toEqual([422, '/items/0/points']);
  expect(pointer(await score(head, [{ item: 'rules', points: 10 }]))).toEqual([422, '/items/0/item']);
  expect((await score(agent2, items(HEAD_ITEMS))).status).toBe(403);
  expect((await score(agent, items(HEAD_ITEMS))).status).toBe(403);
  expect((await head.post(path(sheet, 'self-score'), { items: items(SELF_ITEMS) })).status).toBe(403);
  expect((await head.post(path(sheet, 'head-score'), { items: [], extra: 1 })).status).toBe(422);
});

test('SYS-46 APR-5 the month is over: cut-offs are moved by National Day, clocks run, who is late is visible', async () => {
  await contactsOf(agent, 12);
  await at(suite, '2026-10-01T09:30');
  const month = (await hr.get(BASE)).body;
  // 1–7 October are off; the 10th is a working Saturday.
  expect(month).toMatchObject({
    state: 'scoring',
    cutOffs: {
      self: { nominal: '2026-10-02', day: '2026-10-08', dueAt: '2026-10-09T00:00:00+08:00' },
      head: { nominal: '2026-10-05', day: '2026-10-08' },
      latest: { nominal: '2026-10-10', day: '2026-10-10' },
    },
  });
  const sheet = await sheetOf(agent, MONTH, agent);
  const clocks = await agent.list(`/deadlines?filter[subject]=appraisal:sheet:${String(sheet['id'])}`);
  expect(clocks.map(({ stage, dueAt }) => `${String(stage)} ${new Date(String(dueAt)).toISOString()}`).sort()).toEqual([
    'head-score 2026-10-08T16:00:00.000Z',
    'self-score 2026-10-08T16:00:00.000Z',
  ]);
  const mine = (await agent.list('/work')).filter(({ kind }) => kind === 'sheet');
  expect(mine.map(({ number, allowedActions }) => [number, allowedActions])).toEqual([['202609-1001', ['self-score']]]);
  expect((await head.list('/work')).filter(({ kind }) => kind === 'sheet').length).toBeGreaterThanOrEqual(8);
  // The next month is open already.
  expect((await hr.list('/appraisal/periods/2026-10/sheets')).length).toBe(9);
});

test('SYS-44 APR-1a ten contacts are drawn for sample calls, each asks revisit for one; 8 of 10 good are 8 points', async () => {
  const before = await read(head, await sheetOf(head, MONTH, agent));
  expect(before['sample']).toMatchObject({ drawn: 10, reached: 0, good: 0, minimum: 3 });
  expect(pointsOf(before, 'franchisee-satisfaction')).toBeNull();
  expect(await makeCalls(head, 10, 8)).toBe(10);
  await at(suite, '2026-10-01T10:30');
  const sheet = await read(agent, await sheetOf(agent, MONTH, agent));
  expect(sheet['sample']).toMatchObject({ drawn: 10, reached: 10, good: 8 });
  expect(pointsOf(sheet, 'franchisee-satisfaction')).toBe(8);
  const [call] = (sheet['sample'] as { calls: Json[] }).calls;
  expect(call?.['taskId']).toEqual(expect.any(String));
});

test('SYS-44 APR-2 self 100 changes nothing; 80 % right → 4; five mistakes → 0; the total adds', async () => {
  const sheet = await sheetOf(agent, MONTH, agent);
  const rated = await agent.do(path(sheet, 'self-score'), { items: items(SELF_ITEMS) });
  expect(rated).toMatchObject({ state: 'self-scored', totals: { self: 100, total: null } });
  const scored = await head.do(path(sheet, 'head-score'), { items: items({ ...HEAD_ITEMS, initiative: 12 }) });
  expect(
    ['knowledge', 'knowledge-use', 'franchisee-satisfaction', 'rules'].map((code) => pointsOf(scored, code)),
  ).toEqual([4, 0, 8, 7]);
  // 67 + 4 + 0 + incentive 1 = 72 of 80; 8; 7.
  expect(scored).toMatchObject({
    state: 'head-scored',
    totals: { uncapped: 72, main: 72, incentive: 1, satisfaction: 8, hr: 7, total: 87, self: 100, capped: false },
    missing: ['frozen'],
  });
});

test('APR-7 nothing is released before the cut-off; APR-5 whoever has not sent his is told and shown', async () => {
  const sheet = await sheetOf(hr, MONTH, agent);
  expect(codeOf(await hr.post(path(sheet, 'release')))).toEqual([409, 'not-frozen']);
  await at(suite, '2026-10-09T09:00');
  const month = (await hr.get(BASE)).body;
  expect(month).toMatchObject({
    state: 'frozen',
    sheets: { total: 9, selfScored: 1, headScored: 1, selfLate: 8, headLate: 8 },
  });
  const late = await hr.list(`${BASE}/sheets?filter[late]=true`);
  expect(late.map(({ staffNumber }) => staffNumber)).not.toContain('1001');
  expect(late.map(({ overdue }) => overdue)).toEqual(Array(8).fill(['self-score', 'head-score']));
  const told = (await agent2.list('/notices')).map(({ text }) => String(text));
  expect(told.filter((text) => text.includes('202609-1002') && text.includes('自评')).length).toBe(2);
  const atHr = (await hr.list('/notices')).map(({ text }) => String(text));
  expect(atHr.some((text) => text.includes('202609-1002') && text.includes('部门评分'))).toBe(true);
});

test('APR-7 what comes after the cut-off is a correction of the next month', async () => {
  const late = {
    employeeId: agent.employeeId,
    date: '2026-09-28',
    entry: 'breach',
    code: 'left-post',
    points: 2,
    ground: '擅离',
  };
  expect(await hr.do('/appraisal/entries', late)).toMatchObject({ period: '2026-10', correctionOf: MONTH });
  expect(pointsOf(await read(hr, await sheetOf(hr, MONTH, agent)), 'rules')).toBe(7);
  expect(pointsOf(await read(hr, await sheetOf(hr, '2026-10', agent)), 'rules')).toBe(8);
  // A frozen incentive taken back leaves its opposite in the open month.
  const given = (await head.list(`/appraisal/entries?filter[period]=${MONTH}&filter[entry]=incentive`)).find(
    ({ points }) => points === 2,
  );
  const counter = await head.do(`/appraisal/entries/${String(given?.['id'])}/withdraw`, { reason: '重复登记' });
  expect(counter).toMatchObject({ points: -2, period: '2026-10', correctionOf: MONTH, ground: '更正：重复登记' });
  expect((await read(hr, await sheetOf(hr, MONTH, agent)))['totals']).toMatchObject({ incentive: 1 });
  const check = (await head.list(`/appraisal/entries?filter[period]=${MONTH}&filter[entry]=check`)).find(
    ({ code }) => code === 'spot-check',
  );
  expect(codeOf(await head.post(`/appraisal/entries/${String(check?.['id'])}/withdraw`, { reason: '误' }))).toEqual([
    409,
    'already-frozen',
  ]);
});

test('APR-1a RD-31 too few were reached: the head decides with a reason, and only then is the sheet complete', async () => {
  const sheet = await sheetOf(head, MONTH, agent2);
  // Nobody called agent2's customers: he had none.
  await head.do(path(sheet, 'head-score'), { items: items(HEAD_ITEMS) });
  const answer = await hr.post(path(sheet, 'release'));
  expect([answer.status, answer.body['code'], answer.body['detail']]).toEqual([
    409,
    'not-complete',
    expect.stringContaining('franchisee-satisfaction'),
  ]);
  const item = { item: 'franchisee-satisfaction', points: 6 };
  expect(pointer(await head.post(path(sheet, 'head-score'), { items: [item] }))).toEqual([422, '/items/0/ground']);
  const decided = await head.do(path(sheet, 'head-score'), {
    items: [
      { ...item, ground: '本月无来电，按上月水平' },
      { item: 'knowledge', points: 4 },
    ],
  });
  expect(decided).toMatchObject({ missing: [], totals: { satisfaction: 6 } });
});

test('APR-7 SYS-46 a released result has a hash, and nothing changes it any more', async () => {
  const sheet = await sheetOf(hr, MONTH, agent);
  expect((await head.post(path(sheet, 'release'))).status).toBe(403);
  const released = await hr.do(path(sheet, 'release'), { text: '核对无误' });
  expect(released).toMatchObject({
    state: 'released',
    allowedActions: [],
    totals: { total: 87 },
    released: { by: { name: '马骁' }, hash: expect.stringMatching(/^[0-9a-f]{64}$/), intact: true },
  });
  const refused = await head.post(path(sheet, 'head-score'), { items: items(HEAD_ITEMS) });
  expect([refused.status, refused.body['state'], refused.body['allowedActions']]).toEqual([409, 'released', []]);
  await hr.do(path(await sheetOf(hr, MONTH, agent2), 'release'));
});

test('APR-12 NUM-2 form 15 prints the sheet with bands, both columns, incentives with grounds, the total', async () => {
  const sheet = await sheetOf(agent, MONTH, agent);
  const { status, bytes } = await agent.pdf(path(sheet, 'forms/appraisal-sheet.pdf'));
  expect([status, status === 200 ? '' : bytes.toString()]).toEqual([200, '']);
  const text = (await readPdf(bytes)).map((page) => page.text).join('');
  for (const words of ['客服部绩效考核表', '林晓燕', '8-15分', '7分以下', '加盟商送锦旗', '202609-1001', '87']) {
    expect(text).toContain(words);
  }
  const opened = await openedByPaper(
    agent,
    `/appraisal/sheets/${String(sheet['id'])}`,
    'appraisal-sheet',
    /202609-1001/,
  );
  expect(opened).toMatchObject([{ module: 'appraisal', id: sheet['id'] }]);
  const blank = await agent.pdf(`${path(sheet, 'forms/appraisal-sheet.pdf')}?blank=true`);
  const words = (await readPdf(blank.bytes)).map((page) => page.text).join('');
  expect(words).toContain('本职份内工作需在部门主管的监督下才能完成各项工作');
  expect(words).not.toMatch(/林晓燕|202609/);
});
