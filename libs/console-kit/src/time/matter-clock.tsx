/** The clock of a line in a list: the running deadline of its matter, else its due instant in words. */
import { useQuery } from '@tanstack/react-query';
import { api, type ListAnswer } from '../api/client';
import { useLanguage } from '../i18n/texts';
import { subjectKey, type SubjectRef } from '../registry/define-pages';
import { useBoardClocks, type BoardClock } from './board-clocks';
import { isOpenClock } from './clock';
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
  /** Whose clocks are asked for one by one where the board has none: it stops at its first page and at its reader's scope. */
  readonly of?: { readonly module: string; readonly kind: string };
}

export function MatterClock({ subjectId, dueAt, exact, of }: MatterClockProps) {
  const language = useLanguage();
  const now = useNow(30);
  const board = useBoardClocks();
  const onBoard = matterClock(board.data ?? [], subjectId, dueAt, exact);
  const asked = of && dueAt && !onBoard && !board.isLoading ? { ...of, id: subjectId } : undefined;
  const own = useOwnClocks(asked);
  const clock = onBoard ?? matterClock(own, subjectId, dueAt, exact);
  if (clock) return <DeadlineBadge clock={clock} />;
  if (!dueAt) return <span className="bh-muted">—</span>;
  return <span className={now > new Date(dueAt) ? 'bh-late' : undefined}>{formatShort(dueAt, now, language)}</span>;
}

/** The open clocks of one matter: its people may read them whatever their scope on the board (IDN-2). */
function useOwnClocks(subject: SubjectRef | undefined): readonly BoardClock[] {
  const { module, kind, id } = subject ?? { module: '', kind: '', id: '' };
  const { data } = useQuery({
    queryKey: ['matter', module, kind, id, 'clocks'],
    enabled: subject !== undefined,
    queryFn: () =>
      api.get<ListAnswer<BoardClock>>('/api/deadlines', { 'filter[subject]': subjectKey({ module, kind, id }) }),
  });
  return subject ? (data?.data ?? []).filter(isOpenClock).map((clock) => ({ ...clock, subject })) : [];
}
