/** The telecom operator: a VIP's complaint over the provinces, and the ministry case it becomes. */
import type { Office, Row } from '../office/office';
import { idOf, numberOf } from '../office/office';
import { openBooks, proveOwn, proveRevisits } from '../proofs/books';
import { proveRegister } from '../proofs/complaint-register';
import type { Ledger } from '../proofs/ledger';
import { proveReporting } from '../proofs/reporting';
import { call } from '../stories/desk';
import { ministryAppeal } from '../stories/telecom-appeal';
import { ordinaryComplaints, vipComplaint } from '../stories/telecom-complaint';
import { sentReports } from '../stories/sent-reports';
import type { Company } from './company';

const DAYS = { from: '2026-09-01', to: '2026-09-30' };

export const telecom: Company = {
  pack: 'telecom',
  title: { zh: '闭环通信', en: 'Telecom operator' },
  from: '2026-09-14 09:00',
  play: async (office, ledger) => {
    const complaint = await vipComplaint(office);
    const others = await ordinaryComplaints(office);
    const appeal = await ministryAppeal(office, complaint);
    await revisits(office);
    await close(office, [complaint, ...others]);
    await office.at('2026-10-01 09:00');
    await papers(office, complaint, appeal);
    await sentReports(office, ledger);
    const books = await openBooks(office);
    proveOwn(ledger, books);
    await proveRevisits(office, ledger, books, DAYS);
    await proveRegister(office, ledger, books, DAYS);
    await appealBooks(office, ledger, complaint, appeal);
    await proveReporting(office, ledger, { period: '2026-09' });
  },
};

/** Whoever was answered is called back within seven days (RVT-1e). */
async function revisits(office: Office): Promise<void> {
  await office.at('2026-09-21 10:00');
  for (const task of await office.list('/revisit/tasks?filter[state]=open')) {
    let now = task;
    for (let ways = (task['ways'] as unknown[]).length; ways > 0; ways--) {
      const by = await callerOf(office, now);
      now = await call(office, by, now, { satisfied: true, words: '信号正常' });
    }
  }
  await office.settle();
}

async function callerOf(office: Office, { assignee }: Row): Promise<string> {
  const wanted = (assignee as { id: string } | null)?.id;
  for (const user of ['agent', 'agent2', 'supervisor', 'complaint-clerk', 'vip-clerk', 'manager', 'hq-head']) {
    if ((await office.person(user)).employeeId === wanted) return user;
  }
  return 'admin';
}

async function close(office: Office, complaints: readonly Row[]): Promise<void> {
  for (const complaint of complaints) {
    const { allowedActions } = await (
      await office.person('supervisor')
    ).get<{ allowedActions: string[] }>(`/complaints/complaints/${idOf(complaint)}`);
    if (allowedActions.includes('file')) {
      await office.act('supervisor', `/complaints/complaints/${idOf(complaint)}/file`);
    }
  }
}

async function papers(office: Office, complaint: Row, appeal: Row): Promise<void> {
  const [centre, desk] = [await office.person('supervisor'), await office.person('regulator-desk')];
  const complaintPath = `/complaints/complaints/${idOf(complaint)}`;
  for (const form of ['complaint-order', 'supervision-order']) {
    await office.papers.form(centre, complaintPath, form, 'complaints', numberOf(complaint));
  }
  await office.papers.register(centre, 'complaints', 'complaint-register', DAYS);
  for (const form of ['appeal-report', 'appeal-letter', 'appeal-record-filing']) {
    await office.papers.form(desk, `/appeals/appeals/${idOf(appeal)}`, form, 'appeals', numberOf(appeal));
  }
}

async function appealBooks(office: Office, ledger: Ledger, complaint: Row, { id }: Row): Promise<void> {
  const appeals = await office.list('/appeals/appeals?filter[state]=all');
  const one = await office.admin.get<Row>(`/appeals/appeals/${String(id)}`);
  const sealed = await office.admin.get<Row>(`/appeals/appeals/${String(id)}/archive`);
  const linked = await office.list(`/appeals/appeals?filter[state]=all&filter[complaint]=${idOf(complaint)}`);
  const seen = await office.admin.get<Row>(`/complaints/complaints/${idOf(complaint)}`);
  ledger.figure('appeals', '申诉', 'appeals', appeals.length);
  ledger.equal(
    '申诉 = 已归档',
    'appeals = archived',
    appeals.length,
    appeals.filter(({ state }) => state === 'archived').length,
  );
  ledger.equal('申诉 = 由投诉而来', 'appeals = appeals of a complaint', appeals.length, linked.length);
  ledger.equal(
    '投诉上记着申诉编号',
    'the complaint names the appeal',
    Number(seen['appealNumber'] === one['number']),
    1,
  );
  ledger.equal('归档封存完好', 'the sealed archive is intact', Number(sealed['intact'] === true), 1);
  ledger.equal(
    '申诉各时限 = 按时完成',
    'clocks of the appeal = met in time',
    clocks(one, () => true),
    clocks(one, inTime),
  );
}

const inTime = ({ state, late }: Row): boolean => state === 'met' && late !== true;
const clocks = (one: Row, wanted: (clock: Row) => boolean): number => (one['clocks'] as Row[]).filter(wanted).length;
