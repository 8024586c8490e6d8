/** The clock of a line in a list: the running deadline of its matter, else its due instant in words. */
import { useLanguage } from '../i18n/texts';
import { useBoardClocks, type BoardClock } from './board-clocks';
import { DeadlineBadge } from './deadline-badge';
import { formatShort } from './format';
import { useNow } from './use-now';

/** The clock of the matter that is due when the line says, else the nearest of the matter's clocks. */
export function matterClock(
  clocks: readonly BoardClock[],
  subjectId: string,
  dueAt: string | null,
  exact = false,
): BoardClock | undefined {
  const own = clocks
    .filter(({ subject }) => subject.id === subjectId)
    .sort((a, b) => Date.parse(a.dueAt) - Date.parse(b.dueAt));
  const due = dueAt ? Date.parse(dueAt) : undefined;
  return own.find((clock) => Date.parse(clock.dueAt) === due) ?? (exact ? undefined : own[0]);
}

export interface MatterClockProps {
  readonly subjectId: string;
  readonly dueAt: string | null;
  /** Only a clock due at that very instant: a task has a due time of its own. */
  readonly exact?: boolean;
}

export function MatterClock({ subjectId, dueAt, exact }: MatterClockProps) {
  const language = useLanguage();
  const now = useNow(30);
  const clock = matterClock(useBoardClocks().data ?? [], subjectId, dueAt, exact);
  if (clock) return <DeadlineBadge clock={clock} />;
  if (!dueAt) return <span className="bh-muted">—</span>;
  return <span className={now > new Date(dueAt) ? 'bh-late' : undefined}>{formatShort(dueAt, now, language)}</span>;
}
