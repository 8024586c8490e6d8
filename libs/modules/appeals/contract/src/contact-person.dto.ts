/** Contact persons of branches: one and a deputy (APL-9). */
import { input, personRef, unitRef } from '@bihuan/events';
import { z } from 'zod';

/** `POST /api/appeals/contact-persons`: names or changes them; open cases move the same minute. */
export const nameContact = z.strictObject({
  unitId: z.uuid(),
  employeeId: z.uuid(),
  deputyId: z.uuid(),
  reason: input.text(1000).optional(),
  version: input.version,
});

export const contactView = z.object({
  id: z.uuid(),
  version: z.int(),
  unit: unitRef,
  contact: personRef,
  deputy: personRef,
  since: z.string(),
  /** Who it was before, and until when. */
  former: z.array(z.object({ contact: personRef, deputy: personRef, since: z.string(), until: z.string() })),
  /** Cases that went over with the last change. */
  moved: z.int(),
});

/** Units without a contact person are listed too: a case sent there goes to the unit's head. */
export const contactLine = z.object({
  unit: unitRef,
  contact: personRef.nullable(),
  deputy: personRef.nullable(),
  since: z.string().nullable(),
  version: z.int().nullable(),
});

export type NameContact = z.infer<typeof nameContact>;
export type ContactView = z.infer<typeof contactView>;
export type ContactLine = z.infer<typeof contactLine>;
