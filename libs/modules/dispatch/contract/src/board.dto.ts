/** Who may be sent, and the dispatcher's board (DSP-2). */
import { z } from 'zod';
import { personRef, unitRef } from '@bihuan/events';
import { workOrderLine } from './work-order.dto';

/** Why somebody stands where he does: `region`, `function`, `certificate`, `on-duty`, `off-duty`, `load`, `distance`. */
export const candidateReason = z.object({ code: z.string(), zh: z.string(), en: z.string() });

/** A person who may be sent; who may not is absent (ORG-3a). */
export const candidate = z.object({
  employeeId: z.uuid(),
  name: z.string(),
  unit: unitRef,
  /** 1 for the first. */
  rank: z.int(),
  score: z.number(),
  /** Open orders he has. */
  openOrders: z.int(),
  /** `null` where no roster is kept for his unit. */
  onDuty: z.boolean().nullable(),
  reasons: z.array(candidateReason),
});

/** `GET /api/dispatch/work-orders/:id/candidates` */
export const candidatesAnswer = z.object({
  data: z.array(candidate),
  /** Who is told where nobody can be sent: the head of the unit that serves the place. */
  head: personRef.nullable(),
});

/** `GET /api/dispatch/board`: what nobody has first, then each engineer with his open orders. */
export const dispatchBoard = z.object({
  unassigned: z.array(workOrderLine),
  engineers: z.array(
    z.object({
      engineer: personRef,
      unit: unitRef.nullable(),
      onDuty: z.boolean().nullable(),
      orders: z.array(workOrderLine),
    }),
  ),
  /** There are more open orders than the board shows. */
  more: z.boolean(),
});

export type CandidateReason = z.infer<typeof candidateReason>;
export type Candidate = z.infer<typeof candidate>;
export type CandidatesAnswer = z.infer<typeof candidatesAnswer>;
export type DispatchBoard = z.infer<typeof dispatchBoard>;
