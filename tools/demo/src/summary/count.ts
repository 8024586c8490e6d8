/** Counts the day and proves that the figures add up: what the file says, what was planned, what the server has, what was printed. */
import type { Printed } from '../papers/print-papers';
import type { CallFacts, Facts } from './facts';

export type Counts = Readonly<Record<string, number>>;

/** A call named in the summary: its line in the file, and the number of its form. */
export interface NamedRow {
  readonly line: number;
  readonly number: string;
}

/** An equation of the summary. */
export interface Proof {
  readonly zh: string;
  readonly en: string;
  readonly left: number;
  readonly right: number;
  readonly holds: boolean;
}

export interface DaySummary {
  readonly calls: {
    readonly total: number;
    readonly byOutcome: Counts;
    readonly byChannel: Counts;
    readonly byOfficer: Counts;
  };
  /** How the contacts ended: `first-contact`, `no-answer`, `problem-form`, `officer`, `nuisance`. */
  readonly contacts: Counts;
  readonly tally: { readonly strokes: number; readonly nuisance: number; readonly phoneContacts: number };
  readonly forms: {
    readonly total: number;
    readonly byState: Counts;
    readonly byCategory: Counts;
    readonly byUnit: Counts;
    readonly withoutAgreement: number;
    readonly rounds: number;
    readonly chases: { readonly made: number; readonly done: number };
  };
  readonly rows: {
    readonly late: readonly NamedRow[];
    readonly returned: readonly NamedRow[];
    readonly notSatisfied: readonly NamedRow[];
    readonly waitedForCustomer: readonly NamedRow[];
    readonly withdrawn: readonly NamedRow[];
    readonly revisitNotSatisfied: readonly NamedRow[];
    readonly revisitSecondAttempt: readonly NamedRow[];
    readonly revisitMoved: readonly NamedRow[];
  };
  readonly revisits: {
    readonly tasks: number;
    readonly byState: Counts;
    readonly calls: number;
    readonly reached: number;
    readonly byDay: Counts;
  };
  readonly papers: { readonly total: number; readonly pages: number; readonly byForm: Counts };
  readonly proofs: readonly Proof[];
}

/** Days of a task's calls, local. */
type DayOf = (instant: string) => string;

export function countDay(facts: Facts, papers: readonly Printed[], dayOf: DayOf): DaySummary {
  const { calls, tasks } = facts;
  const forms = calls.filter((call) => call.form);
  const attempts = tasks.flatMap((task) => task.attempts);
  const summary = {
    calls: {
      total: calls.length,
      byOutcome: countBy(calls, ({ played }) => played.call.outcome),
      byChannel: countBy(calls, ({ played }) => played.call.channel),
      byOfficer: countBy(calls, ({ played }) => played.call.officer),
    },
    contacts: countBy(calls, endOf),
    tally: facts.tally ?? { strokes: -1, nuisance: -1, phoneContacts: -1 },
    forms: {
      total: forms.length,
      byState: countBy(forms, ({ form }) => form?.state ?? ''),
      byCategory: countBy(forms, ({ form }) => form?.category ?? ''),
      byUnit: countBy(forms, ({ form }) => form?.unit?.name ?? '—'),
      withoutAgreement: forms.filter(({ form }) => form?.customerAgreed === false).length,
      rounds: sum(forms, ({ form }) => form?.round ?? 0),
      chases: {
        made: sum(forms, ({ chases }) => chases?.made ?? 0),
        done: sum(forms, ({ chases }) => chases?.done ?? 0),
      },
    },
    rows: namedRows(forms),
    revisits: {
      tasks: tasks.length,
      byState: countBy(tasks, ({ state }) => state),
      calls: attempts.length,
      reached: attempts.filter(({ reached }) => reached).length,
      byDay: countBy(attempts, ({ at }) => dayOf(at)),
    },
    papers: {
      total: papers.length,
      pages: sum(papers, ({ pages }) => pages),
      byForm: countBy(papers, ({ form }) => form),
    },
  };
  return { ...summary, proofs: proofsOf(summary, facts) };
}

/** What happened as the plan wanted it is named by the plan; that it did happen is proved by the equations. */
function namedRows(forms: readonly CallFacts[]): DaySummary['rows'] {
  const named = (wanted: (call: CallFacts) => boolean): NamedRow[] =>
    forms.filter(wanted).map(({ played }) => ({ line: played.call.line, number: played.form?.number ?? '' }));
  const way = (wanted: string) => named(({ played }) => played.form?.fate.way === wanted);
  const callBack = (wanted: string) =>
    named(({ played, form }) => form?.state === 'concluded' && played.form?.fate.callBack === wanted);
  return {
    late: named(isLate),
    returned: named(({ form }) => (form?.returns ?? 0) > 0),
    notSatisfied: way('dissatisfied'),
    waitedForCustomer: way('paused'),
    withdrawn: named(({ form }) => form?.state === 'withdrawn'),
    revisitNotSatisfied: callBack('not-satisfied'),
    revisitSecondAttempt: callBack('second-attempt'),
    revisitMoved: callBack('moved'),
  };
}

/** The clock of the result ran out before the result was there (HOT-8). */
const isLate = ({ breaches }: CallFacts): boolean => breaches?.includes('result') === true;

