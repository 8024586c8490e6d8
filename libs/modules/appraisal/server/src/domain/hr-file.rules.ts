/** Rows and control totals of the file for HR (APR-9). */
import type { HrFile, HrRow } from '@bihuan/appraisal-contract';
import { HR_FILE_SCHEMA, HR_FILE_VERSION } from '@bihuan/appraisal-contract';
import { sumOfPoints } from '@bihuan/domain';
import type { Template } from '../template.settings';
import type { Result } from './sheet.state';

/** Money of a month: what sanctions took or gave, in fen. */
export const moneyOf = ({ sources }: Pick<Result, 'sources'>): number =>
  sources.entries.reduce((sum, { amount }) => sum + amount, 0);

/**
 * Why: every record that moved points or money, in order of day; those of one day in order of their words. Never in the
 * order in which they came: the same records give the same text, and so the same batch.
 */
export function groundOf({ sources, scored }: Pick<Result, 'sources' | 'scored'>): string {
  const used = new Set(scored.parts.flatMap(({ items }) => items.flatMap((item) => item.sources)));
  const told = sources.entries.filter(({ id, kind, amount }) => used.has(id) || kind === 'incentive' || amount !== 0);
  // The day leads each text, written so that it sorts; by code units, whatever language the machine speaks.
  return told
    .map(({ date, ground, number }) => [date, number, ground].filter(Boolean).join(' '))
    .sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))
    .join('；');
}

/** Column of what daily incentives changed after the bounds of the main part: with it the parts add up to the total. */
export const INCENTIVE_PART = { code: 'incentive', title: { zh: '日常激励加减分', en: 'Daily incentives' } } as const;

/** A row of the file; the batch is written in when all rows are known. */
export function hrRowOf(result: Result): Omit<HrRow, 'batch'> {
  const { parts, totals } = result.scored;
  const main = sumOfPoints(parts.filter(({ group }) => group === 'main').map(({ points }) => points ?? 0));
  return {
    period: result.period,
    staffNumber: result.staffNumber,
    name: result.name,
    unit: result.unit,
    parts: {
      ...Object.fromEntries(parts.map(({ code, points }) => [code, points ?? 0])),
      [INCENTIVE_PART.code]: sumOfPoints([totals.main ?? 0, -main]),
    },
    total: totals.total ?? 0,
    money: moneyOf(result),
    ground: groundOf(result),
  };
}

export function hrFileOf(
  template: Template,
  period: string,
  batch: string,
  rows: readonly Omit<HrRow, 'batch'>[],
): HrFile {
  return {
    schema: HR_FILE_SCHEMA,
    version: HR_FILE_VERSION,
    period,
    batch,
    parts: [...template.parts.map(({ code, title }) => ({ code, title })), INCENTIVE_PART],
    rows: rows.map(({ period: of, staffNumber, name, unit, parts, total, money, ground }) => ({
      period: of,
      batch,
      staffNumber,
      name,
      unit,
      parts,
      total,
      money,
      ground,
    })),
    control: {
      rows: rows.length,
      total: sumOfPoints(rows.map(({ total }) => total)),
      money: rows.reduce((sum, { money }) => sum + money, 0),
    },
  };
}

/** JSON with sorted keys: the same content gives the same text, whatever order it was built or stored in (APR-7). */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value !== null && typeof value === 'object') {
    const entries = Object.entries(value as Record<string, unknown>)
      .filter(([, each]) => each !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${entries.map(([key, each]) => `${JSON.stringify(key)}:${canonical(each)}`).join(',')}}`;
  }
  return JSON.stringify(value);
}
