/** Kinds of values that the papers of complaints share. */
import { z } from 'zod';

/** Longest text of one field, characters: some six pages. */
const TEXT_AT_MOST = 10_000;

export const paperText = z.string().max(TEXT_AT_MOST);

/** An ISO date or instant. */
export const paperTime = z.union([z.iso.datetime({ offset: true }), z.iso.date()]);

/** A text with who signed it and when. */
export const signedEntry = z.object({ text: paperText.optional(), by: paperText.optional(), at: paperTime.optional() });

/** One copy for the unit that keeps it. */
export const oneCopy = (zh: string, en: string) =>
  [{ label: { zh: '第一联', en: 'Copy 1' }, holder: { zh, en } }] as const;
