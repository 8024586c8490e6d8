/** The complaints module's section of a policy pack (PCK-1): every list, figure, step and text of a company. */
import { z } from 'zod';
import { classesShape, title } from './classes.settings';
import { clockSchema, procedureSchema } from './procedure.settings';

const entry = z.strictObject({ code: z.string(), title });

/** Units by code. */
const units = z.strictObject({
  /** Checks, dispatches, files: complaint centre or officer's unit. */
  centre: z.string(),
  /** Unit → the centre of everything below it, where a company has several. */
  centreOf: z.record(z.string(), z.string()).default({}),
  /** Told of re-promises, and issues supervision from above. */
  headquarters: z.string().optional(),
  /** Back office that screens (CMP-9b). */
  screening: z.string().optional(),
  /** Told when a head does not react (CMP-4d). */
  office: z.string().optional(),
  /** City branches (远端处理单元). */
  remote: z.array(z.string()).default([]),
  /** Line of business, or its group → business department. */
  business: z.record(z.string(), z.string()).default({}),
  /** Kind → handling department. */
  handling: z.record(z.string(), z.string()).default({}),
  /** Steps of raising, the lowest first; `centre`: the complaint's own (CMP-7c). */
  raiseTo: z.array(z.string()).default([]),
});

const measure = z.strictObject({ points: z.number(), amount: z.int() });

const sanctions = z.strictObject({
  breaches: z.array(
    z.strictObject({
      code: z.string(),
      title,
      stage: z.string().optional(),
      direct: measure,
      /** Head of the department liable with him (001 §九.5); absent: he is not. */
      head: measure.optional(),
    }),
  ),
  /** Breach that is proposed for persons an investigation names without one; absent: none is proposed. */
  onInvestigation: z.string().optional(),
  /** Days in which the person may object. */
  objectWithinDays: z.int().positive(),
  ground: title,
});

/** CMP-4c: the order the suite issues by itself. */
const supervision = z.strictObject({
  /** Policy of the reply. */
  replyPolicy: z.string(),
  instruction: z.string(),
  requiredReply: z.string(),
});

const promise = z.strictObject({
  code: z.string(),
  /** `{limit}` is merged from the policy. */
  text: z.string(),
  policy: z.string().optional(),
  /** RD-43: each promise has a switch. */
  on: z.boolean(),
});

/** Form 26a. */
const pledge = z.strictObject({
  intro: z.string(),
  section: z.string(),
  promises: z.array(promise),
  centre: z.string(),
  address: z.string(),
  reservation: z.string(),
});

export const complaintsPackSection = z.strictObject({
  ...classesShape,
  units,
  procedure: procedureSchema,
  clocks: z.array(clockSchema),
  /** Policy of the time promised to the customer, whose due time he is told (CMP-4f). */
  promisedPolicy: z.string(),
  /** Policy of the progress reply after a re-promise (CMP-8a). */
  progressPolicy: z.string(),
  rePromiseNeedsApproval: z.boolean(),
  /** The customer is called back from here on (RVT-1b, RVT-1d, RVT-1e). */
  concludedBy: z.enum(['reported', 'carried-out', 'answered', 'feedback-taken']),
  /** Holders of the copies of form 8; the second is the responsible unit's name where it is a branch (RD-41). */
  report: z.strictObject({ firstHolder: z.string(), secondHolder: z.string() }),
  sanctions,
  supervision,
  pledge: pledge.optional(),
  /** Priority of an order asked for out of a complaint: plain, and where it is urgent (DSP-1b). */
  orderPriority: z.strictObject({ plain: z.string(), urgent: z.string() }),
  /** Positions that stand in for a head, in this order (CMP-4d). */
  deputies: z.array(z.string()).default([]),
  /** Recipient of a step → position, beside the people of the case. */
  tell: z.record(z.string(), z.string()).default({}),
  /** RD-9: stages whose limits together fit into the promise, by level. */
  limits: z
    .strictObject({
      fixed: z.array(z.string()),
      /** Level → [policy of the handling, policy of the promise]. */
      byLevel: z.record(z.string(), z.tuple([z.string(), z.string()])),
    })
    .optional(),
  /** Titles of further words shown by the console. */
  gravities: z.array(entry),
});

export type ComplaintsSection = z.infer<typeof complaintsPackSection>;
