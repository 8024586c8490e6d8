/** The hotline's section of a policy pack (PCK-1): every figure and list of this module. */
import { z } from 'zod';

const title = z.strictObject({ zh: z.string(), en: z.string() });

const coded = z.strictObject({ code: z.string(), title });

const route = z.strictObject({
  category: z.string(),
  kind: z.string().optional(),
  /** Unit code. */
  unit: z.string(),
  /** Units of the chart, offered to the officer as choices (RD-39). */
  alternatives: z.array(z.string()),
});

export const hotlinePackSection = z.strictObject({
  channels: z.array(
    z.strictObject({
      code: z.string(),
      title,
      phone: z.boolean(),
      recorded: z.boolean(),
      faceToFace: z.boolean(),
      regulator: z.boolean(),
    }),
  ),
  contactCategories: z.array(coded),
  problemCategories: z.array(z.strictObject({ code: z.string(), title, kinds: z.array(coded) })),
  routing: z.array(route),
  policies: z.strictObject({
    referral: z.string(),
    result: z.string(),
    contactCustomer: z.string(),
    awaitingCustomer: z.string(),
    requestedTime: z.string(),
  }),
  /** Days within which a reopened contact does not count as first-contact resolution (RD-44). */
  firstContactWindowDays: z.number().int().positive(),
  /** Calendar of the hotline's days: call-back tasks are due at the close of the day (HOT-5c). */
  calendar: z.string(),
});

export type HotlineSection = z.infer<typeof hotlinePackSection>;
