/** The month's sheet: complaints drawn by lot whose way somebody checks by hand (RPT-1d). */
import { z } from 'zod';

export const VERDICTS = ['right', 'wrong'] as const;

export const checkFlow = z.strictObject({
  verdict: z.enum(VERDICTS),
  /** Why; required for `wrong`. About the way of the order, never about the customer. */
  reason: z.string().trim().max(1000).optional(),
  version: z.int().min(1).optional(),
});

/** One complaint of the sheet, with what is known of its way. */
export const flowCheckLine = z.object({
  id: z.uuid(),
  version: z.int(),
  module: z.string(),
  kind: z.string(),
  caseId: z.uuid(),
  number: z.string(),
  state: z.string(),
  openedAt: z.string(),
  unitId: z.uuid().nullable(),
  personId: z.uuid().nullable(),
  /** How often it was sent back. */
  returns: z.int(),
  /** Stages that were late, by code. */
  late: z.array(z.string()),
  verdict: z.enum(VERDICTS).nullable(),
  reason: z.string(),
  checkedById: z.uuid().nullable(),
  checkedAt: z.string().nullable(),
  allowedActions: z.array(z.string()),
});

export const flowSheet = z.object({
  period: z.string(),
  /** `closed` with its month: it stands (RPT-4). */
  state: z.enum(['not-drawn', 'open', 'closed']),
  drawnAt: z.string().nullable(),
  /** How many the pack asks for; fewer where the month has fewer. */
  size: z.int(),
  checked: z.int(),
  wrong: z.int(),
  rows: z.array(flowCheckLine),
  allowedActions: z.array(z.string()),
});

export type Verdict = (typeof VERDICTS)[number];
export type CheckFlow = z.infer<typeof checkFlow>;
export type FlowCheckLine = z.infer<typeof flowCheckLine>;
export type FlowSheet = z.infer<typeof flowSheet>;
