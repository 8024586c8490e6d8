/** What the contact routes take and give (api.md, HOT-1, HOT-2, HOT-5, HOT-16). */
import { z } from 'zod';

const text = (max: number) => z.string().trim().max(max);
const words = (max: number) => text(max).min(1);
const instant = z.iso.datetime({ offset: true });

export const takeContact = z.strictObject({
  channel: words(60),
  callerName: text(100),
  /** `""` where there is none. */
  callerPhone: text(40),
  customerId: z.uuid().optional(),
  siteId: z.uuid().optional(),
  equipmentId: z.uuid().optional(),
  /** The place in the customer's words, where no site is on file. */
  site: text(200).optional(),
  /** What was said, in the customer's words. */
  summary: words(4000),
  category: words(60),
  purpose: text(500).optional(),
  /** When the call began; the present instant unless said. Never later than now. */
  startedAt: instant.optional(),
  answeredAt: instant.optional(),
  callId: text(100).optional(),
  /** Reference of the call recording. */
  recording: text(300).optional(),
});

export const answerContact = z.strictObject({
  text: words(4000),
  solutionId: z.uuid().optional(),
  /** The customer understood the answer (HOT-5a). */
  understood: z.boolean(),
  /** The customer is satisfied with it (HOT-5a). */
  satisfied: z.boolean(),
  version: z.int().optional(),
});

const optionalText = z.strictObject({ text: text(4000).optional(), version: z.int().optional() });

export const awaitCustomerContact = optionalText;
export const concludeContact = optionalText;
export const nuisanceContact = z.strictObject({ version: z.int().optional() });
export const reopenContact = z.strictObject({ reason: text(1000).optional(), version: z.int().optional() });
export const callBackContact = z.strictObject({ text: text(1000).optional(), version: z.int().optional() });
export const handOverContact = z.strictObject({
  assigneeId: z.uuid(),
  reason: words(1000),
  version: z.int().optional(),
});

export const CONTACT_STATES = ['open', 'awaiting-customer', 'concluded', 'nuisance'] as const;
export type ContactState = (typeof CONTACT_STATES)[number];

/** Why a contact is concluded. */
export const CONCLUSIONS = ['first-contact', 'no-answer', 'officer', 'problem-form'] as const;
export type Conclusion = (typeof CONCLUSIONS)[number];

export const person = z.object({ id: z.uuid(), name: z.string() });

export const contactView = z.object({
  id: z.uuid(),
  state: z.enum(CONTACT_STATES),
  version: z.int(),
  allowedActions: z.array(z.string()),
  channel: z.string(),
  callerName: z.string(),
  callerPhone: z.string(),
  customerId: z.uuid().nullable(),
  siteId: z.uuid().nullable(),
  equipmentId: z.uuid().nullable(),
  site: z.string(),
  summary: z.string(),
  category: z.string(),
  purpose: z.string(),
  /** First-inquiry owner (HOT-2). */
  owner: person,
  officerNumber: z.string().nullable(),
  startedAt: z.string(),
  answeredAt: z.string().nullable(),
  endedAt: z.string().nullable(),
  recording: z.string().nullable(),
  answer: z.string().nullable(),
  understood: z.boolean().nullable(),
  satisfied: z.boolean().nullable(),
  /** The customer did not understand or is not satisfied: a problem form is to be made (HOT-5a). */
  needsForm: z.boolean(),
  conclusion: z.enum(CONCLUSIONS).nullable(),
  /** The same as `conclusion`: why it ended, such as `no-answer`. */
  reason: z.string().nullable(),
  concludedAt: z.string().nullable(),
  /** Concluded by the first contact and not reopened within the window so far (RD-44). */
  firstContactResolution: z.boolean(),
  problemForms: z.array(z.object({ id: z.uuid(), number: z.string(), state: z.string() })),
});

export type TakeContact = z.infer<typeof takeContact>;
export type AnswerContact = z.infer<typeof answerContact>;
export type HandOverContact = z.infer<typeof handOverContact>;
export type ContactView = z.infer<typeof contactView>;