function proofsOf(summary: Omit<DaySummary, 'proofs'>, facts: Facts): Proof[] {
  const { calls, contacts, forms, rows, revisits, papers, tally } = summary;
  const outcome = (code: string): number => calls.byOutcome[code] ?? 0;
  const ended = (code: string): number => contacts[code] ?? 0;
  const state = (code: string): number => forms.byState[code] ?? 0;
  const byPhone = facts.calls.filter(({ contact }) => facts.phoneChannels.includes(contact.channel));
  const planned = facts.calls.flatMap(({ played }) => (played.form ? [played.form.fate] : []));
  const proof = (zh: string, en: string, left: number, right: number): Proof => ({
    zh,
    en,
    left,
    right,
    holds: left === right,
  });
  return [
    proof('来电 = 当日受理记录', 'calls = contacts of the day', calls.total, facts.contactsListed),
    proof(
      '来电 = 当场答复 + 待用户回复 + 转问题表 + 骚扰或打错',
      'calls = answered + awaiting + forms + nuisance',
      calls.total,
      ended('first-contact') + ended('no-answer') + ended('problem-form') + ended('officer') + ended('nuisance'),
    ),
    proof('当场答复 = 首次解决', 'answered = concluded by first contact', outcome('answered'), ended('first-contact')),
    proof(
      '待用户回复 = 24小时无回音结案',
      'awaiting = concluded without an answer',
      outcome('awaiting-customer'),
      ended('no-answer'),
    ),
    proof(
      '转问题表 = 随表结案 + 撤回后结案',
      'forms = concluded with the form + after withdrawal',
      outcome('form'),
      ended('problem-form') + ended('officer'),
    ),
    proof('骚扰或打错 = 骚扰记录', 'nuisance = nuisance contacts', outcome('nuisance'), ended('nuisance')),
    proof(
      '正字 + 骚扰 = 当日电话总数',
      'strokes + nuisance = phone contacts',
      tally.strokes + tally.nuisance,
      tally.phoneContacts,
    ),
    proof('当日电话总数 = 电话渠道的记录', 'phone contacts = contacts by phone', tally.phoneContacts, byPhone.length),
    proof(
      '问题表 = 结案 + 撤回',
      'forms = concluded + withdrawn',
      forms.total,
      state('concluded') + state('withdrawn'),
    ),
    proof('各责任人表单号连续', 'numbers without a gap', gaps(facts.calls), 0),
    proof(
      '超期 = 计划超期',
      'late = planned late',
      rows.late.length,
      planned.filter(({ way }) => way === 'late').length,
    ),
    proof(
      '超期的时限 = 处理超期',
      'clocks that ran out = late results',
      sum(facts.calls, ({ breaches }) => breaches?.length ?? 0),
      rows.late.length,
    ),
    proof(
      '退回 = 计划退回',
      'returned = planned returned',
      rows.returned.length,
      planned.filter(({ way }) => way === 'returned').length,
    ),
    proof(
      '撤回 = 计划撤回',
      'withdrawn = planned withdrawn',
      rows.withdrawn.length,
      planned.filter(({ way }) => way === 'withdrawn').length,
    ),
    proof(
      '催办 = 每件超期的到期一次 + 其后各工作日一次',
      'chases = one at each breach + one each working day after',
      forms.chases.made,
      sum(
        planned.filter(({ way }) => way === 'late'),
        ({ lateDays }) => lateDays + 1,
      ),
    ),
    proof('催办 = 已完成的催办', 'chases = chases done', forms.chases.made, forms.chases.done),
    proof(
      '处理轮次 = 问题表 + 答复不满意 + 回访不满意',
      'rounds = forms + not satisfied + revisits not satisfied',
      forms.rounds,
      forms.total + rows.notSatisfied.length + rows.revisitNotSatisfied.length,
    ),
    proof('回访任务 = 结案的问题表', 'revisits = concluded forms', revisits.tasks, state('concluded')),
    proof('回访任务 = 已完成的回访', 'revisits = revisits done', revisits.tasks, revisits.byState['done'] ?? 0),
    proof(
      '接通 = 回访任务 + 回访不满意',
      'reached = revisits + not satisfied',
      revisits.reached,
      revisits.tasks + rows.revisitNotSatisfied.length,
    ),
    proof(
      '拨打 = 接通 + 首次未接通',
      'calls made = reached + not reached at first',
      revisits.calls,
      revisits.reached + rows.revisitSecondAttempt.length,
    ),
    proof('表1 = 问题表', 'form 1 = problem forms', papers.byForm['problem-form'] ?? 0, forms.total),
    proof(
      '表2 = 已受理的问题表',
      'form 2 = accepted forms',
      papers.byForm['acceptance-record'] ?? 0,
      forms.total - state('withdrawn'),
    ),
  ];
}

const endOf = ({ contact }: CallFacts): string =>
  contact.state === 'nuisance'
    ? 'nuisance'
    : contact.state === 'concluded'
      ? (contact.conclusion ?? '')
      : contact.state;

/** Digits of the serial number at the end of a form's number (RD-8). */
const SERIAL = 3;

/** How many serial numbers are missing or doubled: each officer's run from 1 (NUM-1). */
function gaps(calls: readonly CallFacts[]): number {
  const numbers = calls.flatMap(({ played }) => (played.form ? [played.form.number] : []));
  const prefixes = [...new Set(numbers.map((number) => number.slice(0, -SERIAL)))];
  return sum(prefixes, (prefix) => {
    const serials = numbers
      .filter((number) => number.startsWith(prefix))
      .map((number) => Number(number.slice(-SERIAL)));
    const distinct = new Set(serials);
    return Math.max(...serials) - distinct.size + (serials.length - distinct.size);
  });
}

function countBy<T>(items: readonly T[], key: (item: T) => string): Counts {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(key(item), (counts.get(key(item)) ?? 0) + 1);
  return Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
}

const sum = <T>(items: readonly T[], value: (item: T) => number): number =>
  items.reduce((all, item) => all + value(item), 0);
