/** The schema of a policy pack: the company as data, figures included (PCK-1). */
import { z } from 'zod';
import { DEFAULT_TIMEZONE, DomainError, parsePattern } from '@bihuan/domain';
import { COMPANY_VARIABLE, SCRIPT_VARIABLES, variablesOf } from '../script-variables';
import { organisationSchema } from './organisation.schema';
import { calendarSchema, deadlinePolicySchema } from './time.schema';
import { codeSchema, dottedCodeSchema, entrySchema, titleSchema } from './words.schema';

export const scopeSchema = z.enum(['own', 'unit', 'unit-and-below', 'all']);

/** Permission → how far it reaches; `*` names every permission. */
export const roleSchema = z.strictObject({
  id: codeSchema,
  title: titleSchema,
  grants: z.record(z.union([z.literal('*'), dottedCodeSchema]), scopeSchema),
  /** Whoever holds one of these positions has the role. */
  positions: z.array(codeSchema),
});

const patternSchema = z.string().check(({ value, issues }) => {
  try {
    parsePattern(value);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    issues.push({
      code: 'custom',
      input: value,
      message: `expected a number pattern, got "${value}": ${error.texts.en}`,
    });
  }
});

/** Words that are spoken; what stands in braces must be a variable the desk can fill in. */
const spokenSchema = z
  .string()
  .min(1)
  .check(({ value, issues }) => {
    for (const name of variablesOf(value)) {
      if ([COMPANY_VARIABLE, ...SCRIPT_VARIABLES].includes(name)) continue;
      const message = `expected the variables ${SCRIPT_VARIABLES.join(', ')} or ${COMPANY_VARIABLE}, got "{${name}}"`;
      issues.push({ code: 'custom', input: value, message });
    }
  });

/** A text of the script library; `{customer}` and the like are filled in where it is shown (SCR-1). */
export const scriptSchema = z.strictObject({
  step: codeSchema,
  /** The branch of a step that divides: satisfied, not-satisfied. */
  branch: codeSchema.optional(),
  /** Id of the room whose desk shows it: hotline, revisit. */
  desk: codeSchema,
  title: titleSchema,
  text: z.strictObject({ zh: spokenSchema, en: spokenSchema }),
  /** What the officer heeds: not spoken. */
  hint: titleSchema.optional(),
});

/** Text of a notice; `{number}` and the like are filled in when it is sent (NTF-1). */
export const templateSchema = z.strictObject({ code: codeSchema, title: titleSchema, text: titleSchema });

export const packSchema = z.strictObject({
  id: codeSchema,
  title: titleSchema,
  /** Name of the firm as it is spoken and printed. */
  company: titleSchema,
  /** First three digits of the seed it comes from. */
  source: z.string().regex(/^\d{3}$/, 'expected three digits'),
  timezone: z.string().default(DEFAULT_TIMEZONE),
  organisation: organisationSchema,
  calendars: z.array(calendarSchema).min(1),
  deadlinePolicies: z.array(deadlinePolicySchema),
  /** Recipient of an escalation step → code of the position whose holders are told. */
  recipients: z.record(codeSchema, codeSchema),
  roles: z.array(roleSchema).min(1),
  productLines: z.array(entrySchema),
  /** Classes of customers, the highest first. */
  customerLevels: z.array(entrySchema),
  /** Grades of faults, 1 the gravest. */
  faultGrades: z.array(z.strictObject({ grade: z.int().min(1), title: titleSchema, weight: z.number() })),
  /** Codes of the printed forms in use (forms.md). */
  forms: z.array(z.strictObject({ code: codeSchema, title: titleSchema, copies: z.array(z.string().min(1)).min(1) })),
  numbering: z.record(codeSchema, patternSchema),
  scripts: z.array(scriptSchema),
  templates: z.array(templateSchema),
  /** Sections of the modules, each checked by its room's own schema. */
  modules: z.record(codeSchema, z.unknown()),
  /** Where a figure comes from: figures that are in no seed are marked chosen, readings are named. */
  notes: z.array(
    z.strictObject({ path: z.string().min(1), kind: z.enum(['seed', 'chosen', 'reading']), text: z.string().min(1) }),
  ),
});

export type Pack = z.output<typeof packSchema>;
export type PackRole = Pack['roles'][number];
export type Script = z.output<typeof scriptSchema>;
export type NoticeTemplate = z.output<typeof templateSchema>;
