/** The clocks of a matter: those that run beside its title, those that are over among its facts (DLN-1, DLN-7). */
import { useQuery } from '@tanstack/react-query';
import { api, type ListAnswer } from '../api/client';
import { kitTexts } from '../i18n/kit-texts';
import { useTexts } from '../i18n/texts';
import { Section } from '../page/page';
import { subjectKey } from '../registry/define-pages';
import { useRoomWords } from '../registry/rooms';
import { isOpenClock, type Clock } from '../time/clock';
import { DeadlineBadge } from '../time/deadline-badge';
import type { MatterApi, MatterView } from './matter-api';

export type MatterDeadline = Clock & { readonly id: string };

/** The clocks the view carries; from the deadlines' own route where it carries none with their calendars. */
export function useMatterClocks<View extends MatterView, Line>(
  of: MatterApi<View, Line>,
  matter: View,
): readonly MatterDeadline[] {
  const complete = matter.deadlines.length > 0 && matter.deadlines.every(({ calendar }) => calendar !== undefined);
  const { data } = useQuery({
    queryKey: [...of.key(matter.id), 'deadlines', matter.version],
    enabled: !complete,
    queryFn: () =>
      api.get<ListAnswer<MatterDeadline>>('/api/deadlines', { 'filter[subject]': subjectKey(of.subject(matter.id)) }),
  });
  return complete ? matter.deadlines : (data?.data ?? matter.deadlines);
}

/** What runs, the earliest first. */
export function OpenClocks({
  module,
  clocks,
}: {
  readonly module: string;
  readonly clocks: readonly MatterDeadline[];
}) {
  const words = useRoomWords();
  const open = clocks.filter(isOpenClock).sort((a, b) => Date.parse(a.dueAt) - Date.parse(b.dueAt));
  return (
    <span className="bh-clock-row">
      {open.map((clock) => (
        <DeadlineBadge key={clock.id} clock={clock} label={words(module, 'stages', clock.stage)} />
      ))}
    </span>
  );
}

/** What is met or cancelled. */
export function PastClocks({
  module,
  clocks,
}: {
  readonly module: string;
  readonly clocks: readonly MatterDeadline[];
}) {
  const t = useTexts(kitTexts);
  const words = useRoomWords();
  const past = clocks.filter((clock) => !isOpenClock(clock));
  if (past.length === 0) return null;
  return (
    <Section title={t('clocks')}>
      <ul className="bh-plain-list">
        {past.map((clock) => (
          <li key={clock.id}>
            <DeadlineBadge clock={clock} label={words(module, 'stages', clock.stage)} />
          </li>
        ))}
      </ul>
    </Section>
  );
}
