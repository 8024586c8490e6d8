/** Kinds of values that dispatch's papers share. */
import { z } from 'zod';

/** Longest text of one field, characters: some six pages. */
const TEXT_AT_MOST = 10_000;

export const paperText = z.string().max(TEXT_AT_MOST);

/** An ISO date or instant. */
export const paperTime = z.union([z.iso.datetime({ offset: true }), z.iso.date()]);
