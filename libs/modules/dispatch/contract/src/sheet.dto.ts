/** The service sheet, its left-over items and its signature (DSP-8, DSP-8a, DSP-8b). */
import { z } from 'zod';
import { input, personRef } from '@bihuan/events';

const { text, words, version } = input;

export const sheetPart = z.strictObject({
  name: words(200),
  serial: text(100).optional(),
  quantity: z.int().min(1).max(10_000),
});

/** What could not be solved on site, with the measure agreed with the customer; it becomes a follow-up order. */
export const leftOverItem = z.strictObject({ text: words(1000), measure: words(1000) });

/** Fills the sheet in; what is given replaces what stood there. */
export const fillSheet = z.strictObject({
  parts: z.array(sheetPart).max(100).optional(),
  /** Working time. */
  minutes: z.int().min(0).max(100_000).optional(),
  /** Fen. */
  charge: z.int().min(0).max(1_000_000_000).optional(),
  text: text(4000).optional(),
  leftOver: z.array(leftOverItem).max(20).optional(),
  version,
});

export const sendCode = z.strictObject({ version });

export const signOrder = z.strictObject({
  /** Who signs: a person of the customer's. */
  name: words(100),
  code: z
    .string()
    .regex(/^\d{4,9}$/)
    .optional(),
  /** The signature drawn on the screen, or a photograph of the seal. */
  attachmentId: z.uuid().optional(),
  /** Where it is signed; absent: the site of the order. */
  place: text(300).optional(),
  /** Device on which it is signed; absent: what the browser says of itself. */
  device: text(200).optional(),
  /** The customer's remark (顾客对服务的评价). */
  remark: text(2000).optional(),
  /** 1 (poor) up to the pack's highest. */
  rating: z.int().min(1).optional(),
  version,
});

export const sheetView = z.object({
  parts: z.array(z.object({ name: z.string(), serial: z.string(), quantity: z.int() })),
  minutes: z.int().nullable(),
  charge: z.int().nullable(),
  text: z.string(),
  leftOver: z.array(z.object({ text: z.string(), measure: z.string() })),
});

export const signatureView = z.object({
  name: z.string(),
  at: z.string(),
  place: z.string(),
  device: z.string(),
  /** Whose session it was made in. */
  by: personRef,
  /** The customer's code was given. */
  withCode: z.boolean(),
  /** Made in the house's own session without the customer's code: shown wherever the signature is (DSP-8a). */
  marked: z.boolean(),
  attachmentId: z.uuid().nullable(),
});

export type SheetPart = z.infer<typeof sheetPart>;
export type LeftOverItem = z.infer<typeof leftOverItem>;
export type FillSheet = z.infer<typeof fillSheet>;
export type SendCode = z.infer<typeof sendCode>;
export type SignOrder = z.infer<typeof signOrder>;
export type SheetView = z.infer<typeof sheetView>;
export type SignatureView = z.infer<typeof signatureView>;
