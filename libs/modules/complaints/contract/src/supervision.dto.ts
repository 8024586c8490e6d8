/** Supervision orders (督办, CMP-20, CMP-4c): by decision or by themselves, and the reply. */
import { z } from 'zod';
import { input, lineFrame, matterFrame, personRef, unitRef } from '@bihuan/events';

const { words, version } = input;

export const replySupervision = z.strictObject({ text: words(4000), version });

export const SUPERVISION_STATES = ['issued', 'replied', 'lifted'] as const;
export type SupervisionState = (typeof SUPERVISION_STATES)[number];

export const supervisionView = z.object({
  ...matterFrame,
  state: z.enum(SUPERVISION_STATES),
  complaintId: z.uuid(),
  complaintNumber: z.string(),
  /** Issued by the suite because a warning was ignored; counted apart (CMP-20). */
  automatic: z.boolean(),
  ground: z.string(),
  stage: z.string().nullable(),
  issuingUnit: unitRef.nullable(),
  unit: unitRef,
  person: personRef.nullable(),
  instruction: z.string(),
  requiredReply: z.string(),
  replyDueAt: z.string(),
  issuedBy: personRef.nullable(),
  reply: z.object({ text: z.string(), by: personRef, at: z.string() }).nullable(),
});

export const supervisionLine = z.object({
  ...lineFrame,
  complaintId: z.uuid(),
  complaintNumber: z.string(),
  automatic: z.boolean(),
  ground: z.string(),
  unit: unitRef.nullable(),
  person: personRef.nullable(),
});

export type ReplySupervision = z.infer<typeof replySupervision>;
export type SupervisionView = z.infer<typeof supervisionView>;
export type SupervisionLine = z.infer<typeof supervisionLine>;
