/** Short ways to write what packs are full of: entries, templates, forms, notes. */
import type { FormInUse, Note, Title } from '../pack-part';

export type Words = readonly [zh: string, en: string];

export const both = ([zh, en]: Words): Title => ({ zh, en });

export const entry = (code: string, zh: string, en: string) => ({ code, title: { zh, en } });

/** Text of a notice. Nothing personal stands in it: the record is opened by its number (CUS-5). */
export const template = (code: string, title: Words, text: Words) => ({ code, title: both(title), text: both(text) });

export const form = (code: string, zh: string, en: string, copies: readonly string[]): FormInUse => ({
  code,
  title: { zh, en },
  copies,
});

/** The figure is in the seed. */
export const seed = (path: string, text: string): Note => ({ path, kind: 'seed', text });

/** The figure is in no seed. */
export const chosen = (path: string, text: string): Note => ({ path, kind: 'chosen', text });

/** The seed is unclear; `text` names the reading, such as RD-2. */
export const reading = (path: string, text: string): Note => ({ path, kind: 'reading', text });

interface Lines {
  readonly title: Words;
  readonly text: Words;
  /** What the officer heeds; not spoken. */
  readonly hint?: Words;
  readonly branch?: string;
}

/** A text of the script library, at a step of a desk (SCR-1). */
export const script = (desk: string, step: string, { title, text, hint, branch }: Lines) => ({
  desk,
  step,
  ...(branch ? { branch } : {}),
  title: both(title),
  text: both(text),
  ...(hint ? { hint: both(hint) } : {}),
});
