/** Reporting's indicators against the rows of the modules whose cases they count (RPT-4): one definition, the same figure. */
import type { Office, Row } from '../office/office';
import { local } from '../office/office';
import type { Ledger } from './ledger';

/** Month of the indicators, `2026-09`. */
export interface Month {
  readonly period: string;
  /** Rate of form 9, where the company prints it. */
  readonly rate?: number | null;
}

interface Indicator {
  readonly value: number | null;
  readonly numerator: number;
}

interface Count {
  readonly indicator: string;
  readonly module: string;
  readonly zh: string;
  readonly list: string;
  readonly counts?: (row: Row) => boolean;
}

/** What is counted on both sides, by the day it was taken in. */
const COUNTS: readonly Count[] = [
  { indicator: 'contacts', module: 'hotline', zh: '受理记录', list: '/hotline/contacts?filter[state]=all' },
  { indicator: 'problem-forms', module: 'hotline', zh: '问题表', list: '/hotline/problem-forms?filter[state]=all' },
  { indicator: 'work-orders', module: 'dispatch', zh: '工单', list: '/dispatch/work-orders?filter[state]=all' },
  {
    indicator: 'complaints',
    module: 'complaints',
    zh: '投诉',
    list: '/complaints/complaints?filter[state]=all',
    counts: ({ state }) => state !== 'withdrawn',
  },
  { indicator: 'appeals', module: 'appeals', zh: '申诉', list: '/appeals/appeals?filter[state]=all' },
];

export async function deployedModules(office: Office): Promise<ReadonlySet<string>> {
  const { data } = await office.admin.get<{ data: readonly Row[] }>('/modules');
  return new Set(data.map(({ id }) => String(id)));
}

/** Nothing where reporting is not deployed. */
export async function proveReporting(office: Office, ledger: Ledger, { period, rate }: Month): Promise<void> {
  const deployed = await deployedModules(office);
  if (!deployed.has('reporting')) return;
  const figure = (id: string): Promise<Indicator> =>
    office.admin.get<Indicator>(`/reporting/indicators/${id}?period=${period}`);
  for (const { indicator, module, zh, list, counts = () => true } of COUNTS) {
    if (!deployed.has(module)) continue;
    const rows = (await office.list(list)).filter((row) => counts(row) && takenIn(row).startsWith(period));
    const { numerator } = await figure(indicator);
    // What the company's stories do not touch proves nothing.
    if (numerator === 0 && rows.length === 0) continue;
    ledger.equal(
      `指标“${zh}” = ${period} 的记录`,
      `indicator ${indicator} = rows of ${period}`,
      numerator,
      rows.length,
    );
  }
  if (rate === undefined) return;
  const { value } = await figure('complaint-per-repair');
  ledger.equal('指标“投诉与维修之比” = 表9', 'indicator complaint-per-repair = form 9', value ?? -1, rate ?? -1);
}

/** Local day of the intake; the hotline calls it `startedAt`. */
const takenIn = ({ startedAt, createdAt, takenAt }: Row): string =>
  local(startedAt ?? takenAt ?? createdAt).slice(0, 10);
