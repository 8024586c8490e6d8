/** One screen of history: what every module has of a customer or site, merged by time (CUS-2). */
import { Injectable } from '@nestjs/common';
import type { UserActor } from '@bihuan/plugin-kit';
import type { HistoryItem, HistoryQuestion } from './registries';
import { HistoryParts } from './registries';

export type Direction = 'newest-first' | 'oldest-first';

@Injectable()
export class CustomerHistory {
  constructor(private readonly parts: HistoryParts) {}

  async of(actor: UserActor, question: HistoryQuestion, direction: Direction): Promise<HistoryItem[]> {
    const lists = await Promise.all(this.parts.values().map((part) => part.history(actor, question)));
    return merged(lists, direction);
  }
}

/** By instant; at the same instant by subject, so that pages do not shift. */
export function merged(lists: readonly (readonly HistoryItem[])[], direction: Direction): HistoryItem[] {
  const sign = direction === 'newest-first' ? -1 : 1;
  return lists.flat().sort((a, b) => sign * compare(positionOf(a), positionOf(b)));
}

/** Where a page ends. */
export const positionOf = (item: HistoryItem): readonly [string, string] => [
  item.at.toISOString(),
  `${item.subject.module}:${item.kind}:${item.subject.id}`,
];

/** The items behind a position. */
export function behind(
  items: readonly HistoryItem[],
  position: readonly [string, string],
  direction: Direction,
): readonly HistoryItem[] {
  const sign = direction === 'newest-first' ? -1 : 1;
  return items.filter((item) => sign * compare(positionOf(item), position) > 0);
}

function compare([at, key]: readonly [string, string], [otherAt, otherKey]: readonly [string, string]): number {
  if (at !== otherAt) return at < otherAt ? -1 : 1;
  if (key === otherKey) return 0;
  return key < otherKey ? -1 : 1;
}
