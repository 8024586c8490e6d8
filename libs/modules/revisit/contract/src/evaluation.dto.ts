/** The customer's evaluation: what the portal takes, what officers see, the figures of a month (RVT-8). */
import { input, lineFrame, matterFrame, personRef, unitRef } from '@bihuan/events';
import { z } from 'zod';

const { text, words, version } = input;

export const EVALUATION_STATES = ['given', 'to-confirm', 'confirmed', 'dismissed'] as const;
export type EvaluationState = (typeof EVALUATION_STATES)[number];

export const giveEvaluation = z.strictObject({
  /** Number of the matter. */
  number: words(60),
  /** Last four digits of the phone given with it. */
  lastFour: z.string().regex(/^\d{4}$/),
  item: words(60),
  /** Scores within the pack's range and steps. */
  technicalLevel: z.number(),
  attitude: z.number(),
  project: text(200).optional(),
  remark: text(2000).optional(),
  /** 评定人, where it is another than the one on record. */
  evaluator: text(100).optional(),
});

/** What the portal page offers. */
export const evaluationOffer = z.object({
  company: z.object({ zh: z.string(), en: z.string() }),
  items: z.array(z.object({ code: z.string(), title: z.object({ zh: z.string(), en: z.string() }) })),
  scores: z.array(z.int()),
});

export const evaluationReceipt = z.object({
  id: z.uuid(),
  month: z.string(),
  /** It replaced an earlier one of the month; both are kept. */
  replaced: z.boolean(),
});

export const confirmEvaluation = z.strictObject({ text: text(1000).optional(), version });
export const dismissEvaluation = z.strictObject({ reason: words(1000), version });

const evaluationFields = {
  state: z.enum(EVALUATION_STATES),
  version: z.int(),
  allowedActions: z.array(z.string()),
  customerId: z.uuid().nullable(),
  /** Matter evaluated. */
  subject: z.object({ module: z.string(), kind: z.string(), id: z.uuid() }),
  item: z.string(),
  project: z.string(),
  technicalLevel: z.int(),
  attitude: z.int(),
  remark: z.string(),
  /** Local month: `2026-09`. */
  month: z.string(),
  /** A later one of the month took its place. */
  replacedBy: z.uuid().nullable(),
  customerName: z.string(),
  evaluator: z.string(),
  engineer: personRef.nullable(),
  unit: unitRef.nullable(),
  division: unitRef.nullable(),
  decidedAt: z.string().nullable(),
  decision: z.string(),
  complaint: z.object({ id: z.uuid(), number: z.string() }).nullable(),
};

export const evaluationView = z.object({ ...lineFrame, ...evaluationFields });
export const evaluationDetail = z.object({ ...matterFrame, ...evaluationFields });

/** Sum and mean of one person's or unit's month; what was replaced does not count (RVT-8a, RD-1). */
const monthFigure = z.object({
  id: z.uuid(),
  name: z.string(),
  count: z.int(),
  technicalLevel: z.object({ sum: z.int(), mean: z.number() }),
  attitude: z.object({ sum: z.int(), mean: z.number() }),
  sum: z.int(),
  mean: z.number(),
});

export const evaluationFigures = z.object({
  month: z.string(),
  engineers: z.array(monthFigure),
  departments: z.array(monthFigure),
  divisions: z.array(monthFigure),
});

export type GiveEvaluation = z.infer<typeof giveEvaluation>;
export type EvaluationOffer = z.infer<typeof evaluationOffer>;
export type EvaluationReceipt = z.infer<typeof evaluationReceipt>;
export type EvaluationView = z.infer<typeof evaluationView>;
export type EvaluationDetail = z.infer<typeof evaluationDetail>;
export type MonthFigure = z.infer<typeof monthFigure>;
export type EvaluationFigures = z.infer<typeof evaluationFigures>;
