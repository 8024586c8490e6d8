/** The acts of a record from a table, of which the server's `allowedActions` stand there: what is not allowed is absent. */
import { useMemo, useState } from 'react';
import { ApiError } from '../api/api-error';
import { api, type ListAnswer, type WriteOptions } from '../api/client';
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
}

export function MatterActs<View extends ActedView, Line>(props: MatterActsProps<View, Line>) {
  const { of, matter, acts: table, onChanged, savedNow } = props;
  const t = useTexts(kitTexts);
  const me = useMe();
  const words = useRoomWords();
  const keep = useKeep(of);
  const lastWords = useLastWords(of.module);
  const [lost, setLost] = useState<Lost>();
  const { module, kind } = of;
  const subject = useMemo(() => ({ module, kind, id: matter.id }), [module, kind, matter.id]);
  const offered = matter.allowedActions.flatMap((action): Act[] => {
    const form = table[action];
    return form ? [{ action, ...form, label: form.label ?? capital(words(module, 'actions', action)) }] : [];
  });
  // What leads on stands before what is done beside it; the keys follow what is seen.
  const acts = [...offered.filter(({ quiet }) => !quiet), ...offered.filter(({ quiet }) => quiet)];
  /** Where somebody was first and the act is not to be done any more, the record is read again and says who it was. */
  const run = async (action: string, body: unknown, options: WriteOptions): Promise<View> => {
    try {
      return await of.act(matter.id, action, body, options);
    } catch (problem) {
      if (!(problem instanceof ApiError && (problem.status === 409 || problem.isConflict))) throw problem;
      const now = await of.read(matter.id).catch(() => undefined);
      const gone = now !== undefined && !now.allowedActions.includes(action);
      if (gone) setLost({ said: await lastWords(subject).catch(() => []), state: now.state });
      // A refusal that stays open has the record as it stands now beneath it; a conflict reads it again by itself.
      if (now && (gone || !problem.isConflict)) keep(now);
      throw problem;
    }
  };
  return (
    <MatterSubject.Provider value={subject}>
      {lost ? <LostNote lost={lost} state={words(module, 'states', lost.state)} /> : null}
      <ActBar<View>
        key={matter.id}
        acts={acts}
        draft={`${me.id}:${kind}:${matter.id}`}
        version={matter.version}
        run={run}
        onDone={(changed, action) => {
          keep(changed);
          setLost(undefined);
          onChanged?.(changed, action);
        }}
        reread={async (action) => {
          const now = await of.read(matter.id);
          keep(now);
          const state = { label: t('state'), value: words(module, 'states', now.state) };
          return { version: now.version, fields: savedNow?.(now, action) ?? [...(await lastWords(subject)), state] };
        }}
      />
    </MatterSubject.Provider>
  );
}

interface Lost {
  readonly said: readonly ConflictField[];
  readonly state: string;
}

/** Somebody was first: who, with what words, and where the matter stands now. */
function LostNote({ lost, state }: { readonly lost: Lost; readonly state: string }) {
  const t = useTexts(kitTexts);
  return (
    <div className="bh-conflict" role="alert">
      <strong>{t('lostTitle')}</strong>
      {lost.said.map(({ label, value }) => (
        <div key={label}>
          {label} {value === '—' ? '' : value}
        </div>
      ))}
      <div className="bh-muted">{t('lostHelp', { state })}</div>
    </div>
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
