/** The clock of a line in a list: the running deadline of its matter, else its due instant in words. */
import { useLanguage } from '../i18n/texts';
import type { SubjectRef } from '../registry/define-pages';
import { nearestClock, type Clock } from './clock';
import { DeadlineBadge } from './deadline-badge';
import { formatShort } from './format';
import { useOpenClocks } from './subject-clocks';
import { useNow } from './use-now';

/** Of a matter's open clocks the one that is due when the line says, else the nearest. */
export function matterClock<C extends Clock>(clocks: readonly C[], dueAt: string | null, exact = false): C | undefined {
  const due = dueAt ? Date.parse(dueAt) : undefined;
  return clocks.find((clock) => Date.parse(clock.dueAt) === due) ?? (exact ? undefined : nearestClock(clocks));
}

export interface MatterClockProps {
  readonly subject: SubjectRef;
  readonly dueAt: string | null;
  /** Only a clock due at that very instant: a task has a due time of its own. */
  readonly exact?: boolean;
}

export function MatterClock({ subject, dueAt, exact }: MatterClockProps) {
  const language = useLanguage();
  const now = useNow(30);
  const clock = matterClock(useOpenClocks(subject), dueAt, exact);
  if (clock) return <DeadlineBadge clock={clock} />;
  if (!dueAt) return <span className="bh-muted">—</span>;
  return <span className={now > new Date(dueAt) ? 'bh-late' : undefined}>{formatShort(dueAt, now, language)}</span>;
}
