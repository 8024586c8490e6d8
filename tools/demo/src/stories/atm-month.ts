/** 5S4E: the stories of the month one after the other, with the books of September closed before October goes on. */
import { Cast } from '../api/cast';
import { playCallFile } from '../day';
import type { Office, Row } from '../office/office';
import { idOf, instant, numberOf } from '../office/office';
import type { Books } from '../proofs/books';
import { openBooks, proveOwn, proveRevisits } from '../proofs/books';
import { proveRate, proveRegister } from '../proofs/complaint-register';
import { proveGrades } from '../proofs/grade-report';
import type { Ledger } from '../proofs/ledger';
import { proveReporting } from '../proofs/reporting';
import type { Evaluations } from './atm-evaluations';
import { evaluations } from './atm-evaluations';
import { afterTheHoliday, beforeTheHoliday } from './atm-holiday-complaint';
import { repairs } from './atm-repairs';
import { handleComplaint } from './complaint-5s4e';
import { Desk } from './desk';
import { closedMonth, proveStays, sentReports } from './sent-reports';

const SEPTEMBER = { from: '2026-09-01', to: '2026-09-30' };
const ALL = { from: '2026-09-01', to: '2026-10-31' };
const WEEKS = [
  { from: '2026-09-14', to: '2026-09-20' },
  { from: '2026-09-21', to: '2026-09-27' },
];
/** Until then the desks look in every half hour; the stories after it call them themselves. */
const ROUNDS_UNTIL = '2026-09-25 09:00';

/** @param file of a day's calls */
export async function playAtm(office: Office, ledger: Ledger, file: string): Promise<void> {
  const desk = deskOf(office);
  const beside = { clock: office.clock, until: instant(ROUNDS_UNTIL), round: () => desk.round() };
  const cast = await Cast.gather(office.url);
  const day = await playCallFile(cast, file, office.papers.out, office.say, beside);
  office.papers.add(day.papers);
  ledger.figure('hotline', '来电', 'calls', day.summary.calls.total);
  for (const { zh, en, left, right } of day.summary.proofs) ledger.equal(`当日：${zh}`, `day: ${en}`, left, right);
  const given = await evaluations(office, day.calls);
  await desk.clear();
  const repaired = await repairs(office, desk);
  const complaint = await beforeTheHoliday(office);
  await office.at('2026-10-01 09:00');
  await september(office, ledger, given);
  await sentReports(office, ledger);
  const closed = await closedMonth(office, '2026-09');
  const { second } = await afterTheHoliday(office, complaint);
  await desk.clear();
  await complaintPapers(office, [complaint, second]);
  const books = await openBooks(office);
  proveOwn(ledger, books);
  await proveRevisits(office, ledger, books, ALL);
  proveSources(ledger, books, given, repaired.length);
  await proveStays(office, ledger, closed);
}

const deskOf = (office: Office): Desk =>
  new Desk(office, {
    dispatcher: 'dispatcher',
    engineers: ['engineer', 'engineer2'],
    grader: 'tech-manager',
    callers: ['agent', 'agent2', 'supervisor'],
    complaintCaller: 'supervisor',
    handle: (complaint) => handleComplaint(office, complaint),
    leave: ({ subject }) => (subject as Row)['module'] === 'hotline',
  });

/** Month's end: forms 7, 9, 10 and 11, and what they say against the modules' own rows. */
async function september(office: Office, ledger: Ledger, given: Evaluations): Promise<void> {
  const [manager, technical, officer] = [
    await office.person('manager'),
    await office.person('tech-manager'),
    await office.person('supervisor'),
  ];
  for (const week of WEEKS) await office.papers.register(manager, 'revisit', 'revisit-weekly', week);
  await office.papers.register(technical, 'dispatch', 'fault-grades', SEPTEMBER);
  await office.papers.register(officer, 'complaints', 'complaint-register', SEPTEMBER);
  await office.papers.register(officer, 'complaints', 'complaint-rate', SEPTEMBER);
  const books = await openBooks(office);
  await proveRegister(office, ledger, books, SEPTEMBER);
  const rate = await proveRate(office, ledger, books, SEPTEMBER);
  const graded = books.orders.filter(({ state }) => state === 'closed').length;
  await proveGrades(office, ledger, graded, SEPTEMBER);
  ledger.figure('revisit', '评价', 'evaluations', given.given);
  await proveReporting(office, ledger, { period: '2026-09', rate });
}

async function complaintPapers(office: Office, complaints: readonly Row[]): Promise<void> {
  const officer = await office.person('supervisor');
  for (const complaint of complaints) {
    const address = `/complaints/complaints/${idOf(complaint)}`;
    await office.papers.form(officer, address, 'complaint-report', 'complaints', numberOf(complaint));
  }
  await office.papers.register(officer, 'complaints', 'complaint-register', { from: '2026-10-01', to: '2026-10-31' });
}

/** Orders and complaints that came out of other modules, counted on both sides. */
function proveSources(ledger: Ledger, { orders, tasks }: Books, given: Evaluations, reported: number): void {
  const asked = tasks.flatMap(({ attempts }) => attempts as Row[]).filter(({ machineWorks }) => machineWorks === false);
  ledger.equal(
    '回访问出不正常的机器 + 直接报修 = 工单',
    'machines found not working + repairs reported = orders',
    asked.length + reported,
    orders.length,
  );
  ledger.equal('评价 = 现行 + 被替代', 'evaluations = standing + replaced', given.given, 3 + given.replaced);
}
