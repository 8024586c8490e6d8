/** A scoring sheet of the franchise: the person rates himself, the head scores with the digits, the total adds (APR-1, APR-2, RD-33). */
import type { Json, Person } from '@bihuan/server-e2e';
import { chord, sees, shot, submit, type } from './support/browser';
import { openCompany, press, type Company } from './support/desk';

const MONTH = '2026-09';

interface Item {
  readonly code: string;
  readonly weight: number;
  readonly points: number | null;
  readonly scoredBy: string;
  readonly undecided: string | null;
}
interface Sheet {
  readonly id: string;
  readonly state: string;
  readonly parts: readonly { readonly items: readonly Item[] }[];
  readonly totals: Readonly<Record<string, number | null>>;
}

let company: Company;
let agent: Person;
let head: Person;
let address: string;

/** September with a check of 80 %, five mistakes and one incentive; the month is over. */
beforeAll(async () => {
  company = await openCompany('2026-09-01T09:00:00+08:00', {
    SUITE_PACK: 'franchise',
    SUITE_MODULES: 'hotline,revisit,appraisal',
  });
  const { suite } = company;
  [agent, head] = await Promise.all([suite.as('agent'), suite.as('service-manager')]);
  await suite.clock('2026-09-01T10:00:00+08:00');
  const entry = { employeeId: agent.employeeId, date: '2026-09-01' };
  await head.do('/appraisal/entries', { ...entry, entry: 'incentive', points: 2, ground: '加盟商送锦旗' });
  await head.do('/appraisal/entries', { ...entry, entry: 'check', points: 80, ground: '产品知识抽检' });
  for (let count = 0; count < 5; count++) {
    await head.do('/appraisal/entries', { ...entry, entry: 'check', code: 'mistake', ground: '流程不熟' });
  }
  await suite.clock('2026-10-01T09:30:00+08:00');
  const sheets = await agent.list(`/appraisal/periods/${MONTH}/sheets`);
  address = `/appraisal/sheets/${String(sheets[0]?.['id'])}`;
});

afterAll(() => company.close());

const sheet = async (): Promise<Sheet> => (await head.get(address)).body as unknown as Sheet;
const items = ({ parts }: Sheet): readonly Item[] => parts.flatMap((part) => part.items);

test('SYS-44 APR-2 the person gives himself the most everywhere, with digits and Enter; his total stays what it was', async () => {
  const before = await sheet();
  const page = await company.seat('agent');
  await company.go(page, address);
  await press(page, 'self-score');
  for (const { weight } of items(before)) {
    await page.keyboard.type(String(weight));
    await page.keyboard.press('Enter');
  }
  await submit(page);
  await sees(page, '自评合计（不计入） 100');
  const after = await sheet();
  expect(after.totals).toEqual({ ...before.totals, self: 100 });
});

test('SYS-44 APR-1 RD-33 the head scores whole points within the bands; what records give is not his; the total adds', async () => {
  const before = await sheet();
  const his = items(before).filter(({ scoredBy, undecided }) => scoredBy === 'head' || undecided !== null);
  const page = await company.seat('service-manager');
  await company.go(page, address);
  await press(page, 'head-score');
  const fields = await page.$$eval('.bh-points input', (all) => all.length);
  expect(fields).toBe(his.length);
  await page.keyboard.type('99');
  await chord(page, 'Control', 'Enter');
  await page.waitForSelector('.ant-form-item-explain-error', { timeout: 20_000 });
  expect((await sheet()).state).toBe(before.state);
  await page.focus('.bh-points input');
  await chord(page, 'Control', 'a');
  for (const { weight } of his) {
    await page.keyboard.type(String(weight - 2));
    await page.keyboard.press('Enter');
  }
  // Too few sample calls were reached for satisfaction: the head decides, and must say why.
  await chord(page, 'Control', 'Enter');
  await page.waitForSelector('.bh-ground .ant-form-item-explain-error', { timeout: 20_000 });
  expect((await sheet()).state).toBe(before.state);
  await type(page, '打分理由（必填）', '抽访未接通，按来电反馈评定');
  await shot(page, 'appraisal-scoring');
  await submit(page);
  await page.waitForSelector('.bh-scores-total', { timeout: 20_000 });
  const { totals, ...after } = await sheet();
  const points = Object.fromEntries(items({ totals, ...after }).map((item) => [item.code, item.points]));
  expect(points).toMatchObject({ knowledge: 4, 'knowledge-use': 0 });
  await sees(page, '已评分');
  const shown = await page.$eval('.bh-scores-total td', (cell) => cell.textContent);
  expect(shown).toBe(String(totals['total'] ?? '—'));
  await page.$eval('.bh-scores', (table) => table.scrollIntoView());
  await shot(page, 'appraisal-sheet');
});

test('SYS-44 IDN-2 another officer does not see the sheet', async () => {
  const { status } = await (await company.suite.as('agent2')).get(address);
  expect(status).toBe(404);
  const page = await company.seat('agent2');
  await company.go(page, '/appraisal/sheets');
  await sees(page, '绩效考核');
  const mine: Json[] = await (await company.suite.as('agent2')).list(`/appraisal/periods/${MONTH}/sheets`);
  expect(mine).toHaveLength(1);
});
