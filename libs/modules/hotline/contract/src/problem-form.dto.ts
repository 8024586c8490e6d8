/** What the problem form routes take and give (api.md, HOT-6 … HOT-9). */
import { z } from 'zod';
import { person } from './contact.dto';

const text = (max: number) => z.string().trim().max(max);
const words = (max: number) => text(max).min(1);
const instant = z.iso.datetime({ offset: true });
const version = z.int().optional();

export const FORM_CATEGORIES = ['technical', 'service', 'sales', 'other'] as const;
export type FormCategory = (typeof FORM_CATEGORIES)[number];

export const makeProblemForm = z.strictObject({
  contactId: z.uuid(),
  category: words(60),
  /** Sub-kind: of `technical` `hardware`, `software`, `other` (HOT-7a), or of another category the pack lists. */
  kind: words(60).optional(),
  description: words(4000),
  customerName: words(100).optional(),
  site: text(200).optional(),
  siteId: z.uuid().optional(),
  address: text(300).optional(),
  mobile: text(40).optional(),
  office: text(40).optional(),
  /** The time the customer asks for (用户要求时间, HOT-9d). */
  requestedAt: instant.optional(),
  /** The officer read the data back to the customer before saving (HOT-6). */
  dataConfirmed: z.boolean().optional(),
});

export const referForm = z.strictObject({
  /** The customer was told to which department the form goes, and agreed (HOT-6). */
  customerAgreed: z.boolean().optional(),
  /** Why it is referred without his agreement. */
  overrideReason: words(1000).optional(),
  unitId: z.uuid().optional(),
  assigneeId: z.uuid().optional(),
  /** Why another unit than the routing table's (HOT-7). */
  reason: words(1000).optional(),
  version,
});

export const acceptForm = z.strictObject({
  appointmentAt: instant.optional(),
  place: text(300).optional(),
  text: text(4000).optional(),
  /** First judgement (初步判断) and spare parts (备件) of form 2. */
  judgement: text(1000).optional(),
  parts: text(1000).optional(),
  version,
});

export const planForm = z.strictObject({ text: words(4000), version });
export const handleForm = z.strictObject({ text: words(4000), version });
export const auditForm = z.strictObject({ text: text(4000).optional(), version });
export const answerForm = z.strictObject({
  text: text(4000).optional(),
  satisfied: z.union([z.boolean(), z.literal('unknown')]).optional(),
  version,
});
export const concludeForm = z.strictObject({ text: text(4000).optional(), version });
export const dissatisfiedForm = z.strictObject({ text: words(4000), version });
export const returnForm = z.strictObject({ reason: words(1000), unitId: z.uuid().optional(), version });
export const awaitCustomerForm = z.strictObject({ reason: words(1000), version });
export const resumeForm = z.strictObject({ text: text(4000).optional(), version });
/** A repair in the field: dispatch makes the work order, the form stays with its handler (DSP-1b). */
export const orderRepairForm = z.strictObject({ text: text(4000).optional(), version });
export const withdrawForm = z.strictObject({ reason: words(1000), version });

export const FORM_STATES = [
  'drafted',
  'referred',
  'accepted',
  'planned',
  'handled',
  'answered',
  'concluded',
  'awaiting-customer',
  'withdrawn',
] as const;
export type FormState = (typeof FORM_STATES)[number];

const signed = z.object({ text: z.string(), by: person, at: z.string() }).nullable();

/** One pass through the handler: a customer who is not satisfied opens the next (HOT-9c). */
export const roundView = z.object({
  round: z.int(),
  plan: signed,
  result: signed,
  audit: signed,
  answer: signed,
  /** `true`, `false`, or `null` for not asked. */
  satisfied: z.boolean().nullable(),
  dissatisfaction: z.string().nullable(),
});

export const deadlineView = z.object({
  id: z.uuid(),
  stage: z.string(),
  policy: z.string(),
  state: z.string(),
  generation: z.int(),
  startedAt: z.string(),
  dueAt: z.string(),
  firstDueAt: z.string(),
  warnAt: z.string().nullable(),
  metAt: z.string().nullable(),
  late: z.boolean(),
  /** Code of the calendar by which it runs; the console counts the time left by it. */
  calendar: z.string(),
  pausedAt: z.string().nullable(),
  remainingSeconds: z.number().nullable(),
  provisional: z.boolean(),
});

export const problemFormView = z.object({
  id: z.uuid(),
  number: z.string(),
  state: z.enum(FORM_STATES),
  version: z.int(),
  allowedActions: z.array(z.string()),
  contactId: z.uuid(),
  customerId: z.uuid().nullable(),
  category: z.string(),
  kind: z.string().nullable(),
  /** A service-quality form is a complaint (HOT-7c). */
  complaint: z.boolean(),
  description: z.string(),
  customerName: z.string(),
  site: z.string(),
  siteId: z.uuid().nullable(),
  address: z.string(),
  mobile: z.string(),
  office: z.string(),
  requestedAt: z.string().nullable(),
  takenAt: z.string(),
  createdAt: z.string(),
  officer: person,
  customerAgreed: z.boolean().nullable(),
  unit: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  handler: person.nullable(),
  referredAt: z.string().nullable(),
  /** First referral: the total over all departments is counted from here (HOT-8b). */
  firstReferredAt: z.string().nullable(),
  /** How often it came back as sent to the wrong department (HOT-7). */
  returns: z.int(),
  acceptance: z
    .object({
      by: person,
      at: z.string(),
      appointmentAt: z.string().nullable(),
      place: z.string(),
      text: z.string(),
      judgement: z.string(),
      parts: z.string(),
    })
    .nullable(),
  round: z.int(),
  rounds: z.array(roundView),
  waitingFor: z.string().nullable(),
  concludedAt: z.string().nullable(),
  revisitedAt: z.string().nullable(),
  dueAt: z.string().nullable(),
  deadlines: z.array(deadlineView),
  /** Where the routing table sends this form, and the units of the chart the officer may choose (HOT-7d, RD-39). */
  routing: z.object({
    unit: z.object({ id: z.uuid(), name: z.string() }).nullable(),
    alternatives: z.array(z.object({ id: z.uuid(), name: z.string() })),
  }),
});

/** A line of the list of forms. */
export const problemFormLine = z.object({
  id: z.uuid(),
  number: z.string(),
  state: z.enum(FORM_STATES),
  category: z.string(),
  customerName: z.string(),
  site: z.string(),
  unit: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  handler: person.nullable(),
  officer: person,
  dueAt: z.string().nullable(),
  round: z.int(),
  createdAt: z.string(),
});

export type MakeProblemForm = z.infer<typeof makeProblemForm>;
export type ReferForm = z.infer<typeof referForm>;
export type AcceptForm = z.infer<typeof acceptForm>;
export type AnswerForm = z.infer<typeof answerForm>;
export type OrderRepairForm = z.infer<typeof orderRepairForm>;
export type ReturnForm = z.infer<typeof returnForm>;
export type RoundView = z.infer<typeof roundView>;
export type DeadlineLine = z.infer<typeof deadlineView>;
export type ProblemFormView = z.infer<typeof problemFormView>;
export type ProblemFormLine = z.infer<typeof problemFormLine>;
