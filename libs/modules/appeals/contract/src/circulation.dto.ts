/** Circulations (通报) proposed by a case and decided by name (APL-8, APL-9, form 28). */
import { input, lineFrame, matterFrame, personRef, unitRef } from '@bihuan/events';
import { z } from 'zod';
import { CIRCULATION_GROUNDS, CIRCULATION_STATES } from './appeal-words.dto';

const { text, words, version } = input;

export const decideCirculation = z.strictObject({
  /** 处理: what is decided. */
  decision: words(4000),
  /** 依据; absent: the rule the pack names for the ground. */
  basis: text(4000).optional(),
  /** 要求. */
  demand: text(4000).optional(),
  /** Persons held liable besides the branch. */
  employeeIds: z.array(z.uuid()).max(20).optional(),
  /** Units on the distribution list; absent: all units. */
  unitIds: z.array(z.uuid()).min(1).max(60).optional(),
  version,
});

export const dropCirculation = z.strictObject({ reason: words(1000), version });

/** A unit of the distribution list, and whether its reader has read the circulation. */
export const readReceipt = z.object({
  unit: unitRef,
  reader: personRef.nullable(),
  sentAt: z.string().nullable(),
  readAt: z.string().nullable(),
});

export const circulationView = z.object({
  ...matterFrame,
  state: z.enum(CIRCULATION_STATES),
  ground: z.enum(CIRCULATION_GROUNDS),
  groundTitle: z.object({ zh: z.string(), en: z.string() }),
  appeal: z.object({ id: z.uuid(), number: z.string(), caseNumber: z.string() }),
  /** Branch named in it. */
  unit: unitRef,
  persons: z.array(personRef),
  /** Facts that proposed it: instants, rounds, who was contact person. */
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
  basis: z.string(),
  decision: z.string(),
  demand: z.string(),
  reason: z.string(),
  decidedBy: personRef.nullable(),
  decidedAt: z.string().nullable(),
  /** Distribution list with read receipts. */
  receipts: z.array(readReceipt),
});

export const circulationLine = z.object({
  ...lineFrame,
  state: z.enum(CIRCULATION_STATES),
  ground: z.enum(CIRCULATION_GROUNDS),
  groundTitle: z.object({ zh: z.string(), en: z.string() }),
  appealNumber: z.string(),
  unit: unitRef,
});

export type DecideCirculation = z.infer<typeof decideCirculation>;
export type DropCirculation = z.infer<typeof dropCirculation>;
export type ReadReceipt = z.infer<typeof readReceipt>;
export type CirculationView = z.infer<typeof circulationView>;
export type CirculationLine = z.infer<typeof circulationLine>;
