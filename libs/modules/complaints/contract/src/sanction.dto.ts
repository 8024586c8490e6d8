/** Sanctions and liabilities (CMP-11): proposed by rule or by hand, decided by the head, told, open to objection. */
import { z } from 'zod';
import { input, lineFrame, matterFrame, personRef, unitRef } from '@bihuan/events';
import { liableStage } from './complaint-acts.dto';

const { text, words, version } = input;

export const LIABILITIES = ['direct', 'head', 'unit'] as const;
export type Liability = (typeof LIABILITIES)[number];

export const SANCTION_STATES = ['proposed', 'decided', 'objected', 'confirmed', 'lifted', 'dropped'] as const;
export type SanctionState = (typeof SANCTION_STATES)[number];

/** By hand; the rules of the pack propose by themselves when the investigation names persons. */
export const proposeSanction = z.strictObject({
  complaintId: z.uuid(),
  employeeId: z.uuid(),
  /** Code of the pack's breaches. */
  breach: words(60),
  /** Stage of the liability: intake, check, handling, answer, revisit. */
  stage: liableStage.optional(),
  text: text(2000).optional(),
});

export const decideSanction = z.strictObject({
  /** `false`: dropped. */
  uphold: z.boolean(),
  text: words(2000),
  points: z.number().min(-100).max(100).optional(),
  /** Fen; a fine is negative. */
  amount: z.int().optional(),
  version,
});
export const objectSanction = z.strictObject({ text: words(2000), version });
/** The head decides on the objection. */
export const reviewSanction = z.strictObject({ uphold: z.boolean(), text: words(2000), version });

export const sanctionView = z.object({
  ...matterFrame,
  state: z.enum(SANCTION_STATES),
  complaintId: z.uuid(),
  complaintNumber: z.string(),
  person: personRef.nullable(),
  unit: unitRef,
  liability: z.enum(LIABILITIES),
  breach: z.string(),
  stage: z.string().nullable(),
  ground: z.string(),
  points: z.number(),
  amount: z.int(),
  proposedBy: personRef.nullable(),
  decision: z.object({ text: z.string(), by: personRef, at: z.string() }).nullable(),
  toldAt: z.string().nullable(),
  objectUntil: z.string().nullable(),
  objection: z.object({ text: z.string(), at: z.string() }).nullable(),
  review: z.object({ text: z.string(), by: personRef, at: z.string() }).nullable(),
});

export const sanctionLine = z.object({
  ...lineFrame,
  complaintId: z.uuid(),
  complaintNumber: z.string(),
  person: personRef.nullable(),
  unit: unitRef.nullable(),
  liability: z.enum(LIABILITIES),
  breach: z.string(),
  points: z.number(),
  amount: z.int(),
});

export type ProposeSanction = z.infer<typeof proposeSanction>;
export type DecideSanction = z.infer<typeof decideSanction>;
export type ObjectSanction = z.infer<typeof objectSanction>;
export type ReviewSanction = z.infer<typeof reviewSanction>;
export type SanctionView = z.infer<typeof sanctionView>;
export type SanctionLine = z.infer<typeof sanctionLine>;
