/** The books of a company after its month, read over the API, and what must be the same in two of them (issue 3, item 10). */
import type { Office, Row } from '../office/office';
import type { Ledger } from './ledger';

/** Days of the stories, `2026-09-01` to `2026-10-31`. */
export interface Days {
  readonly from: string;
  readonly to: string;
}

export interface Books {
  readonly complaints: readonly Row[];
  readonly orders: readonly Row[];
  readonly tasks: readonly Row[];
  /** Codes of the types of order that are repairs. */
  readonly repairTypes: readonly string[];
}

export async function openBooks(office: Office): Promise<Books> {
  await office.settle();
  const { modules } = await office.admin.get<{ modules: { dispatch?: { types: readonly OrderType[] } } }>(
    '/packs/active',
  );
  return {
    complaints: await office.list('/complaints/complaints?filter[state]=all'),
    orders: await office.list('/dispatch/work-orders?filter[state]=all'),
    tasks: await office.list('/revisit/tasks?filter[state]=all'),
    repairTypes: (modules.dispatch?.types ?? []).filter(({ repair }) => repair).map(({ code }) => code),
  };
}

interface OrderType {
  readonly code: string;
  readonly repair: boolean;
}

const inState = (rows: readonly Row[], ...states: string[]): number =>
  rows.filter(({ state }) => states.includes(String(state))).length;

/** What each module counts of its own, and that nothing is left open. */
export function proveOwn(ledger: Ledger, { complaints, orders, tasks }: Books): void {
  if (complaints.length > 0) {
    const over = inState(complaints, 'filed', 'not-valid', 'withdrawn', 'answered');
    ledger.figure('complaints', '投诉', 'complaints', complaints.length);
    ledger.equal('投诉 = 归档、不成立、撤回、已答复', 'complaints = over or answered', complaints.length, over);
  }
  if (orders.length > 0) {
    const over = inState(orders, 'closed', 'cancelled');
    ledger.figure('dispatch', '工单', 'work orders', orders.length);
    ledger.equal('工单 = 关闭 + 取消', 'orders = closed + cancelled', orders.length, over);
  }
  if (tasks.length > 0) {
    ledger.figure('revisit', '回访', 'revisits', tasks.length);
    ledger.figure('revisit', '已完成的回访', 'revisits done', inState(tasks, 'done'));
  }
}

/** Revisits by what they are about, against the modules in which it happened (RVT-1, RVT-1c). */
export async function proveRevisits(office: Office, ledger: Ledger, { tasks }: Books, days: Days): Promise<void> {
  const coverage = await office.admin.get<Record<'planned' | 'made' | 'pending', number> & { missing: readonly Row[] }>(
    `/revisit/coverage?filter[from]=${days.from}&filter[to]=${days.to}`,
  );
  if (tasks.length === 0 && coverage.planned === 0) return;
  const done = inState(tasks, 'done');
  const open = tasks.length - done - inState(tasks, 'cancelled');
  ledger.equal('计划回访 = 已完成 + 未了', 'revisits planned = done + open', coverage.planned, done + open);
  ledger.equal('已做的回访 = 已完成', 'revisits made = done', coverage.made, done);
  ledger.equal('没有漏做的回访', 'no revisit is missing', coverage.missing.length, 0);
}
