/** A month: its cut-offs, its state, who is late (APR-5, APR-7). */
import { z } from 'zod';

/** `open` while the month runs, `scoring` when it is over, `frozen` when its sources stand. */
export const PERIOD_STATES = ['open', 'scoring', 'frozen'] as const;
export type PeriodState = (typeof PERIOD_STATES)[number];

/** A cut-off: the day to whose end it runs, and the day it would have been without holidays. */
export const cutOffView = z.object({ day: z.string(), nominal: z.string(), dueAt: z.string() });

export const periodView = z.object({
  id: z.uuid(),
  period: z.string(),
  state: z.enum(PERIOD_STATES),
  cutOffs: z.object({ self: cutOffView, head: cutOffView, latest: cutOffView }),
  frozenAt: z.string().nullable(),
  /** How far it is, within what the reader may see. */
  sheets: z.object({
    total: z.int(),
    selfScored: z.int(),
    headScored: z.int(),
    released: z.int(),
    selfLate: z.int(),
    headLate: z.int(),
  }),
});

export type CutOffView = z.infer<typeof cutOffView>;
export type PeriodView = z.infer<typeof periodView>;
