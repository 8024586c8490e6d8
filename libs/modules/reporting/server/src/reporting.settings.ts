/** The reporting section of a policy pack: targets and the reports that send themselves (PCK-1, RPT-1, RPT-7). */
import { z } from 'zod';

const title = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });
const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'expected a time of day such as "00:10"');

export const scheduleSchema = z
  .strictObject({
    code: z.string().regex(/^[a-z]+(-[a-z]+)*$/),
    title,
    /** Module that owns the form, and the form's code: `revisit`, `revisit-weekly`. */
    module: z.string(),
    formCode: z.string(),
    cadence: z.enum(['weekly', 'monthly', 'quarterly', 'yearly']),
    /** For weekly ones: 1 Monday … 7 Sunday. */
    weekday: z.int().min(1).max(7).optional(),
    /** Local time at which it is made, on that weekday or on the first day after the period. */
    at: clock,
    /** Positions whose holders get it. */
    positions: z.array(z.string()).min(1),
    channels: z.array(z.enum(['inbox', 'e-mail'])).min(1),
    /** Template of the notice that brings it. */
    template: z.string(),
  })
  .refine(({ cadence, weekday }) => (cadence === 'weekly') === (weekday !== undefined), {
    path: ['weekday'],
    error: 'expected for a weekly report, and for no other',
  });

export const reportingPackSection = z
  .strictObject({
    /** Indicator id → reference value, shares as fractions, times in seconds. */
    targets: z.record(z.string(), z.number()),
    /** Where it differs by a dimension's code: `mean-time-to-answer` by `level`. */
    targetsBy: z
      .record(z.string(), z.strictObject({ dimension: z.string(), values: z.record(z.string(), z.number()) }))
      .optional(),
    schedules: z.array(scheduleSchema),
    /** Complaints whose way is checked on the month's sheet; absent: none (RPT-1d). Drawn on that day of the month. */
    flowSample: z.strictObject({ size: z.int().min(1).max(200), drawOn: z.int().min(1).max(28), at: clock }).optional(),
    /** A month is closed by itself on the first of the next at this time; before the reports are made. */
    closeAt: clock,
  })
  .refine(({ schedules, closeAt }) => schedules.every(({ cadence, at }) => cadence === 'weekly' || at >= closeAt), {
    path: ['closeAt'],
    error: 'expected before the time of every monthly, quarterly and yearly report',
  });

export type ReportingSection = z.infer<typeof reportingPackSection>;
export type Schedule = z.infer<typeof scheduleSchema>;
