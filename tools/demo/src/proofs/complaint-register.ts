/** Complaints in three books: the list, form 7, and form 9 with its repairs out of dispatch (CMP-1, CMP-16). */
import type { Office, Row } from '../office/office';
import { local, numberOf } from '../office/office';
import type { Books, Days } from './books';
import type { Ledger } from './ledger';

interface RateSheet {
  readonly rows: readonly { readonly complaints: number; readonly repairs: number; readonly source: string }[];
  readonly total: { readonly complaints: number; readonly repairs: number; readonly rate: number | null };
}

const within = (instant: unknown, { from, to }: Days): boolean => {
  const day = local(instant).slice(0, 10);
  return day >= from && day <= to;
};

/** Form 7 has a row for each complaint of the days, whatever became of it. */
export async function proveRegister(office: Office, ledger: Ledger, books: Books, days: Days): Promise<number> {
  const listed = books.complaints.filter(({ createdAt }) => within(createdAt, days));
  const html = (
    await office.admin.file(`/api/complaints/registers/complaint-register.html?from=${days.from}&to=${days.to}`)
  ).toString('utf8');
  const printed = listed.filter((complaint) => rowsOf(html).some((row) => row.includes(numberOf(complaint))));
  ledger.figure('complaints', '表7 登记', 'rows of form 7', rowsOf(html).length);
  ledger.equal('登记的投诉 = 表7 的行', 'complaints registered = rows of form 7', listed.length, rowsOf(html).length);
  ledger.equal('每件投诉都在表7 上', 'each complaint is on form 7', listed.length, printed.length);
  return listed.length;
}

/** Rows of the sheet that begin a complaint: a number stands in them. */
function rowsOf(html: string): string[] {
  const body = html.replace(/<style[\s\S]*?<\/style>/g, '');
  return [...body.matchAll(/<tr[\s\S]*?<\/tr>/g)].map(([row]) => row).filter((row) => /TS\d{8}/.test(row));
}

/** Form 9 of a month: complaints ÷ repairs; complaints from the register, repairs from dispatch. */
export async function proveRate(office: Office, ledger: Ledger, books: Books, days: Days): Promise<number | null> {
  const sheet = await office.admin.get<RateSheet>(`/complaints/rate?from=${days.from}&to=${days.to}`);
  const repairs = await repairsOf(office, books, days);
  ledger.figure('complaints', '表9 投诉', 'complaints of form 9', sheet.total.complaints);
  ledger.figure('dispatch', '维修', 'repairs', repairs);
  ledger.equal(
    '表9 的维修 = 已结维修工单',
    'repairs of form 9 = repair orders concluded',
    sheet.total.repairs,
    repairs,
  );
  ledger.equal(
    '表9 的合计 = 各部门之和',
    'total of form 9 = sum of its units',
    sheet.total.complaints,
    sheet.rows.reduce((all, { complaints }) => all + complaints, 0),
  );
  ledger.equal(
    '投诉率 = 投诉 ÷ 维修',
    'rate of form 9 = complaints ÷ repairs',
    sheet.total.rate ?? -1,
    repairs === 0 ? -1 : sheet.total.complaints / repairs,
  );
  return sheet.total.rate;
}

async function repairsOf(office: Office, { orders, repairTypes }: Books, days: Days): Promise<number> {
  const repairs = orders.filter(({ type, state }) => repairTypes.includes(String(type)) && state !== 'cancelled');
  const full: Row[] = [];
  for (const { id } of repairs) full.push(await office.admin.get<Row>(`/dispatch/work-orders/${String(id)}`));
  return full.filter(({ solvedAt }) => solvedAt !== null && within(solvedAt, days)).length;
}
