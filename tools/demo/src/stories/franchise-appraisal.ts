/** Franchise: the month of appraisal: incentives, breaches, sample calls, self and head, release, the file for HR and its receipt (APR-1 … APR-9, APR-12). */
import type { Office, Row } from '../office/office';
import { call } from './desk';

const MONTH = '2026-09';
const BASE = `/appraisal/periods/${MONTH}`;
/** As many as a sample draws, so that all of them are in it. */
const CUSTOMERS = 10;
/** Of the sampled customers: 8 of 10 are 8 points (APR-1a). */
const GOOD = 8;

const HEAD_ITEMS: Readonly<Record<string, number>> = {
  initiative: 12,
  responsibility: 10,
  'service-awareness': 10,
  communication: 15,
  learning: 10,
  'team-spirit': 10,
};
const SELF_ITEMS: Readonly<Record<string, number>> = {
  ...HEAD_ITEMS,
  initiative: 15,
  knowledge: 5,
  'knowledge-use': 5,
  'franchisee-satisfaction': 10,
  rules: 10,
};

const items = (points: Readonly<Record<string, number>>): Row[] =>
  Object.entries(points).map(([item, each]) => ({ item, points: each }));

const sheetPath = (sheet: Row): string => `/appraisal/sheets/${String(sheet['id'])}`;

export interface HrFile {
  readonly batch: string;
  readonly rows: readonly Row[];
  readonly control: { readonly rows: number; readonly total: number; readonly money: number };
}

/** What happens while the month runs; before the other stories of the company. */
export async function duringTheMonth(office: Office): Promise<void> {
  await office.at('2026-09-01 09:00');
  const agent = await office.person('agent');
  let minute = 0;
  // A minute apart: the file for HR names the grounds in the order in which they were entered.
  const entry = async (by: string, more: Row): Promise<void> => {
    await office.at(`2026-09-01 09:${String(++minute).padStart(2, '0')}`);
    await office.act(by, '/appraisal/entries', { employeeId: agent.employeeId, date: '2026-09-01', ...more });
  };
  await entry('service-manager', { entry: 'incentive', points: 2, ground: '加盟商送锦旗' });
  await entry('service-manager', { entry: 'incentive', points: -1, ground: '交接遗漏' });
  await entry('service-manager', { entry: 'check', points: 80, ground: '产品知识抽检' });
  for (const ground of ['报价流程不熟', '退货流程不熟']) {
    await entry('service-manager', { entry: 'check', code: 'mistake', ground });
  }
  await entry('hr', { entry: 'breach', code: 'noise', points: 3, ground: '大声喧哗', witness: '周明' });
  for (let index = 0; index < CUSTOMERS; index++) {
    const phone = `1390000${String(1000 + index)}`;
    const name = `店主${index + 1}`;
    const { id } = await agent.post<{ id: string }>('/customers', {
      name: `加盟店${index + 1}`,
      kind: 'franchisee',
      contacts: [{ name, phone }],
    });
    const contact = await agent.post<{ id: string }>('/hotline/contacts', {
      channel: 'phone',
      callerName: name,
      callerPhone: phone,
      customerId: id,
      summary: '咨询促销活动',
      category: 'consultation',
    });
    await agent.post(`/hotline/contacts/${contact.id}/answer`, { text: '已说明', understood: true, satisfied: true });
  }
}

/** The cut-offs lie after the holiday: scored on the 1st, frozen on the 9th, released, exported, imported twice with one effect. */
export async function afterTheMonth(office: Office): Promise<HrFile> {
  await office.at('2026-10-01 09:30');
  await office.settle();
  const tasks = await office.list('/revisit/tasks?filter[state]=open');
  const samples = tasks.filter(({ subject }) => (subject as Row)['module'] === 'appraisal');
  for (const [index, task] of samples.entries()) {
    await call(office, 'service-manager', task, { satisfied: index < GOOD, words: '服务热情' });
  }
  await office.at('2026-10-01 10:30');
  const agent = await office.person('agent');
  const mine = (await office.list(`${BASE}/sheets`)).find(({ employeeId }) => employeeId === agent.employeeId);
  if (!mine) throw new Error(`no sheet of ${MONTH}`);
  await office.act('agent', `${sheetPath(mine)}/self-score`, { items: items(SELF_ITEMS) });
  await office.act('service-manager', `${sheetPath(mine)}/head-score`, { items: items(HEAD_ITEMS) });
  await office.at('2026-10-09 09:00');
  await scoreTheOthers(office, mine);
  const file = await exportFile(office);
  await office.papers.form(agent, sheetPath(mine), 'appraisal-sheet', 'appraisal', `${MONTH}-1001`);
  await receipt(office, file);
  return file;
}

/** Whoever was not reached is scored by his head with a reason (RD-31); everybody else he can is released. */
async function scoreTheOthers(office: Office, mine: Row): Promise<void> {
  const headed = (await office.person('service-manager')).employeeId;
  const sheets = await office.list(`${BASE}/sheets`);
  for (const sheet of sheets) {
    if ((sheet['head'] as Row | null)?.['id'] !== headed) continue;
    if (sheet['id'] !== mine['id']) {
      await office.act('service-manager', `${sheetPath(sheet)}/head-score`, {
        items: [
          ...items(HEAD_ITEMS),
          { item: 'knowledge', points: 4 },
          { item: 'franchisee-satisfaction', points: 6, ground: '本月无来电，按上月水平' },
        ],
      });
    }
    await office.act('hr', `${sheetPath(sheet)}/release`, { text: '核对无误' });
  }
}

async function exportFile(office: Office): Promise<HrFile> {
  const hr = await office.person('hr');
  const address = (format: string) => `${BASE}/hr-file?format=${format}`;
  const json = await office.papers.file(hr, address('json'), `hr-file/hr-${MONTH}.json`);
  await office.papers.file(hr, address('csv'), `hr-file/hr-${MONTH}.csv`);
  await office.papers.file(hr, `${address('xlsx')}&headings=zh`, `hr-file/hr-${MONTH}.xlsx`);
  return JSON.parse(json.toString('utf8')) as HrFile;
}

async function receipt(office: Office, { batch, rows }: HrFile): Promise<void> {
  const answer = rows.map(({ staffNumber }) => ({ staffNumber, accepted: true }));
  for (let times = 0; times < 2; times++) await office.act('hr', `${BASE}/hr-receipt`, { batch, rows: answer });
}
