/** CMP-16: complaints ÷ repairs by department; without a repair no rate, never 0 (RD-42). */

export interface RateInput {
  readonly unitId: string;
  readonly complaints: number;
  /** Counted from orders; `null`: no order was ever heard of. */
  readonly counted: number | null;
  /** Entered or imported. */
  readonly entered: { readonly count: number; readonly source: 'entered' | 'imported' } | null;
}

export interface RateRow {
  readonly unitId: string;
  readonly complaints: number;
  readonly repairs: number | null;
  /** Where the figure comes from; the form says when it was entered. */
  readonly source: 'counted' | 'entered' | 'imported';
  readonly rate: number | null;
}

/** complaints ÷ repairs; `null` without a repair. */
export const rateOf = (complaints: number, repairs: number | null): number | null =>
  repairs === null || repairs === 0 ? null : complaints / repairs;

/** Orders that were counted win over what was entered. */
export function rateRow({ unitId, complaints, counted, entered }: RateInput): RateRow {
  const repairs = counted ?? entered?.count ?? null;
  const source = counted === null && entered ? entered.source : 'counted';
  return { unitId, complaints, repairs, source, rate: rateOf(complaints, repairs) };
}

export function rateTotal(rows: readonly RateRow[]): Pick<RateRow, 'complaints' | 'repairs' | 'rate'> {
  const complaints = rows.reduce((sum, row) => sum + row.complaints, 0);
  const known = rows.filter(({ repairs }) => repairs !== null);
  const repairs = known.length > 0 ? known.reduce((sum, row) => sum + (row.repairs ?? 0), 0) : null;
  return { complaints, repairs, rate: rateOf(complaints, repairs) };
}

/** Local day of an instant: `2026-09-17`. */
export const localDay = (at: Date, timezone: string): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: timezone, dateStyle: 'short' }).format(at);

/** How the form calls a span of days: a month, a quarter, or the days themselves. */
export function periodOf(from: string, to: string): { readonly period: string; readonly span: 'month' | 'quarter' } {
  const [year = '', month = ''] = from.split('-');
  const last = (months: number): string => {
    const end = new Date(Date.UTC(Number(year), Number(month) - 1 + months, 0));
    return end.toISOString().slice(0, 10);
  };
  if (from.endsWith('-01') && to === last(1)) return { period: `${year}年${Number(month)}月`, span: 'month' };
  const quarter = (Number(month) + 2) / 3;
  if (from.endsWith('-01') && Number.isInteger(quarter) && to === last(3)) {
    return { period: `${year}年第${quarter}季度`, span: 'quarter' };
  }
  return { period: `${from} 至 ${to}`, span: 'month' };
}
