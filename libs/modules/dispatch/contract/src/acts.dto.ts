/** Bodies of the acts on a work order (api.md Dispatch). */
import { z } from 'zod';
import { input } from '@bihuan/events';

const { text, words, instant, version } = input;

const optionalText = z.strictObject({ text: text(4000).optional(), version });
const reason = z.strictObject({ reason: words(1000), version });

/** One of unit and person is named; a person's unit is his own unless said. */
export const dispatchOrder = z
  .strictObject({ unitId: z.uuid().optional(), assigneeId: z.uuid().optional(), text: text(4000).optional(), version })
  .refine(({ unitId, assigneeId }) => unitId !== undefined || assigneeId !== undefined, {
    path: ['assigneeId'],
    message: '请指定部门（unitId）或人员（assigneeId）。 / Name a unit (unitId) or a person (assigneeId).',
  });

export const acceptOrder = optionalText;
export const contactOrder = z
  .strictObject({
    text: text(4000).optional(),
    appointmentAt: instant.optional(),
    /** End of the window promised to the customer. */
    appointmentUntil: instant.optional(),
    version,
  })
  .refine(({ appointmentAt, appointmentUntil }) => appointmentUntil === undefined || appointmentAt !== undefined, {
    path: ['appointmentAt'],
    message: '约定时段须有开始时间。 / A window needs its beginning.',
  });
export const enRouteOrder = optionalText;
export const arriveOrder = optionalText;
export const restoreOrder = optionalText;
export const solveOrder = z.strictObject({ cause: words(500), text: text(4000).optional(), version });
export const feedBackOrder = optionalText;
export const verifyOrder = z.strictObject({ text: words(4000), version });
export const closeOrder = optionalText;
export const returnOrder = z.strictObject({
  reason: words(1000),
  /** A ground of the pack; without one the return is held against the person (DSP-4). */
  ground: words(60).optional(),
  version,
});
export const redispatchOrder = z.strictObject({
  reason: words(1000),
  unitId: z.uuid().optional(),
  assigneeId: z.uuid().optional(),
  version,
});
export const suspendOrder = reason;
export const resumeOrder = optionalText;
export const cancelOrder = reason;
export const approvePlanOrder = z.strictObject({
  /** The customer's responsible person. */
  approvedBy: words(100),
  text: words(4000),
  risks: text(2000).optional(),
  rollback: text(2000).optional(),
  version,
});
export const gradeOrder = z.strictObject({
  /** Difficulty (故障等级), a grade of the pack; 1 is the gravest. */
  grade: z.int(),
  text: text(1000).optional(),
  /** Gravity, over the same list (RD-7). */
  gravity: z.int().optional(),
  version,
});
/** The text is the hand-over note (DSP-6d). */
export const reassignOrder = z.strictObject({ assigneeId: z.uuid(), text: words(4000), version });
export const requestReplacementOrder = reason;
export const callHelpOrder = z.strictObject({ text: words(2000), version });
/** A further unit works on it with clocks of its own; the lead answers for the whole (DSP-5). */
export const coOperateOrder = z.strictObject({
  unitId: z.uuid(),
  assigneeId: z.uuid().optional(),
  text: words(4000),
  /** The order's own type unless said. */
  type: words(60).optional(),
  version,
});

export type DispatchOrder = z.infer<typeof dispatchOrder>;
export type OptionalText = z.infer<typeof optionalText>;
export type Reason = z.infer<typeof reason>;
export type ContactOrder = z.infer<typeof contactOrder>;
export type SolveOrder = z.infer<typeof solveOrder>;
export type VerifyOrder = z.infer<typeof verifyOrder>;
export type ReturnOrder = z.infer<typeof returnOrder>;
export type RedispatchOrder = z.infer<typeof redispatchOrder>;
export type ApprovePlanOrder = z.infer<typeof approvePlanOrder>;
export type GradeOrder = z.infer<typeof gradeOrder>;
export type ReassignOrder = z.infer<typeof reassignOrder>;
export type CallHelpOrder = z.infer<typeof callHelpOrder>;
export type CoOperateOrder = z.infer<typeof coOperateOrder>;
