/** The file for HR and its receipt (APR-9). The columns are described in docs/guides/hr-file.md. */
import { input } from '@bihuan/events';
import { z } from 'zod';

export const HR_FILE_SCHEMA = 'bihuan.hr-file';
/** Raised with every change of the columns or their meaning. */
export const HR_FILE_VERSION = 1;
export const HR_FILE_FORMATS = ['xlsx', 'csv', 'json'] as const;
export type HrFileFormat = (typeof HR_FILE_FORMATS)[number];

export const hrRow = z.object({
  period: z.string(),
  batch: z.string(),
  staffNumber: z.string(),
  name: z.string(),
  unit: z.string(),
  /** Points by code of the part. */
  parts: z.record(z.string(), z.number()),
  total: z.number(),
  /** Fen; what the person pays is negative. */
  money: z.int(),
  ground: z.string(),
});

export const hrFile = z.object({
  schema: z.literal(HR_FILE_SCHEMA),
  version: z.literal(HR_FILE_VERSION),
  period: z.string(),
  batch: z.string(),
  parts: z.array(z.object({ code: z.string(), title: z.object({ zh: z.string(), en: z.string() }) })),
  rows: z.array(hrRow),
  control: z.object({ rows: z.int(), total: z.number(), money: z.int() }),
});

export const hrReceipt = z.strictObject({
  batch: z.string().min(1).max(60),
  rows: z
    .array(
      z.strictObject({
        staffNumber: z.string().min(1).max(32),
        accepted: z.boolean(),
        reason: input.text(500).optional(),
      }),
    )
    .min(1)
    .max(10_000),
});

export const receiptRow = z.object({
  staffNumber: z.string(),
  name: z.string(),
  state: z.enum(['sent', 'accepted', 'refused']),
  reason: z.string(),
});

export const receiptView = z.object({
  batch: z.string(),
  period: z.string(),
  accepted: z.int(),
  refused: z.int(),
  /** Sent, but not answered yet. */
  open: z.int(),
  rows: z.array(receiptRow),
});

export const batchView = z.object({
  batch: z.string(),
  period: z.string(),
  madeAt: z.string(),
  rows: z.int(),
  total: z.number(),
  money: z.int(),
  accepted: z.int(),
  refused: z.int(),
});

export type HrRow = z.infer<typeof hrRow>;
export type HrFile = z.infer<typeof hrFile>;
export type HrReceipt = z.infer<typeof hrReceipt>;
export type ReceiptRow = z.infer<typeof receiptRow>;
export type ReceiptView = z.infer<typeof receiptView>;
export type BatchView = z.infer<typeof batchView>;
