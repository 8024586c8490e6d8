/** Codes of the pack in what people send: known, or refused with the list (APL-1, issue 3 Bad input). */
import { invalidField } from '../appeals.errors';

export interface Entry {
  readonly code: string;
  readonly title: { readonly zh: string; readonly en: string };
}

const list = (entries: readonly Entry[]): string =>
  entries.map(({ code, title }) => `${code}（${title.zh}）`).join(', ');

/** The entry with that code or title. */
export const entryOf = <E extends Entry>(entries: readonly E[], given: string): E | undefined =>
  entries.find(({ code }) => code === given) ??
  entries.find(({ title }) => title.zh === given || title.en.toLowerCase() === given.toLowerCase());

/** The code; words as they are where the pack has no list; else 422 with the list. @param pointer `/business` */
export function codeOf(entries: readonly Entry[], given: string, pointer: string): string {
  const found = entryOf(entries, given);
  if (found) return found.code;
  if (entries.length === 0) return given;
  throw invalidField(
    pointer,
    `unknown-${pointer.slice(1)}`,
    `没有此项，可选 / not in the pack; choose one of: ${list(entries)}`,
  );
}

export const codesOf = (entries: readonly Entry[], given: readonly string[], pointer: string): readonly string[] => [
  ...new Set(given.map((one) => codeOf(entries, one, pointer))),
];

/** A code of the list, or words where the pack has no list or takes words of one's own. */
export function codeOrWords(
  entries: readonly Entry[],
  given: string,
  pointer: string,
  ownWords: boolean,
): { readonly code: string | null; readonly text: string } {
  const found = entryOf(entries, given);
  if (found) return { code: found.code, text: '' };
  if (ownWords || entries.length === 0) return { code: null, text: given };
  return { code: codeOf(entries, given, pointer), text: '' };
}

/** A code as views show it; words stand for themselves. */
export const shown = (entries: readonly Entry[], code: string): Entry =>
  entries.find((entry) => entry.code === code) ?? { code, title: { zh: code, en: code } };
