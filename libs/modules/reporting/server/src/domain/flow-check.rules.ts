/** The month's sheet: when it is drawn, what a check must say, what is known of an order's way (RPT-1d). */
import type { CheckFlow } from '@bihuan/reporting-contract';
import { invalidField } from '../reporting.errors';
import { addDays, monthOf } from './period.rules';

/** What is drawn from. */
export const SAMPLED = 'complaints.complaint';

/** The day of its month on which a sheet is drawn. @param drawOn 1–28 */
export const drawDay = (month: string, drawOn: number): string => `${month}-${String(drawOn).padStart(2, '0')}`;

export const nextMonth = (day: string): string => monthOf(addDays(monthOf(day).to, 1)).text;

/** @throws 422 where a wrong way is not explained */
export function demandReason({ verdict, reason }: CheckFlow): void {
  if (verdict === 'right' || reason) return;
  throw invalidField(
    '/reason',
    'reason-required',
    '判为错误须说明错在哪里（不要写客户信息）。 / Say what was wrong with its way (nothing about the customer).',
  );
}

/** Stages that were late, by code. */
export const lateStages = (measures: Readonly<Record<string, number>>): string[] =>
  Object.entries(measures)
    .filter(([name, value]) => name.endsWith('-on-time') && value === 0)
    .map(([name]) => name.slice(0, -'-on-time'.length))
    .sort();
