/** A customer's own rest hours, beside those of the pack (RVT-2). */
import { z } from 'zod';

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

export const setRestHours = z.strictObject({
  customerId: z.uuid(),
  /** Times of day in which he is not called; a later start than end runs over midnight. Empty: as the pack says. */
  hours: z.array(z.tuple([clock, clock])).max(5),
});

export const restHoursView = z.object({ customerId: z.uuid(), hours: z.array(z.tuple([z.string(), z.string()])) });

export type SetRestHours = z.infer<typeof setRestHours>;
export type RestHoursView = z.infer<typeof restHoursView>;
