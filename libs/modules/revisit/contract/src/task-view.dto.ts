/** A revisit task as the API shows it (RVT-1 … RVT-4). */
import { lineFrame, matterFrame, personRef } from '@bihuan/events';
import { z } from 'zod';
import { PURPOSES, REVISIT_EVENTS, REVISIT_STATES, TROUBLES, WAYS } from './task.dto';

const satisfied = z.union([z.boolean(), z.literal('fair')]).nullable();

const taskFields = {
  state: z.enum(REVISIT_STATES),
  version: z.int(),
  allowedActions: z.array(z.string()),
  customerId: z.uuid().nullable(),
  /** Matters of the same customer are called in one call: tasks with the same `callId` (RVT-2). */
  callId: z.uuid(),
  event: z.enum(REVISIT_EVENTS),
  subject: z.object({ module: z.string(), kind: z.string(), id: z.uuid() }),
  round: z.int(),
  category: z.string(),
  customerName: z.string(),
  phone: z.string(),
  site: z.string(),
  description: z.string(),
  /** What was done about it. */
  handling: z.string(),
  handler: personRef.nullable(),
  faultGrade: z.int().nullable(),
  /** When the matter ended: the service, the fault, the complaint. */
  concludedAt: z.string(),
  /** Marks of customer and case that choose the way, such as `vip` (RVT-1e). */
  marks: z.array(z.string()),
  plannedFor: z.string(),
  /** The end of the time for it, by the date agreed with the customer where there is one (RVT-1c). */
  limitAt: z.string(),
  moves: z.array(z.object({ from: z.string(), to: z.string(), at: z.string(), by: personRef, reason: z.string() })),
  assignee: personRef.nullable(),
  preparedAt: z.string().nullable(),
  caller: personRef.nullable(),
  purpose: z.enum(PURPOSES),
  /** Ways in which it is to be made, all of them (RVT-1e). */
  ways: z.array(z.enum(WAYS)),
  waysDone: z.array(z.enum(WAYS)),
  /** The way it is being made now. */
  way: z.enum(WAYS).nullable(),
  /** Ways in which a questionnaire may be sent instead (RVT-2). */
  writtenWays: z.array(z.enum(WAYS)),
  sentAt: z.string().nullable(),
  /** Limits of the script and what went over them; shown, never blocked (RVT-3a). */
  script: z.object({
    questionLimit: z.int().nullable(),
    secondsTarget: z.int().nullable(),
    mayLeave: z.boolean(),
    over: z.array(z.enum(['questions', 'length'])),
  }),
  attempts: z.array(
    z.object({
      at: z.string(),
      by: personRef,
      way: z.enum(WAYS),
      reached: z.boolean(),
      text: z.string(),
      satisfied: satisfied.optional(),
      machineWorks: z.boolean().nullable().optional(),
      rating: z.int().nullable().optional(),
      sentTo: z.array(z.string()).optional(),
    }),
  ),
  satisfied,
  /** Does the answer count as satisfied; which branch of the script it takes (RVT-3b). */
  countsAsSatisfied: z.boolean().nullable(),
  branch: z.enum(['satisfied', 'not-satisfied']).nullable(),
  machineWorks: z.boolean().nullable(),
  rating: z.int().nullable(),
  words: z.string(),
  about: z.string(),
  improve: z.string(),
  promised: z.string(),
  suggestion: z.string(),
  trouble: z.enum(TROUBLES).nullable(),
  questions: z.int().nullable(),
  /** Length of the last talk. */
  seconds: z.int().nullable(),
  leftScript: z.string(),
  recording: z.string(),
  /** What the task waits for: `matter`, `order`, `complaint` (RVT-4). */
  waitsFor: z.array(z.string()),
  complaint: z.object({ id: z.uuid(), number: z.string() }).nullable(),
  revisitedAt: z.string().nullable(),
  cancelReason: z.string().nullable(),
};

/** A line of the list: everything but the clocks. */
export const revisitTaskView = z.object({ ...lineFrame, ...taskFields });

/** One task with its clocks. */
export const revisitTaskDetail = z.object({ ...matterFrame, ...taskFields });

export type RevisitTaskView = z.infer<typeof revisitTaskView>;
export type RevisitTaskDetail = z.infer<typeof revisitTaskDetail>;
