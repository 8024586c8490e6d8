/** Kinds of values that dispatch's papers share. */
import { z } from 'zod';

/** Longest text of one field, characters: some six pages. */
const TEXT_AT_MOST = 10_000;

export const paperText = z.string().max(TEXT_AT_MOST);

/** A picture inside the page itself, which may fetch nothing (S6). */
export const paperPicture = z.string().regex(/^data:image\/(png|jpeg|webp);base64,[A-Za-z0-9+/]+={0,2}$/);

/** An ISO date or instant. */
export const paperTime = z.union([z.iso.datetime({ offset: true }), z.iso.date()]);
