/** Bodies of the webhook routes (EVT-3). */
import { z } from 'zod';

const name = z.string().trim().min(1).max(100);
const url = z.string().trim().min(1).max(2_000);
const events = z.array(z.string().max(200)).min(1).max(200);

export const addEndpointSchema = z.strictObject({
  name,
  url,
  events,
  /** Customers' values go out too; without it they do not (CUS-5). */
  personal: z.boolean().default(false),
});
export type AddEndpoint = z.output<typeof addEndpointSchema>;

export const changeEndpointSchema = z.strictObject({
  version: z.int().optional(),
  name: name.optional(),
  url: url.optional(),
  events: events.optional(),
  personal: z.boolean().optional(),
});
export type ChangeEndpoint = z.output<typeof changeEndpointSchema>;

export const versionSchema = z.strictObject({ version: z.int().optional() });
export type Versioned = z.output<typeof versionSchema>;

export const replaySchema = z.strictObject({
  /** Events that happened at this instant or later. */
  from: z.iso.datetime({ offset: true }),
});
export type Replay = z.output<typeof replaySchema>;

export const nothing = z.strictObject({});
export type Nothing = z.output<typeof nothing>;
