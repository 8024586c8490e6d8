/** Units, positions and people of a pack (ORG-1, ORG-3). People are demonstration data: production creates none. */
import { z } from 'zod';
import { codeSchema, entrySchema, titleSchema } from './words.schema';

export const unitSchema = z.strictObject({
  code: codeSchema,
  /** Name as people say and print it. */
  name: z.string().min(1),
  title: titleSchema,
  /** What the unit is for: code of `organisation.functions`. */
  function: codeSchema,
  /** Code of the unit above; exactly one unit has none. */
  parent: codeSchema.optional(),
  /** Working calendar by which stages of this unit run (DLN-1b). */
  calendar: codeSchema,
});

export const certificateSchema = z.strictObject({
  productLines: z.array(codeSchema).min(1),
  issuedOn: z.iso.date(),
  expiresOn: z.iso.date(),
  training: z.strictObject({ date: z.iso.date() }),
  test: z.strictObject({ date: z.iso.date(), examiner: z.string().min(1), mark: z.number().min(0).max(100) }),
});

export const employeeSchema = z.strictObject({
  staffNumber: z.string().min(1),
  name: z.string().min(1),
  unit: codeSchema,
  position: codeSchema,
  /** Hotline officer number, two or three digits (NUM-1). */
  officerNumber: z
    .string()
    .regex(/^\d{2,3}$/, 'expected two or three digits')
    .optional(),
  /** Head of the unit. */
  head: z.boolean().optional(),
  /** Codes of further units this person works for, and heads where `head` is set. */
  furtherUnits: z.array(codeSchema).optional(),
  phone: z.string().optional(),
  certificates: z.array(certificateSchema).optional(),
  /** Name of the demonstration user. */
  user: z
    .string()
    .regex(/^[a-z][a-z0-9-]*$/)
    .optional(),
});

export const organisationSchema = z.strictObject({
  functions: z.array(entrySchema),
  units: z.array(unitSchema).min(1),
  positions: z.array(entrySchema).min(1),
  employees: z.array(employeeSchema),
});

export type PackUnit = z.output<typeof unitSchema>;
export type PackEmployee = z.output<typeof employeeSchema>;
export type PackCertificate = z.output<typeof certificateSchema>;
