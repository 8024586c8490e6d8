/** The complaint rate as it is printed: complaints ÷ repairs in percent, a dash without a repair (CMP-16). */

/** Printed where there was no repair: a rate of nothing is not 0. */
export const NO_RATE = '—';

/** Per cent to two digits, halves up: `3 ÷ 128` → `2.34%`. @param repairs `null`: not known */
export function complaintRate(complaints: number, repairs: number | null): string {
  if (!repairs) return NO_RATE;
  // Whole numbers as long as possible, so that no digit is lost.
  const hundredths = Math.floor((complaints * 20_000 + repairs) / (2 * repairs));
  return `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}%`;
}

export interface RepairsOf {
  readonly complaints: number;
  readonly repairs: number | null;
}

/** Sums of the table; a department whose repairs are not known leaves the sum of the others. */
export function rateTotals(rows: readonly RepairsOf[]): RepairsOf & { readonly rate: string } {
  const complaints = rows.reduce((sum, row) => sum + row.complaints, 0);
  const known = rows.filter(({ repairs }) => repairs !== null);
  const repairs = known.length === 0 ? null : known.reduce((sum, row) => sum + (row.repairs ?? 0), 0);
  return { complaints, repairs, rate: complaintRate(complaints, repairs) };
}
