/** Calendars and deadline policies of a pack (CAL-1, DLN-1). */
import { z } from 'zod';
import type { Predicate } from '@bihuan/domain';
import { checkPolicy, compileCalendar, DomainError, WEEKDAYS } from '@bihuan/domain';
import { codeSchema, dottedCodeSchema, titleSchema } from './words.schema';

const windowSchema = z.tuple([z.string(), z.string()]).readonly();
const weeklySchema = z.strictObject(
  Object.fromEntries(WEEKDAYS.map((day) => [day, z.array(windowSchema).optional()])) as Record<
    (typeof WEEKDAYS)[number],
    z.ZodOptional<z.ZodArray<typeof windowSchema>>
  >,
);

export const calendarSchema = z
  .strictObject({
    code: codeSchema,
    title: titleSchema,
    timezone: z.string().optional(),
    weekly: weeklySchema,
    /** Works on statutory holidays (节假日无休服务): no holiday notice moves anything. */
    worksOnHolidays: z.boolean(),
  })
  .check(({ value, issues }) => {
    const { timezone, weekly } = value;
    named(issues, value, () => compileCalendar(timezone === undefined ? { weekly } : { timezone, weekly }));
  });

const durationSchema = z.strictObject({
  unit: z.enum(['minute', 'hour', 'day', 'working-hour', 'working-day', 'calendar-day']),
  value: z.number(),
  countStartDay: z.boolean().optional(),
  keepClockTime: z.boolean().optional(),
});

const stepSchema = z.strictObject({
  key: codeSchema,
  at: z.union([
    z.strictObject({ share: z.number() }),
    z.strictObject({ pastDue: durationSchema }),
    z.strictObject({ repeat: z.literal('opening-of-each-working-day') }),
  ]),
  action: dottedCodeSchema,
  to: z.array(codeSchema).optional(),
  channels: z.array(codeSchema).optional(),
  /** Text of the notice: code of `templates`. */
  template: codeSchema.optional(),
});

/** A condition over the facts that a room tells when it arms a clock: `{ any: [{ fact: 'level', in: ['vip'] }, …] }`. */
const predicateSchema: z.ZodType<Predicate> = z.lazy(() =>
  z.union([
    z.strictObject({ all: z.array(predicateSchema) }),
    z.strictObject({ any: z.array(predicateSchema) }),
    z.strictObject({ not: predicateSchema }),
    z.strictObject({ fact: factSchema, in: z.array(codeSchema) }),
    z.strictObject({ fact: factSchema, present: z.boolean() }),
  ]),
);

/** Names of facts are the rooms' own words: `level`, `businessLine`. */
const factSchema = z.string().regex(/^[a-z][A-Za-z0-9-]*$/, 'expected the name of a fact, such as level');

const boundsSchema = z.strictObject({ lower: durationSchema, upper: durationSchema });

export const deadlinePolicySchema = z
  .strictObject({
    code: dottedCodeSchema,
    title: titleSchema,
    limit: durationSchema,
    warnShare: z.number().optional(),
    /** Other terms for some cases; the first whose condition holds counts (DLN-4). */
    variants: z
      .array(
        z.strictObject({
          key: codeSchema.optional(),
          when: predicateSchema,
          bound: z.literal('lower').optional(),
          limit: durationSchema.optional(),
          warnShare: z.number().optional(),
        }),
      )
      .optional(),
    /** Lower and upper limit by a fact; the upper counts unless a variant takes the lower (CMP-4a). */
    limitTable: z
      .strictObject({ fact: factSchema, rows: z.record(codeSchema, boundsSchema), fallback: boundsSchema.optional() })
      .optional(),
    steps: z.array(stepSchema),
  })
  .check(({ value, issues }) => named(issues, value, () => checkPolicy({ ...value, version: 1 })));

export type PackCalendar = z.output<typeof calendarSchema>;
export type PackDeadlinePolicy = z.output<typeof deadlinePolicySchema>;
export type PackStep = z.output<typeof stepSchema>;

/** Says a broken rule of the domain as a problem of the pack, at the place the domain names. */
function named(issues: z.core.$ZodRawIssue[], input: unknown, check: () => unknown): void {
  try {
    check();
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const path = error.path
      .split('/')
      .slice(1)
      .map((part) => (/^\d+$/.test(part) ? Number(part) : part));
    issues.push({ code: 'custom', input, path, message: error.texts.en });
  }
}
