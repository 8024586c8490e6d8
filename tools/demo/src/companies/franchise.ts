/** The franchise: shop visits called about in three days, complaints by validity, and a month of appraisal. */
import type { Office, Row } from '../office/office';
import { idOf, numberOf } from '../office/office';
import { openBooks, proveOwn, proveRevisits } from '../proofs/books';
import { proveRegister } from '../proofs/complaint-register';
import type { Ledger } from '../proofs/ledger';
import { proveReporting } from '../proofs/reporting';
import type { HrFile } from '../stories/franchise-appraisal';
import { afterTheMonth, duringTheMonth } from '../stories/franchise-appraisal';
import type { FranchiseComplaints } from '../stories/franchise-complaint';
import { complaints } from '../stories/franchise-complaint';
import { visits } from '../stories/franchise-visits';
import { sentReports } from '../stories/sent-reports';
import type { Company } from './company';

const DAYS = { from: '2026-09-01', to: '2026-10-31' };
const MONTH = { from: '2026-09-01', to: '2026-09-30' };

export const franchise: Company = {
  pack: 'franchise',
  title: { zh: '闭环连锁', en: 'Franchise' },
  from: '2026-09-01 08:30',
  play: async (office, ledger) => {
    await duringTheMonth(office);
    const complained = await complaints(office);
    const orders = await visits(office);
    const file = await afterTheMonth(office);
    await papers(office, complained, orders);
    await sentReports(office, ledger);
    const books = await openBooks(office);
    proveOwn(ledger, books);
    await proveRevisits(office, ledger, books, DAYS);
    await proveRegister(office, ledger, books, MONTH);
    const visited = books.tasks.filter(({ event }) => event === 'work-order').length;
    ledger.equal('到店服务 = 到店回访', 'shop visits = revisits of visits', orders.length, visited);
    await proveFile(office, ledger, file);
    await proveReporting(office, ledger, { period: '2026-09' });
  },
};

async function papers(office: Office, { valid, circulation }: FranchiseComplaints, orders: readonly Row[]) {
  const supervisor = await office.person('supervisor');
  await office.papers.register(supervisor, 'complaints', 'complaint-register', MONTH);
  const address = `/complaints/circulations/${idOf(circulation)}`;
  await office.papers.form(supervisor, address, 'circulation', 'circulations', numberOf(circulation));
  const sheets = [...orders, valid].length;
  if (sheets === 0) return;
  const engineer = await office.person('engineer2');
  for (const order of orders) {
    await office.papers.form(
      engineer,
      `/dispatch/work-orders/${idOf(order)}`,
      'service-sheet',
      'orders',
      numberOf(order),
    );
  }
}

/** The file for HR against the sheets it was made of (APR-9). */
async function proveFile(office: Office, ledger: Ledger, { rows, control, batch }: HrFile): Promise<void> {
  const sheets = (await office.list('/appraisal/periods/2026-09/sheets')).filter(({ state }) => state === 'released');
  const ofSheets = sheets.reduce(
    (all, sheet) => all + Number((sheet['totals'] as Row | undefined)?.['total'] ?? sheet['total']),
    0,
  );
  ledger.figure('appraisal', '人事文件行数', 'rows of the HR file', rows.length);
  ledger.equal('人事文件行数 = 已发布考核表', 'rows of the HR file = released sheets', control.rows, sheets.length);
  ledger.equal(
    '人事文件合计 = 各行之和',
    'total of the HR file = sum of its rows',
    control.total,
    sum(rows.map(({ total }) => Number(total))),
  );
  ledger.equal('人事文件合计 = 考核表之和', 'total of the HR file = sum of the sheets', control.total, ofSheets);
  const parts = rows.map(({ parts: each }) => sum(Object.values(each as Record<string, number>)));
  ledger.equal('各分项之和 = 人事文件合计', 'parts of the rows = total of the HR file', sum(parts), control.total);
  const receipt = await (
    await office.person('hr')
  ).get<{ accepted: number; open: number }>(`/appraisal/periods/2026-09/hr-batches/${batch}`);
  ledger.equal('回执接收 = 人事文件行数', 'accepted by HR = rows of the file', receipt.accepted, rows.length);
}

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);
