/** Reports that make and send themselves at the end of week and month, and the month that stays closed (RPT-4, RPT-7). */
import type { Office, Row } from '../office/office';
import { idOf, local } from '../office/office';
import type { Ledger } from '../proofs/ledger';
import { deployedModules } from '../proofs/reporting';

/** Lays the papers that were sent into the folder; each that was due went out, to somebody. */
export async function sentReports(office: Office, ledger: Ledger): Promise<void> {
  if (!(await deployedModules(office)).has('reporting')) return;
  const reports = await office.list('/reporting/reports');
  const sent = reports.filter(({ state }) => state === 'sent');
  for (const report of sent) {
    const { formCode, from, to } = report as Row & Readonly<Record<'formCode' | 'from' | 'to', string>>;
    const file = `registers/sent/${formCode}-${from.slice(0, 10)}_${to.slice(0, 10)}.pdf`;
    await office.papers.file(office.admin, `/reporting/reports/${idOf(report)}/paper`, file);
  }
  ledger.figure('reporting', '自动寄送的报表', 'reports sent by themselves', sent.length);
  ledger.equal('到期的报表 = 已寄送', 'reports due = sent', reports.length, sent.length);
  const read = sent.filter(({ recipients }) => (recipients as Row[]).length > 0);
  ledger.equal('已寄送 = 有收件人', 'sent = with a recipient', sent.length, read.length);
}

interface Period {
  readonly period: string;
  readonly hash: string | null;
  readonly closedAt: string | null;
}

/** The month as it was closed by itself; absent where reporting is not deployed. */
export async function closedMonth(office: Office, period: string): Promise<Period | undefined> {
  if (!(await deployedModules(office)).has('reporting')) return undefined;
  const { data } = await office.admin.get<{ data: readonly Period[] }>('/reporting/periods');
  return data.find((each) => each.period === period && each.closedAt !== null);
}

/** What happened after the end of a closed month has not changed it. @param before as it was closed */
export async function proveStays(office: Office, ledger: Ledger, before: Period | undefined): Promise<void> {
  if (!before) return;
  const after = await closedMonth(office, before.period);
  const named = `${before.period} ${local(before.closedAt)}`;
  ledger.equal(
    `关账不变 ${named}`,
    'the closed month stays',
    Number(after?.hash === before.hash && before.hash !== null),
    1,
  );
}
