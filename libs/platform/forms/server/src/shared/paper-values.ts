/** Kinds of values that shared papers hold. */
import { z } from 'zod';

/** Longest text of one field, characters: some six pages. */
const TEXT_AT_MOST = 10_000;

export const sharedText = z.string().max(TEXT_AT_MOST);

/** A day or an instant, as ISO text. */
export const sharedTime = z.union([z.iso.datetime({ offset: true }), z.iso.date()]);
