/** Which steps a company's complaints go through, and its clocks: a procedure is data, the engine is one (packs.md). */
import { z } from 'zod';
import { COMPLAINT_STATES } from '@bihuan/complaints-contract';

const title = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });

/** A point on the way of a case at which clocks start and stop. */
export const MOMENTS = [
  'registered',
  /** The order is complete: the channel is done with it. */
  'filled',
  'returned-to-channel',
  'relayed',
  'acknowledged',
  'checked',
  'dispatched',
  'investigated',
  'proposed',
  'decided',
  'carried-out',
  /** The result is back at the centre. */
  'returned',
  'answered',
  /** Solved or an explanation agreed, or handled where the pack answers by revisit. */
  'concluded',
  'reported',
  'reported-by-phone',
  'feedback-taken',
  'revisited',
  'dissatisfied',
  'screened',
  're-handled',
  'summarised',
] as const;
export type Moment = (typeof MOMENTS)[number];

const moments = z.array(z.enum(MOMENTS));

export const clockSchema = z.strictObject({
  stage: z.string(),
  title,
  /** Code of the policy by level; `*` for every other level, and for packs without levels. */
  policies: z.record(z.string(), z.string()),
  arm: moments.min(1),
  meet: moments,
  cancel: moments.default([]),
  /** Whose clock it is (DLN-1b). */
  owner: z.enum(['intake', 'centre', 'unit', 'answer', 'screening']),
  /** Started once, by whichever of its moments comes first with a policy for the level. */
  once: z.boolean().default(false),
  /** Starts when it was first heard instead of now: intake's own clocks and the promises; not when it runs again. */
  fromHeard: z.boolean().default(false),
  /** Due at the close, by the owner's calendar, of the day on which the limit ends (RD-16). */
  closeOfDay: z.boolean().default(false),
  /** Only where the next day is closed on the owner's calendar: the phone note of a holiday (CMP-10). */
  beforeHoliday: z.boolean().default(false),
  /** A promise to the customer: it is re-promised, and answered in time or not (CMP-4b). */
  promise: z.boolean().default(false),
  /** Goes on when the case is filed: paper still under way (CMP-10). */
  outlivesFiling: z.boolean().default(false),
});
export type ClockSetting = z.infer<typeof clockSchema>;

/** States every path has: the acts beside it are judged by them. */
const FIXED = ['registered', 'checked', 'answered', 'filed'] as const;

export const procedureSchema = z.strictObject({
  path: z
    .array(z.enum(COMPLAINT_STATES))
    .refine((path) => FIXED.every((state) => path.includes(state)), `must hold ${FIXED.join(', ')}`),
  /** States of the path that may be passed over. */
  optional: z.array(z.enum(COMPLAINT_STATES)),
  /** CMP-5: asked before it is dispatched, offered, or not used. */
  validity: z.enum(['required', 'optional', 'none']),
  proposalsAtLeast: z.int().min(1),
  /** CMP-4d: relayed to the head of the unit at once, who acknowledges. */
  relay: z.boolean(),
  /** CMP-10: a report in two copies. */
  report: z.boolean(),
  /** CMP-9: a new line of the register, or screening by the back office. */
  unsatisfied: z.enum(['new-line', 'screening']),
  /** The result's return frees the answer, whatever the handling unit wrote before (CMP-7c, CMP-8). */
  answerOnReturn: z.boolean(),
});
export type Procedure = z.infer<typeof procedureSchema>;
