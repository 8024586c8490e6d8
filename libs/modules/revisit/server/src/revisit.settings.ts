/** The revisit section of a policy pack (PCK-1). */
import { z } from 'zod';

const clock = z.string().regex(/^([01]\d|2[0-4]):[0-5]\d$/, 'expected a time of day such as "21:00"');

export const revisitPackSection = z.strictObject({
  faultRevisit: z.strictObject({
    /** Calendar whose next days count (RD-5). */
    calendar: z.string(),
    /** 1 = the next day of that calendar. */
    afterDays: z.number().int().positive(),
    policy: z.string(),
  }),
  /** No calls between these times of day; a later start than end runs over midnight. */
  restHours: z.array(z.tuple([clock, clock])),
  /** Ways in which a revisit may be made; others are refused. */
  ways: z.array(z.string()).min(1),
  /** Does 'fair' count as satisfied (RVT-3b)? */
  fairIsSatisfied: z.boolean(),
});

export type RevisitSection = z.infer<typeof revisitPackSection>;
