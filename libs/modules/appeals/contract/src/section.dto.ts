/** What the console reads of the pack for its lists: `GET /api/packs/active` → `modules.appeals`. */
import { z } from 'zod';
import { CIRCULATION_GROUNDS, CONCLUSIONS } from './appeal-words.dto';

const title = z.strictObject({ zh: z.string(), en: z.string() });
const entry = z.strictObject({ code: z.string(), title });

/** The appeals section of a pack (PCK-1): every list, weight and text of this module. */
export const appealsSection = z.strictObject({
  /**
   * Whose case numbers they are; appeals that come straight to headquarters or a province have entries too (APL-1).
   * An empty list takes words, here and in the lists below.
   */
  regulators: z.array(entry),
  channels: z.array(entry),
  businesses: z.array(entry),
  natures: z.array(entry),
  /** The gravest first (APL-2b). */
  gravities: z.array(entry),
  /** Codes of `customerLevels` that get the lower limits (APL-2a). */
  vipLevels: z.array(z.string()),
  /** Codes of deadline policies by clock; their variants hold the lower limits (APL-2a). */
  clocks: z.strictObject({
    desk: z.strictObject({ policy: z.string() }),
    branch: z.strictObject({ policy: z.string() }),
    headquarters: z.strictObject({ policy: z.string() }),
    /** Working days of that calendar, and never fewer hours (RD-11). */
    outer: z.strictObject({ policy: z.string(), calendar: z.string(), notShorterThanHours: z.number().positive() }),
    regulator: z.strictObject({ policy: z.string() }),
  }),
  /** Each conclusion with the grounds of its definition (APL-6). */
  conclusions: z
    .array(
      entry.extend({
        code: z.enum(CONCLUSIONS),
        /** Whose it is unless said (责任归属). */
        attribution: z.string(),
        grounds: z.array(
          entry.extend({
            /** Court or body must be named (APL-6c). */
            needsBody: z.boolean(),
            /** Proposed where no report was there at the regulator's date (APL-6a). */
            missingReport: z.boolean(),
          }),
        ),
        /** Grounds in one's own words are taken. */
        ownWords: z.boolean(),
      }),
    )
    .length(CONCLUSIONS.length),
  attributions: z.array(entry).min(1),
  /** Empty: free text. */
  causes: z.array(entry),
  /** Kinds of liability (责任类别); empty: free text. */
  liabilities: z.array(entry),
  /** Statistics tags that closing asks for (APL-6d); a group without tags takes any word. */
  tagGroups: z.array(entry.extend({ required: z.boolean(), tags: z.array(entry) })),
  /** A report sent back so often proposes a circulation (APL-8). */
  poorReportRounds: z.int().positive(),
  /** A case delayed within so many days of a change of contact person proposes one (APL-9). */
  contactChangeDays: z.int().positive(),
  /** By ground: title and the rule it rests on (form 28). */
  circulations: z
    .array(z.strictObject({ ground: z.enum(CIRCULATION_GROUNDS), title, basis: z.string() }))
    .length(CIRCULATION_GROUNDS.length),
  /** Recipient roles of the pack who are asked to decide on a proposed circulation. */
  decidedBy: z.array(z.string()).min(1),
  /** Shown while deciding (APL-10). */
  principles: z.array(entry).min(1),
});

export type AppealsSection = z.infer<typeof appealsSection>;
export type SectionEntry = z.infer<typeof entry>;
