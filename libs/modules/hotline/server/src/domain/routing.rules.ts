/** HOT-7: which unit a form goes to; rules are pack data. */
import { invalidField } from '../hotline.errors';
import type { HotlineSection } from '../hotline.settings';

type Listed = { readonly code: string }[];

const listOf = (codes: Listed): string => codes.map(({ code }) => code).join(', ');

/** Unit codes for a category and sub-kind: the table's unit and the chart's alternatives. */
export function routeOf(
  section: HotlineSection,
  category: string,
  kind: string | null,
): { readonly unit: string; readonly alternatives: readonly string[] } | undefined {
  const fitting = section.routing.filter((rule) => rule.category === category);
  return fitting.find((rule) => rule.kind === (kind ?? undefined)) ?? fitting.find((rule) => rule.kind === undefined);
}

/** A category or sub-kind that the pack has not is refused with the list (hotline.md, bad input). */
export function demandCategory(section: HotlineSection, category: string, kind: string | undefined): void {
  const known = section.problemCategories.find(({ code }) => code === category);
  if (!known) {
    const list = listOf(section.problemCategories);
    throw invalidField('/category', 'unknown-category', `没有此类别，可选 / not in the pack; choose one of: ${list}`);
  }
  if (kind !== undefined && !known.kinds.some(({ code }) => code === kind)) {
    throw invalidField(
      '/kind',
      'unknown-kind',
      `没有此子类，可选 / not in the pack; choose one of: ${listOf(known.kinds)}`,
    );
  }
}

/** Channel and category of a contact must be in the pack. */
export function demandContactCodes(section: HotlineSection, channel: string, category: string): void {
  if (!section.channels.some(({ code }) => code === channel)) {
    throw invalidField('/channel', 'unknown-channel', `没有此渠道，可选 / choose one of: ${listOf(section.channels)}`);
  }
  const categories = [...section.contactCategories, ...section.problemCategories];
  if (!categories.some(({ code }) => code === category)) {
    throw invalidField('/category', 'unknown-category', `没有此类别，可选 / choose one of: ${listOf(categories)}`);
  }
}
