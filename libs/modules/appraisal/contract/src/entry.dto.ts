/** Records behind a sheet: daily incentives, HR's breaches, checks, and what other modules tell (APR-2, APR-3, APR-7). */
import { input, personRef } from '@bihuan/events';
import { z } from 'zod';

/** Entered by hand (api.md). */
export const HAND_ENTRIES = ['incentive', 'breach', 'check'] as const;
export type HandEntry = (typeof HAND_ENTRIES)[number];

/** All kinds; those after the three come by event or file. */
export const ENTRY_KINDS = [
  ...HAND_ENTRIES,
  'hr-score',
  'sanction',
  'repair-grade',
  'dispatch-fault',
  'evaluation',
  'appeal-liability',
] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

export const makeEntry = z.strictObject({
  employeeId: z.uuid(),
  /** Local day of what it is about. */
  date: input.day,
  entry: z.enum(HAND_ENTRIES),
  /** Incentive: points given (+) or taken (−). Breach: within the range of its code. Check: per cent right. */
  points: z.number().min(-100).max(100).optional(),
  /** Breach: of the catalogue. Check: which one; a case such as a mistake needs no points. */
  code: z.string().min(1).max(60).optional(),
  ground: input.words(1000),
  witness: input.text(100).optional(),
});

export const withdrawEntry = z.strictObject({ reason: input.words(1000), version: input.version });

export const entryView = z.object({
  id: z.uuid(),
  version: z.int(),
  state: z.enum(['counted', 'withdrawn']),
  entry: z.enum(ENTRY_KINDS),
  employee: personRef.nullable(),
  unitId: z.uuid(),
  date: z.string(),
  period: z.string(),
  correctionOf: z.string().nullable(),
  code: z.string().nullable(),
  points: z.number().nullable(),
  amount: z.int(),
  ground: z.string(),
  witness: z.string(),
  number: z.string().nullable(),
  by: z.string(),
  at: z.string(),
  withdrawn: z.object({ by: z.string(), at: z.string(), reason: z.string() }).nullable(),
  allowedActions: z.array(z.string()),
});

/** A call noted by hand where no revisit module makes it (APR-1a, EVT-2). */
export const noteSample = z
  .strictObject({
    outcome: z.enum(['reached', 'not-reached']),
    good: z.boolean().optional(),
    ground: input.words(1000),
  })
  .refine(({ outcome, good }) => outcome === 'not-reached' || good !== undefined, {
    path: ['good'],
    error: '接通后须填写好评与否。 / Required when the customer was reached.',
  });

export type MakeEntry = z.infer<typeof makeEntry>;
export type WithdrawEntry = z.infer<typeof withdrawEntry>;
export type EntryView = z.infer<typeof entryView>;
export type NoteSample = z.infer<typeof noteSample>;
