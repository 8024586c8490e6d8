/** How many copies a form has, and to whom each goes: fixed ones, or one to each entry of a list on the paper (FRM-2). */
import type { AnyFormDefinition, FormLanguage } from './form-definition';
import { textAt, valueAt } from './page/form-page';

/** A distribution list is a list of units or persons of one firm. */
export const COPIES_AT_MOST = 60;

/** Copies of this paper; at least one. */
export function copyCount({ copies, copiesKey }: AnyFormDefinition, data: unknown): number {
  if (copiesKey === undefined) return copies.length;
  const list = valueAt(data, copiesKey);
  return Math.min(COPIES_AT_MOST, Math.max(1, Array.isArray(list) ? list.length : 0));
}

/**
 * Label with holder of a copy, as it is stamped; `undefined` where the form has no such copy.
 *
 * @param index from 0
 */
export function copyText(
  definition: AnyFormDefinition,
  index: number,
  data: unknown,
  lang: FormLanguage,
): string | undefined {
  const { copies, copiesKey } = definition;
  const language = lang === 'en' ? 'en' : 'zh';
  if (copiesKey !== undefined) {
    if (index >= copyCount(definition, data)) return undefined;
    const [{ label }] = copies;
    return `${label[language].replace('{n}', String(index + 1))} ${textAt(data, `${copiesKey}.${index}`)}`.trimEnd();
  }
  const copy = copies[index];
  if (!copy) return undefined;
  const { label, holder } = copy;
  const named = 'dataKey' in holder ? textAt(data, holder.dataKey) || holder.fallback[language] : holder[language];
  return `${label[language]} ${named}`;
}
