/** Repairs by department and month, entered where dispatch is not deployed (CMP-16). */
import { z } from 'zod';

export const repairsMonth = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'a month: 2026-09');

/** All or nothing; a department sent again replaces its figure. */
export const enterRepairs = z.strictObject({
  month: repairsMonth,
  rows: z
    .array(z.strictObject({ unitId: z.uuid(), repairs: z.int().min(0) }))
    .min(1)
    .max(500),
});

/** `GET /api/complaints/rate?from=2026-07&to=2026-09`: the rows of form 9 from our own rows. */
export const complaintRate = z.object({
  from: z.string(),
  to: z.string(),
  rows: z.array(
    z.object({
      unit: z.object({ id: z.uuid(), name: z.string() }),
      complaints: z.int(),
      /** `null`: nothing is known. */
      repairs: z.int().nullable(),
      /** Counted from orders, entered by hand, or imported. */
      source: z.enum(['counted', 'entered', 'imported']),
      /** complaints ÷ repairs; `null` without a repair. */
      rate: z.number().nullable(),
    }),
  ),
  total: z.object({ complaints: z.int(), repairs: z.int().nullable(), rate: z.number().nullable() }),
});

export type EnterRepairs = z.infer<typeof enterRepairs>;
export type ComplaintRate = z.infer<typeof complaintRate>;
