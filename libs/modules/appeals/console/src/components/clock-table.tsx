/** The five clocks: each stage's actual time against its limit (APL-2). */
import {
  formatDuration,
  formatShort,
  useLanguage,
  useNow,
  usePunctuation,
  useRoomWords,
  useTexts,
} from '@bihuan/console-kit';
import type { AppealView, ClockLine } from '@bihuan/appeals-contract';
import { appealsTexts } from '../locales/texts';

export function ClockTable({ appeal }: { readonly appeal: AppealView }) {
  const t = useTexts(appealsTexts);
  return (
    <table className="bh-clock-table" aria-label={t('clocks')}>
      <thead>
        <tr>
          <th>{t('stage')}</th>
          <th>{t('limit')}</th>
          <th>{t('actual')}</th>
          <th>{t('due')}</th>
        </tr>
      </thead>
      <tbody>
        {appeal.clocks.map((clock) => (
          <Row key={clock.stage} clock={clock} />
        ))}
      </tbody>
    </table>
  );
}

/** Runs on in the browser until the act that ends it. */
function actualOf(clock: ClockLine, now: Date): number | null {
  if (clock.startedAt === null) return null;
  if (clock.metAt !== null) return clock.actualSeconds;
  const running = clock.state === 'armed' || clock.state === 'warned' || clock.state === 'breached';
  return running ? (now.getTime() - Date.parse(clock.startedAt)) / 1_000 : clock.actualSeconds;
}

function Row({ clock }: { readonly clock: ClockLine }) {
  const t = useTexts(appealsTexts);
  const marks = usePunctuation();
  const words = useRoomWords();
  const language = useLanguage();
  const now = useNow(60);
  const actual = actualOf(clock, now);
  const overdue = clock.late || (clock.metAt === null && clock.dueAt !== null && now > new Date(clock.dueAt));
  const late = clock.startedAt !== null && overdue;
  const end = clock.startedAt === null ? t('waiting') : clock.metAt === null ? t('running') : t('inTime');
  const notes = [clock.shortened ? t('shortened') : '', clock.lower ? t('lower') : ''].filter(Boolean);
  return (
    <tr data-stage={clock.stage} className={clock.startedAt === null ? 'bh-muted' : undefined}>
      <th>
        {words('appeals', 'stages', clock.stage)}
        {notes.length > 0 ? <div className="bh-muted bh-small">{marks.list(notes)}</div> : null}
      </th>
      <td>{clock.limitSeconds === null ? '—' : formatDuration(clock.limitSeconds, language)}</td>
      <td className={late ? 'bh-late' : undefined}>
        {actual === null ? '' : formatDuration(actual, language)}{' '}
        <span className="bh-small">{late ? t('late') : end}</span>
      </td>
      <td>{clock.dueAt ? formatShort(clock.dueAt, now, language) : '—'}</td>
    </tr>
  );
}
