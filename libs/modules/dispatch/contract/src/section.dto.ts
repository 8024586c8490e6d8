/** The dispatch section of a policy pack (PCK-1): every list and figure of this module. */
import { z } from 'zod';

const title = z.strictObject({ zh: z.string(), en: z.string() });
const coded = z.strictObject({ code: z.string(), title });

/** A kind of order (DSP-1a). */
export const orderType = z.strictObject({
  code: z.string(),
  title,
  /** Counts among the repairs (维修次数). */
  repair: z.boolean(),
  /** Not closed before the technical manager has graded it (DSP-7). */
  graded: z.boolean(),
  /** Who is sent needs a certificate that is valid for the product line (ORG-3a). */
  certificate: z.boolean(),
  /** Somebody goes there: arrival is asked for. */
  onSite: z.boolean(),
  /** Layers of the network apply to it. */
  layered: z.boolean(),
  /** Positions that are sent; empty: those of the role `engineer`. */
  positions: z.array(z.string()),
  /** Functions of the units whose work it is; empty: any. */
  functions: z.array(z.string()),
});

export const CLOCK_STAGES = ['accept', 'respond', 'arrive', 'restore', 'conclude', 'feed-back'] as const;
export type ClockStage = (typeof CLOCK_STAGES)[number];

/** Acts that end clocks, in the order of the work: a later one ends what an earlier one would have. */
export const CLOCK_ENDS = ['accept', 'contact', 'arrive', 'restore', 'solve', 'feed-back'] as const;
export type ClockEnd = (typeof CLOCK_ENDS)[number];

export const clockRule = z.strictObject({
  stage: z.enum(CLOCK_STAGES),
  policy: z.string(),
  /** What starts it: the report (for an urgent order by telephone the call), the dispatch, the solution. */
  from: z.enum(['report', 'dispatch', 'solve']),
  /** What ends it. */
  ends: z.enum(CLOCK_ENDS),
});

/** Clocks of the orders that meet all lists; the first rule that fits counts. An absent list fits everything. */
export const clockTable = z.strictObject({
  types: z.array(z.string()).optional(),
  customerClasses: z.array(z.string()).optional(),
  faultLayers: z.array(z.string()).optional(),
  priorities: z.array(z.string()).optional(),
  clocks: z.array(clockRule),
});

export const dispatchSectionSchema = z.strictObject({
  types: z.array(orderType).min(1),
  customerClasses: z.array(coded).min(1),
  /** Empty: the pack has no layers. */
  faultLayers: z.array(coded),
  /** The highest first: this is the order of the board. */
  priorities: z.array(coded).min(1),
  /** Empty: the cause is free text. */
  causes: z.array(coded),
  /** Grounds on which an order may be given back; it then was a wrong dispatch (DSP-2, DSP-4). */
  returnGrounds: z.array(coded),
  clocks: z.array(clockTable),
  /** Policy of the time the customer asks for (HOT-9d). */
  requestedTime: z.strictObject({ policy: z.string() }),
  /** Who chooses the engineer of a new order (DSP-2). */
  assignment: z.enum(['dispatcher', 'automatic']),
  /** Points of a candidate; the most go first (DSP-2). */
  weights: z.strictObject({
    region: z.number(),
    function: z.number(),
    onDuty: z.number(),
    /** Taken off for each open order he has. */
    openOrder: z.number(),
    /** Taken off for each kilometre, where distances are known. */
    kilometre: z.number(),
  }),
  /** Types of orders that come out of other matters (DSP-1b). */
  typeOf: z.strictObject({
    problemForm: z.string(),
    complaint: z.string(),
    revisit: z.string(),
  }),
  /** Priority of an order out of a revisit: the machine does not work (RVT-4). */
  urgent: z.string(),
  /** An order is verified between feedback and closing (DSP-8e). */
  verification: z.boolean(),
  /** Function of the unit that is called for help (DSP-6a); absent: the head of the order's unit. */
  secondLine: z.strictObject({ function: z.string() }).optional(),
  /** The customer's signing code (DSP-8a). */
  signingCode: z.strictObject({
    digits: z.int().min(4).max(9),
    minutes: z.int().positive(),
    tries: z.int().positive(),
    /** Text of the SMS: code of `templates`. */
    template: z.string(),
  }),
  /** Highest rating on the service sheet; 1 is the lowest. */
  ratings: z.int().min(2),
});

export type OrderType = z.infer<typeof orderType>;
export type ClockRule = z.infer<typeof clockRule>;
export type ClockTable = z.infer<typeof clockTable>;
export type DispatchSection = z.infer<typeof dispatchSectionSchema>;
