/** Lists by which a company sorts its complaints, and what comes first in a queue (CMP-1 … CMP-3). */
import { z } from 'zod';
import { GRAVITIES } from '@bihuan/complaints-contract';

export const title = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });
const entry = z.strictObject({ code: z.string(), title });

export const channelSchema = z.strictObject({
  code: z.string(),
  title,
  /** Nothing is recorded by tape: the customer signs (CMP-1b). */
  needsSignature: z.boolean().default(false),
  recorded: z.boolean().default(false),
  /** Way of the answer that follows this channel (CMP-8c). */
  way: z.string().optional(),
});

export const kindSchema = z.strictObject({
  code: z.string(),
  title,
  /** Says nothing of who is in charge: it goes to the business department (CMP-7a). */
  unclear: z.boolean().default(false),
  /** Feedback goes straight there instead of up the same road (CMP-7d). */
  feedbackTo: z.enum(['intake', 'business']).optional(),
});

export const businessSchema = z.strictObject({
  code: z.string(),
  title,
  group: z.string().optional(),
  /** Kinds of this line of business: other pairs are refused. */
  kinds: z.array(z.string()),
  /** Facts it adds to the choice of limits: `3g` (CMP-4a). */
  facts: z.array(z.string()).default([]),
});

export const classesShape = {
  channels: z.array(channelSchema).min(1),
  /** Channel of what another employee passes on (CMP-1a). */
  passedOnChannel: z.string(),
  /** Channel of another module's event → ours; others count as `passedOnChannel`. */
  channelOf: z.record(z.string(), z.string()).default({}),
  businesses: z.array(businessSchema),
  kinds: z.array(kindSchema),
  levels: z.array(entry),
  /** Level of a cross-province complaint. */
  crossProvinceLevel: z.string().optional(),
  symptoms: z.array(entry),
  /** Empty: the cause is free text. */
  causes: z.array(entry),
  /** Ways of the answer. */
  ways: z.array(entry).min(1),
  marks: z.array(entry),
  compensations: z.array(entry),
  /** Class of the customer → importance 1 … 9, the highest first; others have 0. */
  importance: z.record(z.string(), z.int().min(0).max(9)),
  /** Mark of gravity → weight 1 … 9. */
  gravity: z.record(z.enum(GRAVITIES), z.int().min(0).max(9)),
  /** CMP-3a: classes whose queue is kept for the holders of these positions while one of them is on duty. */
  reserved: z.array(z.strictObject({ classes: z.array(z.string()).min(1), positions: z.array(z.string()).min(1) })),
};

export type ChannelSetting = z.infer<typeof channelSchema>;
export type BusinessSetting = z.infer<typeof businessSchema>;
