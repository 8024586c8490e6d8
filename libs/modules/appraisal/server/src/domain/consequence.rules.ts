/** Which consequences a released month gives ground to propose; none is carried out (APR-6). */
import type { Consequence } from '../appraisal.settings';
import { nextPeriod, previousPeriod } from './cut-off.rules';

export interface Month {
  readonly period: string;
  /** Total of the released result; `null` without release. */
  readonly total: number | null;
  /** Away the whole month: a month without release that breaks a run (RD-36). */
  readonly absent: boolean;
}

export interface Ground {
  readonly consequence: string;
  /** The same ground is proposed once. */
  readonly key: string;
  readonly months: readonly { readonly period: string; readonly total: number }[];
  readonly count: number | null;
}

interface History {
  /** Months of the person from the first to the last known, in order. */
  readonly months: readonly Month[];
  /** Day and kind of each record that a rule counts. */
  readonly records: readonly { readonly kind: string; readonly period: string }[];
  /** Months that earlier proposals of a consequence rest on already. */
  readonly used: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Grounds that the release of this month brings. */
export function groundsOf(consequences: readonly Consequence[], period: string, history: History): readonly Ground[] {
  return consequences.flatMap((consequence) => groundOf(consequence, period, history) ?? []);
}

function groundOf({ code, rule }: Consequence, period: string, history: History): Ground | undefined {
  const own = history.months.find((month) => month.period === period);
  if (own?.total === undefined || own.total === null) return undefined;
  switch (rule.kind) {
    case 'total-at-least':
      if (own.total < rule.total) return undefined;
      return { consequence: code, key: period, months: [{ period, total: own.total }], count: null };
    case 'total-below':
      return belowRun(code, rule, period, history);
    case 'records':
      return repeated(code, rule, period, history);
    case 'by-hand':
      return undefined;
  }
}

/** APR-6b: the run around this month; months of an earlier proposal do not count twice. */
function belowRun(
  code: string,
  rule: { readonly total: number; readonly months: number },
  period: string,
  { months, used }: History,
): Ground | undefined {
  const spent = used.get(code) ?? new Set<string>();
  let run: { period: string; total: number }[] = [];
  for (const month of months) {
    if (month.total === null) {
      if (month.absent) run = [];
      continue;
    }
    if (month.total >= rule.total || spent.has(month.period)) run = [];
    else run = [...run, { period: month.period, total: month.total }];
    const complete = run.slice(0, rule.months);
    if (complete.length === rule.months && run.some((each) => each.period === period)) {
      return { consequence: code, key: complete[0]?.period ?? period, months: complete, count: null };
    }
  }
  return undefined;
}

/** APR-6d: repeated complaints of him, counted over the last months, the count shown. */
function repeated(
  code: string,
  rule: { readonly entries: readonly string[]; readonly atLeast: number; readonly months: number },
  period: string,
  { months, records, used }: History,
): Ground | undefined {
  const spent = used.get(code) ?? new Set<string>();
  let first = period;
  for (let back = 1; back < rule.months; back++) first = previousPeriod(first);
  const counted = records.filter(
    (record) =>
      rule.entries.includes(record.kind) &&
      record.period >= first &&
      record.period <= period &&
      !spent.has(record.period),
  );
  if (counted.length < rule.atLeast) return undefined;
  const periods = new Set(counted.map((record) => record.period));
  return {
    consequence: code,
    key: period,
    months: months.flatMap((month) =>
      periods.has(month.period) && month.total !== null ? [{ period: month.period, total: month.total }] : [],
    ),
    count: counted.length,
  };
}

/** Every month from the first to the last, those without a sheet too. */
export function monthsBetween(first: string, last: string): readonly string[] {
  const months: string[] = [];
  for (let month = first; month <= last; month = nextPeriod(month)) months.push(month);
  return months;
}
