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
  /** Areas the unit serves, by the names that sites and customers carry. */
  regions: z.array(z.string().min(1)).optional(),
  /** Names of another naming of the tree, such as 国家中心 for 总部. */
  otherNames: z.array(z.string().min(1)).optional(),
});

/** What a position asks of a person (ORG-3c): something he has, or a tested value of at least so much. */
const requirementSchema = z.strictObject({
  code: codeSchema,
  title: titleSchema,
  atLeast: z.number().optional(),
  unit: titleSchema.optional(),
});

export const positionSchema = z.strictObject({
  code: codeSchema,
  title: titleSchema,
  requirements: z.array(requirementSchema).optional(),
});

/** Head-count of a position, in one unit or in each unit of a function (ORG-2). */
const postSchema = z
  .strictObject({
    position: codeSchema,
    unit: codeSchema.optional(),
    function: codeSchema.optional(),
    /** Units below count too. */
    below: z.boolean().default(false),
    min: z.int().min(0),
    max: z.int().min(1),
  })
  .refine((post) => (post.unit === undefined) !== (post.function === undefined), 'expected either unit or function')
  .refine(({ min, max }) => min <= max, 'expected min not over max');

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
  positions: z.array(positionSchema).min(1),
  posts: z.array(postSchema).default([]),
  employees: z.array(employeeSchema),
  /** Least mark of the test on which a certificate is issued (ORG-3b). */
  certificatePassMark: z.number().min(0).max(1000).optional(),
});

export type PackUnit = z.output<typeof unitSchema>;
export type PackPosition = z.output<typeof positionSchema>;
export type PackPost = z.output<typeof postSchema>;
export type PackEmployee = z.output<typeof employeeSchema>;
export type PackCertificate = z.output<typeof certificateSchema>;
