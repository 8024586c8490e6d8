/** What the revisit routes take and give (api.md, RVT-1 … RVT-4). */
import { z } from 'zod';

const text = (max: number) => z.string().trim().max(max);
const instant = z.iso.datetime({ offset: true });
const version = z.int().optional();

export const REVISIT_STATES = [
  'planned',
  'prepared',
  'calling',
  'not-reached',
  'moved',
  'waiting',
  'done',
  'cancelled',
] as const;
export type RevisitState = (typeof REVISIT_STATES)[number];

export const prepareTask = z.strictObject({ text: text(1000).optional(), version });
export const startTask = z.strictObject({ version });
export const resumeTask = z.strictObject({ version });
export const notReachedTask = z.strictObject({ text: text(1000).optional(), version });
export const moveTask = z.strictObject({ at: instant, reason: text(1000).optional(), version });
export const sendTask = z.strictObject({ way: z.string().min(1).max(20), version });
export const cancelTask = z.strictObject({ reason: text(1000).min(1), version });

export const taskResult = z
  .strictObject({
    outcome: z.enum(['reached', 'not-reached']),
    satisfied: z.union([z.boolean(), z.literal('fair')]).optional(),
    /** The customer's own words. */
    words: text(4000).optional(),
    machineWorks: z.boolean().optional(),
    /** Rating of the engineer, 1 (poor) to 5 (good). */
    rating: z.int().min(1).max(5).optional(),
    version,
  })
  .refine(({ outcome, satisfied }) => outcome === 'not-reached' || satisfied !== undefined, {
    path: ['satisfied'],
    error: '接通后须填写是否满意。 / Required when the customer was reached.',
  });

const person = z.object({ id: z.uuid(), name: z.string() });

export const revisitTaskView = z.object({
  id: z.uuid(),
  state: z.enum(REVISIT_STATES),
  version: z.int(),
  allowedActions: z.array(z.string()),
  /** Matters of the same customer are called in one call: tasks with the same `callId` (RVT-2). */
  callId: z.uuid(),
  subject: z.object({ module: z.string(), kind: z.string(), id: z.uuid() }),
  number: z.string(),
  round: z.int(),
  category: z.string(),
  customerId: z.uuid().nullable(),
  customerName: z.string(),
  phone: z.string(),
  site: z.string(),
  description: z.string(),
  /** What was done about it. */
  handling: z.string(),
  handler: person.nullable(),
  plannedFor: z.string(),
  dueAt: z.string().nullable(),
  preparedAt: z.string().nullable(),
  caller: person.nullable(),
  attempts: z.array(z.object({ at: z.string(), by: person, reached: z.boolean(), text: z.string() })),
  satisfied: z.union([z.boolean(), z.literal('fair')]).nullable(),
  machineWorks: z.boolean().nullable(),
  rating: z.int().nullable(),
  words: z.string(),
  revisitedAt: z.string().nullable(),
  cancelReason: z.string().nullable(),
});

export type TaskResult = z.infer<typeof taskResult>;
export type MoveTask = z.infer<typeof moveTask>;
export type RevisitTaskView = z.infer<typeof revisitTaskView>;
