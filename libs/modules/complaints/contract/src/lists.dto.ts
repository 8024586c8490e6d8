/** The lists and switches of the active pack, for the console: `GET /api/complaints/lists`. */
import { z } from 'zod';
import { unitRef } from '@bihuan/events';

const title = z.object({ zh: z.string(), en: z.string() });
const entry = z.object({ code: z.string(), title });

export const complaintLists = z.object({
  channels: z.array(entry.extend({ needsSignature: z.boolean(), recorded: z.boolean() })),
  /** Empty: the pack has no lines of business, and none may be given. */
  businesses: z.array(entry.extend({ group: z.string().nullable(), kinds: z.array(z.string()) })),
  /** Empty: kind is free text. */
  kinds: z.array(entry),
  levels: z.array(entry),
  symptoms: z.array(entry),
  causes: z.array(entry),
  ways: z.array(entry),
  gravities: z.array(entry),
  marks: z.array(entry),
  breaches: z.array(entry),
  compensations: z.array(entry),
  /** Titles of the clocks by stage. */
  stages: z.array(entry),
  /** Which steps the pack asks for. */
  procedure: z.object({
    path: z.array(z.string()),
    optional: z.array(z.string()),
    validity: z.enum(['required', 'optional', 'none']),
    proposalsAtLeast: z.int(),
    relay: z.boolean(),
    report: z.boolean(),
    feedback: z.boolean(),
    summary: z.boolean(),
    unsatisfied: z.enum(['new-line', 'screening']),
    approvalOfRePromise: z.boolean(),
  }),
  /** Units the dispatcher may choose, those of the routing table first. */
  units: z.array(unitRef),
});

export type ComplaintLists = z.infer<typeof complaintLists>;
