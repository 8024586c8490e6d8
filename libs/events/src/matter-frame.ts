/** What every case of every module shows of itself: the frame its view and its list line stand in (api.md Conventions). */
import { z } from 'zod';

/** A person by id and name. */
export const personRef = z.object({ id: z.uuid(), name: z.string() });

/** A unit by id and name. */
export const unitRef = z.object({ id: z.uuid(), name: z.string() });

/** A clock of a case as its page shows it (DLN-1, DLN-3). */
export const deadlineLine = z.object({
  id: z.uuid(),
  stage: z.string(),
  policy: z.string(),
  state: z.string(),
  generation: z.int(),
  startedAt: z.string(),
  dueAt: z.string(),
  firstDueAt: z.string(),
  warnAt: z.string().nullable(),
  metAt: z.string().nullable(),
  late: z.boolean(),
  /** Code of the calendar by which it runs; the console counts the time left by it. */
  calendar: z.string(),
  pausedAt: z.string().nullable(),
  remainingSeconds: z.number().nullable(),
  provisional: z.boolean(),
  /** It ended because the case follows another, whose clocks hold for both. */
  merged: z.boolean().optional(),
});

/** Fields of every view: `z.object({ ...matterFrame, … })`. */
export const matterFrame = {
  id: z.uuid(),
  number: z.string(),
  state: z.string(),
  version: z.int(),
  /** What this reader may do now, in the order in which it is usually done. */
  allowedActions: z.array(z.string()),
  customerId: z.uuid().nullable(),
  createdAt: z.string(),
  /** Nearest open clock. */
  dueAt: z.string().nullable(),
  deadlines: z.array(deadlineLine),
};

/** Fields of every line of a list. */
export const lineFrame = {
  id: z.uuid(),
  number: z.string(),
  state: z.string(),
  createdAt: z.string(),
  dueAt: z.string().nullable(),
};

/** Parts of write bodies that every module asks for in the same way. */
export const input = {
  /** Up to `max` characters, may be empty. */
  text: (max: number) => z.string().trim().max(max),
  /** Up to `max` characters, not empty. */
  words: (max: number) => z.string().trim().max(max).min(1),
  instant: z.iso.datetime({ offset: true }),
  /** Local day. */
  day: z.iso.date(),
  /** Version of the record the client has seen; may stand in the body instead of `If-Match`. */
  version: z.int().optional(),
} as const;

export type PersonRef = z.infer<typeof personRef>;
export type UnitRef = z.infer<typeof unitRef>;
export type DeadlineLine = z.infer<typeof deadlineLine>;
export type MatterFrame = z.infer<z.ZodObject<typeof matterFrame>>;
export type LineFrame = z.infer<z.ZodObject<typeof lineFrame>>;
