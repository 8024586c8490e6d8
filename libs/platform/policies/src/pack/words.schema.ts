/** Small words of a pack: codes and titles. */
import { z } from 'zod';

/** English words of the specification in kebab-case: `web-question`. */
export const codeSchema = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'expected words in kebab-case');

/** A code with a room in front: `hotline.referral`. */
export const dottedCodeSchema = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*$/, 'expected words in kebab-case, with dots between');

export const titleSchema = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });

/** An entry of a dictionary. */
export const entrySchema = z.strictObject({ code: codeSchema, title: titleSchema });

export type Entry = z.output<typeof entrySchema>;
