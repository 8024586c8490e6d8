/** A month of appraisal (APR-5, APR-7). */
import type { PeriodState } from '@bihuan/appraisal-contract';
import type { Template } from '../template.settings';
import type { MonthCutOffs } from './cut-off.rules';

export interface Period {
  readonly id: string;
  readonly version: number;
  /** `2026-09` */
  readonly period: string;
  readonly state: PeriodState;
  /** Orders the contacts from which samples are drawn; made by chance when the month is opened (APR-1a). */
  readonly seed: string;
  /** As it was when the month was opened: a later pack changes later months. */
  readonly template: Template;
  readonly cutOffs: MonthCutOffs;
  /** When the month is over. */
  readonly endsAt: Date;
  readonly openedAt: Date;
  readonly closedAt: Date | null;
  readonly frozenAt: Date | null;
}
