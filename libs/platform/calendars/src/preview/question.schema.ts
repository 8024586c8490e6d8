/** One question about a calendar (api.md, Calendar questions). */
import { z } from 'zod';

const instant = z.iso.datetime({ offset: true });
const pauses = z.array(z.tuple([instant, instant])).optional();
/** A stored calendar's code, or a calendar in the request, whose fields the calendar rules check. */
const calendar = z.union([z.string(), z.looseObject({})]);
const seconds = z.int().min(0);

export const questionSchema = z.discriminatedUnion('operation', [
  z.strictObject({ operation: z.literal('add'), calendar, start: instant, seconds, pauses }),
  z.strictObject({ operation: z.literal('subtract'), calendar, start: instant, seconds }),
  z.strictObject({ operation: z.literal('between'), calendar, start: instant, end: instant, pauses }),
  z.strictObject({ operation: z.literal('is-open'), calendar, at: instant }),
  z.strictObject({ operation: z.literal('next-open'), calendar, at: instant }),
  z.strictObject({ operation: z.literal('is-working-day'), calendar, date: z.string() }),
  z.strictObject({
    operation: z.literal('add-working-days'),
    calendar,
    start: instant,
    days: z.int(),
    atClose: z.boolean().optional(),
  }),
]);

export type Question = z.output<typeof questionSchema>;
