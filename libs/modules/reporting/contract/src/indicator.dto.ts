/** What the indicator routes give (RPT-1 … RPT-4): one definition for dashboard, table, file and API. */
import { z } from 'zod';

const title = z.object({ zh: z.string(), en: z.string() });

/** `ratio`: numerator ÷ denominator; `mean`: sum ÷ count; `max`; `sum`. */
export const VALUE_KINDS = ['ratio', 'mean', 'max', 'sum'] as const;
export const VALUE_UNITS = ['percent', 'count', 'seconds', 'points', 'fen'] as const;

export const indicatorView = z.object({
  id: z.string(),
  /** Module whose cases it counts. */
  module: z.string(),
  /** `cases` by intake day, `clocks` by due day. */
  counts: z.enum(['cases', 'clocks']),
  /** Figure from outside it is measured against, where there is one (RPT-1c). */
  base: z.string().nullable(),
  title,
  /** What it says, in words. */
  definition: title,
  purpose: title,
  /** Numerator and denominator in words. */
  formula: title,
  kind: z.enum(VALUE_KINDS),
  unit: z.enum(VALUE_UNITS),
  periods: z.array(z.string()),
  dimensions: z.array(z.string()),
  /** Reference value of the active pack; `null` where it has none. */
  target: z.number().nullable(),
  /** Is a higher value better? Decides which side of the target is good. */
  higherIsBetter: z.boolean(),
  /** Function of the unit that answers for it. */
  answersFor: z.string(),
});

/** Values of one group: the group's codes by dimension, `null` for cases that have none. */
export const figureRow = z.object({
  key: z.record(z.string(), z.string().nullable()),
  value: z.number().nullable(),
  numerator: z.number(),
  denominator: z.number().nullable(),
  /** Why there is no value: `no-base`, `none`. */
  note: z.string().nullable(),
  /** Reference value of this group. */
  target: z.number().nullable(),
});

export const figureView = z.object({
  id: z.string(),
  period: z.string(),
  from: z.string(),
  to: z.string(),
  by: z.array(z.string()),
  value: z.number().nullable(),
  numerator: z.number(),
  denominator: z.number().nullable(),
  note: z.string().nullable(),
  target: z.number().nullable(),
  rows: z.array(figureRow),
  /** The period before and the same of last year (RPT-3). */
  before: z.object({ period: z.string(), value: z.number().nullable() }),
  lastYear: z.object({ period: z.string(), value: z.number().nullable() }),
  /** The period is closed: its inputs stand (RPT-4). */
  closed: z.boolean(),
});

/** A case behind a figure (RPT-2). */
export const figureCase = z.object({
  module: z.string(),
  kind: z.string(),
  id: z.uuid(),
  number: z.string(),
  state: z.string(),
  /** Stage of the clock, where clocks are counted. */
  stage: z.string().nullable(),
  openedAt: z.string(),
  /** What it adds to the numerator; `null` where it does not know. */
  value: z.number().nullable(),
  dims: z.record(z.string(), z.string().nullable()),
});

/** One cell of hour × weekday (RPT-5). */
export const heatCell = z.object({ weekday: z.int(), hour: z.int(), cases: z.int() });

export type IndicatorView = z.infer<typeof indicatorView>;
export type FigureRow = z.infer<typeof figureRow>;
export type FigureView = z.infer<typeof figureView>;
export type FigureCase = z.infer<typeof figureCase>;
export type HeatCell = z.infer<typeof heatCell>;
