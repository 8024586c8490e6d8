/** The acts of a record from a table, of which the server's `allowedActions` stand there: what is not allowed is absent. */
import { useQueryClient } from '@tanstack/react-query';
import { useMemo, type ReactNode } from 'react';
import { api, type ListAnswer } from '../api/client';
import { MatterSubject } from '../fields/subject-context';
import { ActBar, type Act } from '../form/act-bar';
import type { ConflictField } from '../form/conflict';
import { kitTexts } from '../i18n/kit-texts';
import { useTexts } from '../i18n/texts';
import { subjectKey, type SubjectRef } from '../registry/define-pages';
import { useRoomWords } from '../registry/rooms';
import { useMe } from '../session/session';
import { saidWords, type TimelineEntry } from '../timeline/timeline';
import { useKeep, type ActedView, type MatterApi } from './matter-api';

/** What an act asks; its label is the room's word for the action unless given. */
export type ActForm = Omit<Act, 'action' | 'label'> & { readonly label?: string };

/** Action → its form; `{}` is a bare confirmation. What is not in the table has another place or none on this page. */
export type ActTable = Readonly<Record<string, ActForm | undefined>>;

export interface MatterActsProps<View extends ActedView, Line> {
  readonly of: MatterApi<View, Line>;
  readonly matter: View;
  readonly acts: ActTable;
  readonly onChanged?: ((changed: View, action: string) => void) | undefined;
  /** After a 412, what stands in the record against what this act writes; the last entry of its story unless given. */
  readonly savedNow?: (now: View, action: string) => readonly ConflictField[];
  /** Above the buttons. */
  readonly note?: ReactNode;
}

export function MatterActs<View extends ActedView, Line>(props: MatterActsProps<View, Line>) {
  const { of, matter, acts: table, onChanged, savedNow, note } = props;
  const t = useTexts(kitTexts);
  const me = useMe();
  const words = useRoomWords();
  const client = useQueryClient();
  const keep = useKeep(of);
  const lastWords = useLastWords(of.module);
  const { module, kind } = of;
  const subject = useMemo(() => ({ module, kind, id: matter.id }), [module, kind, matter.id]);
  const offered = matter.allowedActions.flatMap((action): Act[] => {
    const form = table[action];
    return form ? [{ action, ...form, label: form.label ?? capital(words(module, 'actions', action)) }] : [];
  });
  // What leads on stands before what is done beside it; the keys follow what is seen.
  const acts = [...offered.filter(({ quiet }) => !quiet), ...offered.filter(({ quiet }) => quiet)];
  return (
    <MatterSubject.Provider value={subject}>
      {note}
      <ActBar<View>
        key={matter.id}
        acts={acts}
        draft={`${me.id}:${kind}:${matter.id}`}
        version={matter.version}
        run={(action, body, options) => of.act(matter.id, action, body, options)}
        onDone={(changed, action) => {
          keep(changed);
          onChanged?.(changed, action);
        }}
        reread={async (action) => {
          const now = await of.read(matter.id);
          client.setQueryData<View>(of.key(now.id), now);
          const state = { label: t('state'), value: words(module, 'states', now.state) };
          return { version: now.version, fields: savedNow?.(now, action) ?? [...(await lastWords(subject)), state] };
        }}
      />
    </MatterSubject.Provider>
  );
}

/** As a button begins. */
const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** Who did what last, with his words. */
function useLastWords(module: string): (subject: SubjectRef) => Promise<readonly ConflictField[]> {
  const t = useTexts(kitTexts);
  const words = useRoomWords();
  return async (subject) => {
    const { data } = await api.get<ListAnswer<TimelineEntry>>('/api/timeline', {
      'filter[subject]': subjectKey(subject),
    });
    const last = data.at(-1);
    if (!last) return [];
    const label = [words(module, 'actions', last.action), last.actor.id === null ? t('system') : last.actor.name];
    return [{ field: 'text', label: label.join(' · '), value: saidWords(last).join('\n') || '—' }];
  };
}
