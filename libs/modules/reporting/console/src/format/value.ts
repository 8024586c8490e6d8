/** Figures as people read them: `98.5 %`, `1 小时 20 分`, `12,345`; and which side of the target they are on. */
import { formatDuration, type Language } from '@bihuan/console-kit';
import type { IndicatorView } from '@bihuan/reporting-contract';

type Unit = IndicatorView['unit'];

const groups = (value: number, digits: number): string =>
  value.toLocaleString('en-US', { minimumFractionDigits: 0, maximumFractionDigits: digits });

/** A share below a tenth of a percent keeps the digits that tell it from nothing. */
export function percent(share: number): string {
  const hundredth = Math.abs(share) * 100;
  const digits = hundredth > 0 && hundredth < 0.1 ? 4 : hundredth < 10 ? 2 : 1;
  return `${groups(share * 100, digits)}%`;
}

/** @param value in the indicator's unit: shares as fractions, times in seconds, money in fen */
export function formatValue(value: number, unit: Unit, language: Language): string {
  if (unit === 'percent') return percent(value);
  if (unit === 'seconds') return formatDuration(value, language);
  if (unit === 'fen') return `¥${groups(value / 100, 2)}`;
  return groups(value, unit === 'count' ? 0 : 2);
}

/** Numerator and denominator: counts stay counts, sums of seconds become durations. */
export function formatPart(
  value: number | null,
  indicator: Pick<IndicatorView, 'unit' | 'kind'>,
  language: Language,
): string {
  if (value === null) return '—';
  return indicator.unit === 'seconds' ? formatDuration(value, language) : groups(value, 2);
}

/** `+1.2 个百分点` as `+1.2 pt`; a count or a time by its share: `+8.3%`; `undefined` without both. */
export function change(now: number | null, then: number | null, unit: Unit): string | undefined {
  if (now === null || then === null) return undefined;
  const sign = (text: string, of: number): string => (of > 0 ? `+${text}` : of < 0 ? `−${text}` : '±0');
  if (unit === 'percent') return sign(`${groups(Math.abs(now - then) * 100, 2)} pt`, now - then);
  if (then === 0) return now === 0 ? '±0' : undefined;
  return sign(`${groups((Math.abs(now - then) / Math.abs(then)) * 100, 1)}%`, now - then);
}

/** Is the target met? `undefined` without a value or a target. */
export function meets(
  value: number | null,
  target: number | null,
  { higherIsBetter }: Pick<IndicatorView, 'higherIsBetter'>,
): boolean | undefined {
  if (value === null || target === null) return undefined;
  return higherIsBetter ? value >= target : value <= target;
}
