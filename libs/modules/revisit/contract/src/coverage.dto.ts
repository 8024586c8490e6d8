/** How many of the matters of some days were revisited, and which were not (RVT-1c, SYS-33). */
import { z } from 'zod';

export const coverageView = z.object({
  from: z.string(),
  to: z.string(),
  /** Revisits whose time ended on these days, by the date agreed with the customer. */
  planned: z.int(),
  /** Made by now. */
  made: z.int(),
  /** Made within their time. */
  inTime: z.int(),
  /** Their time is not over yet. */
  pending: z.int(),
  /** Made ÷ those that had to be made by now; `null` where there were none. */
  coverage: z.number().nullable(),
  /** Their time is over, and nobody was reached. */
  missing: z.array(
    z.object({
      id: z.uuid(),
      number: z.string(),
      event: z.string(),
      state: z.string(),
      limitAt: z.string(),
      attempts: z.int(),
      /** The date was agreed with the customer. */
      moved: z.boolean(),
    }),
  ),
});

export type CoverageView = z.infer<typeof coverageView>;
