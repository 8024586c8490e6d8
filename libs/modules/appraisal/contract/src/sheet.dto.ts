/** What the sheet routes take and give (api.md; APR-1, APR-2, APR-5, APR-7). */
import { input, lineFrame, matterFrame, personRef } from '@bihuan/events';
import { z } from 'zod';
import { ENTRY_KINDS } from './entry.dto';
import { bandView, GROUPS, SCORERS, title } from './template.dto';

export const SHEET_STATES = ['open', 'self-scored', 'head-scored', 'released'] as const;
export type SheetState = (typeof SHEET_STATES)[number];

export const PERIOD = /^\d{4}-(0[1-9]|1[0-2])$/;

const scoredItem = z.strictObject({
  item: z.string().min(1).max(60),
  /** Whole points only (RD-33). */
  points: z.int(),
  ground: input.text(1000).optional(),
});

const items = z.array(scoredItem).min(1).max(100);

export const selfScore = z.strictObject({ items, version: input.version });
export const headScore = z.strictObject({ items, version: input.version });
export const releaseSheet = z.strictObject({ text: input.text(1000).optional(), version: input.version });

/** One record behind a figure: where it comes from, and what it says (APR-7, APR-8). */
export const sourceView = z.object({
  id: z.uuid(),
  kind: z.enum(ENTRY_KINDS),
  code: z.string().nullable(),
  date: z.string(),
  /** Points, per cent of a check, or the mark of an evaluation; `null` where it has none. */
  points: z.number().nullable(),
  /** Fen; what the person pays is negative. */
  amount: z.int(),
  ground: z.string(),
  witness: z.string(),
  /** Number of the matter in the module it comes from. */
  number: z.string().nullable(),
  /** Who entered it, or the file it came in. */
  by: z.string(),
  at: z.string(),
  /** Period it belongs to where that was frozen already (APR-7). */
  correctionOf: z.string().nullable(),
});

/** The calls to customers of the month (APR-1a). */
export const sampleSummary = z.object({
  drawn: z.int(),
  reached: z.int(),
  good: z.int(),
  /** So many must be reached. */
  minimum: z.int(),
  calls: z.array(
    z.object({
      id: z.uuid(),
      number: z.string(),
      state: z.enum(['requested', 'reached', 'not-made']),
      good: z.boolean().nullable(),
      at: z.string().nullable(),
      /** The revisit that was made for it; `null` where it was noted here. */
      taskId: z.uuid().nullable(),
    }),
  ),
});

export const BASES = ['head', 'formula', 'import', 'decision', 'none'] as const;

export const scoredItemView = z.object({
  code: z.string(),
  title,
  weight: z.int(),
  standard: title,
  bands: z.array(bandView),
  scoredBy: z.enum(SCORERS),
  self: z.number().nullable(),
  selfGround: z.string(),
  /** The points that count; `null` while there are none. */
  points: z.number().nullable(),
  headGround: z.string(),
  /** Where the points come from. */
  basis: z.enum(BASES),
  /** How they were found: `10 × 8 ÷ 10 = 8`. */
  arithmetic: z.string(),
  /** Why the head must decide: too few calls, nothing recorded. */
  undecided: z.enum(['too-few', 'no-records']).nullable(),
  /** Ids of the records behind it. */
  sources: z.array(z.uuid()),
});

export const partView = z.object({
  code: z.string(),
  title,
  group: z.enum(GROUPS),
  weight: z.int(),
  points: z.number().nullable(),
  items: z.array(scoredItemView),
});

export const totalsView = z.object({
  /** The main part as it adds up, incentives among it, before it is kept within its bounds (APR-2, RD-32). */
  uncapped: z.number().nullable(),
  main: z.number().nullable(),
  mainWeight: z.int(),
  /** The bounds of the main part changed the sum: shown as a flag. */
  capped: z.boolean(),
  /** What daily incentives add or take away. */
  incentive: z.number(),
  satisfaction: z.number().nullable(),
  hr: z.number().nullable(),
  total: z.number().nullable(),
  /** What the person would have by his own scores: shown, never counted. */
  self: z.number().nullable(),
});

const attendance = z.object({ present: z.int(), late: z.int(), absent: z.int(), leave: z.int() });

const sheetFields = {
  period: z.string(),
  employeeId: z.uuid(),
  employee: personRef,
  staffNumber: z.string(),
  unit: z.object({ id: z.uuid(), name: z.string() }),
  head: personRef.nullable(),
  total: z.number().nullable(),
  /** Self score and head's score: when they came, and whether after the cut-off (APR-5). */
  selfAt: z.string().nullable(),
  headAt: z.string().nullable(),
  selfLate: z.boolean(),
  headLate: z.boolean(),
  /** Neither is there and the cut-off has passed. */
  overdue: z.array(z.enum(['self-score', 'head-score', 'release'])),
};

export const sheetView = z.object({
  ...matterFrame,
  ...sheetFields,
  cutOffs: z.object({ self: z.string(), head: z.string(), latest: z.string() }),
  parts: z.array(partView),
  totals: totalsView,
  sources: z.array(sourceView),
  sample: sampleSummary.nullable(),
  attendance,
  /** Sources stand: what comes later is a correction of the next month. */
  frozenAt: z.string().nullable(),
  /** What still keeps it from being released. */
  missing: z.array(z.string()),
  released: z.object({ at: z.string(), by: personRef, hash: z.string(), intact: z.boolean() }).nullable(),
});

export const sheetLine = z.object({
  ...lineFrame,
  ...sheetFields,
  version: z.int(),
  allowedActions: z.array(z.string()),
  parts: z.array(
    z.object({ code: z.string(), title, group: z.enum(GROUPS), weight: z.int(), points: z.number().nullable() }),
  ),
  totals: totalsView,
});

export type ScoredItemInput = z.infer<typeof scoredItem>;
export type ScoreInput = z.infer<typeof headScore>;
export type ReleaseInput = z.infer<typeof releaseSheet>;
export type SourceView = z.infer<typeof sourceView>;
export type SampleSummary = z.infer<typeof sampleSummary>;
export type ScoredItemView = z.infer<typeof scoredItemView>;
export type PartView = z.infer<typeof partView>;
export type TotalsView = z.infer<typeof totalsView>;
export type SheetView = z.infer<typeof sheetView>;
export type SheetLine = z.infer<typeof sheetLine>;
export type AttendanceView = z.infer<typeof attendance>;
export type Basis = (typeof BASES)[number];
