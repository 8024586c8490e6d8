/** Who is told what when steps fire: one notice a step, or after downtime one a person and subject (reliability.md §3.8). */
import type { Subject } from '@bihuan/plugin-kit';

/** A notice that a step asks for. */
export interface Notice {
  readonly subject: Subject;
  readonly to: readonly string[];
  readonly template: string;
  readonly params: Readonly<Record<string, string | number>>;
  readonly channels?: readonly string[];
}

/**
 * Of all notices to one person about one subject the last stays: notices come in the order in which their steps were
 * due, so it tells the present state. People left with the same notice share it.
 */
export function mergeNotices(notices: readonly Notice[]): Notice[] {
  const last = new Map<string, Notice>();
  for (const notice of notices) for (const person of notice.to) last.set(`${notice.subject.id}/${person}`, notice);
  return notices.flatMap((notice) => {
    const to = notice.to.filter((person) => last.get(`${notice.subject.id}/${person}`) === notice);
    return to.length > 0 ? [{ ...notice, to }] : [];
  });
}
