/** The customers' section of a policy pack: brands, and the rights that come with an equipment (PCK-1, CUS-1a, 1b). */
import { z } from 'zod';
import { ENTITLEMENT_KINDS } from '@bihuan/customers-contract';

const title = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });

export const customersPackSection = z
  .strictObject({
    brands: z.array(z.strictObject({ code: z.string().min(1), title })).default([]),
    entitlements: z
      .array(
        z.strictObject({
          kind: z.enum(ENTITLEMENT_KINDS),
          /** Months from the install day. */
          months: z.int().positive(),
          /** Only these lines; all where absent. */
          productLines: z.array(z.string()).optional(),
        }),
      )
      .default([]),
  })
  .prefault({});

export type CustomersSection = z.output<typeof customersPackSection>;
