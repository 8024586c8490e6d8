/** What the work order routes take to open an order, and what they give (api.md Dispatch; DSP-1). */
import { z } from 'zod';
import { input, lineFrame, matterFrame, personRef, unitRef } from '@bihuan/events';
import { sheetView, signatureView } from './sheet.dto';

const { text, words, instant } = input;

export const ORDER_STATES = [
  'drafted',
  'dispatched',
  're-dispatched',
  'accepted',
  'contacted',
  'on-site',
  'restored',
  'solved',
  'fed-back',
  'verified',
  'closed',
  'returned',
  'suspended',
  'cancelled',
] as const;
export type OrderState = (typeof ORDER_STATES)[number];

/** States that are over. */
export const CLOSED_STATES = ['closed', 'cancelled'] as const satisfies readonly OrderState[];

/** DSP-1b; `follow-up` is a left-over item (DSP-8b), `co-operation` the part of a co-operating unit (DSP-5). */
export const ORDER_SOURCES = [
  'problem-form',
  'complaint',
  'appeal',
  'revisit',
  'plan',
  'direct',
  'hall',
  'follow-up',
  'co-operation',
] as const;
export type OrderSource = (typeof ORDER_SOURCES)[number];

export const openOrder = z.strictObject({
  type: words(60),
  /** `ordinary` and what the pack adds. */
  customerClass: words(60),
  description: words(4000),
  customerId: z.uuid().optional(),
  siteId: z.uuid().optional(),
  productLine: words(60).optional(),
  faultLayer: words(60).optional(),
  priority: words(60).optional(),
  /** The time the customer asks for (HOT-9d). */
  requestedAt: instant.optional(),
  /** When the customer called: clocks start here (DSP-1d). Never later than now. */
  calledAt: instant.optional(),
  /** Gravity of the fault, a grade of the pack (RD-7). */
  gravity: z.int().min(1).optional(),
  /** Absent: direct. A hall names itself and its clerk. */
  source: z.enum(['direct', 'plan', 'hall']).optional(),
  hallId: z.uuid().optional(),
  clerkId: z.uuid().optional(),
  equipmentId: z.uuid().optional(),
  /** Where no equipment is on file. */
  model: text(100).optional(),
  serial: text(100).optional(),
  customerName: text(100).optional(),
  /** The order's contact: the signing code goes there. */
  phone: text(40).optional(),
  site: text(200).optional(),
  address: text(300).optional(),
  region: text(100).optional(),
});

/** An instant of the way with whoever acted. */
const step = z.string().nullable();

export const workOrderView = z.object({
  ...matterFrame,
  state: z.enum(ORDER_STATES),
  /** State to which a suspended order resumes, or from which it was dispatched again by an overrun. */
  resumeTo: z.enum(ORDER_STATES).nullable(),
  type: z.string(),
  customerClass: z.string(),
  productLine: z.string().nullable(),
  faultLayer: z.string().nullable(),
  priority: z.string(),
  gravity: z.int().nullable(),
  source: z.enum(ORDER_SOURCES),
  /** Matter it came from. */
  sourceOf: z.object({ module: z.string(), kind: z.string(), id: z.uuid(), number: z.string() }).nullable(),
  hall: unitRef.nullable(),
  clerk: personRef.nullable(),
  /** Lead order of a co-operating unit's part, or the order whose left-over it is. */
  parent: z.object({ id: z.uuid(), number: z.string() }).nullable(),
  /** Parts of co-operating units and follow-up orders. */
  children: z.array(
    z.object({
      id: z.uuid(),
      number: z.string(),
      state: z.enum(ORDER_STATES),
      source: z.enum(ORDER_SOURCES),
      unit: unitRef.nullable(),
      dueAt: z.string().nullable(),
    }),
  ),
  description: z.string(),
  customerName: z.string(),
  phone: z.string(),
  siteId: z.uuid().nullable(),
  site: z.string(),
  address: z.string(),
  region: z.string(),
  equipmentId: z.uuid().nullable(),
  model: z.string(),
  serial: z.string(),
  requestedAt: step,
  /** Where clocks start: the call or the opening. */
  reportedAt: z.string(),
  officer: personRef,
  intakeUnit: unitRef.nullable(),
  dispatcher: personRef.nullable(),
  unit: unitRef.nullable(),
  engineer: personRef.nullable(),
  dispatchedAt: step,
  acceptedAt: step,
  contactedAt: step,
  appointmentAt: step,
  appointmentUntil: step,
  enRouteAt: step,
  arrivedAt: step,
  restoredAt: step,
  solvedAt: step,
  fedBackAt: step,
  closedAt: step,
  cause: z.string().nullable(),
  result: z.string(),
  feedback: z.string(),
  /** What the customer has already told, for the next engineer: he asks only to confirm (DSP-6d). */
  handOver: z.object({ text: z.string(), by: personRef, at: z.string() }).nullable(),
  /** The engineer asks to be replaced: not a refusal (DSP-2). */
  replacement: z.object({ reason: z.string(), by: personRef, at: z.string() }).nullable(),
  /** Why it stands still. */
  waitingFor: z.string().nullable(),
  plan: z
    .object({ approvedBy: z.string(), text: z.string(), risks: z.string(), rollback: z.string(), at: z.string() })
    .nullable(),
  /** Difficulty, signed by the technical manager (DSP-7). */
  grade: z.object({ grade: z.int(), text: z.string(), by: personRef, at: z.string() }).nullable(),
  /** The type asks for a grade before closing. */
  gradeRequired: z.boolean(),
  sheet: sheetView,
  signature: signatureView.nullable(),
  remark: z.string(),
  rating: z.int().nullable(),
  /** How often it was dispatched again. */
  redispatches: z.int(),
  overruns: z.int(),
  /** Returned without a ground of the pack. */
  refusals: z.int(),
  wrongDispatches: z.int(),
  replacements: z.int(),
});

/** A line of the list and of the board. */
export const workOrderLine = z.object({
  ...lineFrame,
  state: z.enum(ORDER_STATES),
  type: z.string(),
  customerClass: z.string(),
  priority: z.string(),
  faultLayer: z.string().nullable(),
  customerName: z.string(),
  site: z.string(),
  region: z.string(),
  unit: unitRef.nullable(),
  engineer: personRef.nullable(),
  requestedAt: z.string().nullable(),
  appointmentAt: z.string().nullable(),
  redispatches: z.int(),
  /** The engineer asks to be replaced. */
  replacementWanted: z.boolean(),
});

export type OpenOrder = z.infer<typeof openOrder>;
export type WorkOrderView = z.infer<typeof workOrderView>;
export type WorkOrderLine = z.infer<typeof workOrderLine>;
