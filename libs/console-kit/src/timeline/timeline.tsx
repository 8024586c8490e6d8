/** What happened to a matter, in order, read from the audit's own records (IDN-4). */
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { api, type ListAnswer } from '../api/client';
import { useEmployeeName } from '../house/people';
import { kitTexts } from '../i18n/kit-texts';
import { useLanguage, useTexts } from '../i18n/texts';
import { subjectKey, type SubjectRef } from '../registry/define-pages';
import { useRoomWords } from '../registry/rooms';
import { EmptyNote, Loaded } from '../states/states';
import { formatShort } from '../time/format';
import { useNow } from '../time/use-now';

export interface TimelineEntry {
  readonly id: string;
  readonly at: string;
  readonly action: string;
  readonly actor: { readonly id: string | null; readonly name: string };
  readonly data: Readonly<Record<string, unknown>>;
  /** The customer's words; absent once he was erased. */
  readonly personal?: Readonly<Record<string, unknown>> | undefined;
}

export const timelineKey = (subject: SubjectRef): readonly unknown[] => [
  'matter',
  subject.module,
  subject.kind,
  subject.id,
  'timeline',
];

/** Bookkeeping of clocks and notices: there for whoever asks, not in the way of the story. */
const DETAILS = new Set([
  'deadline-armed',
  'deadline-met',
  'deadline-owner-changed',
  'deadline-escalated',
  'deadline-cancelled',
  'deadline-merged',
  'notice-sent',
  'notice-delivered',
  'notice-read',
  'notice-acknowledged',
]);

/** The action as it is worded: a clock met late is another thing than one met in time (DLN-7). */
const wordOf = ({ action, data }: TimelineEntry): string => (data['late'] === true ? `${action}-late` : action);

export function Timeline({ subject }: { readonly subject: SubjectRef }) {
  const t = useTexts(kitTexts);
  const [all, setAll] = useState(false);
  const query = useQuery({
    queryKey: timelineKey(subject),
    queryFn: () => api.get<ListAnswer<TimelineEntry>>('/api/timeline', { 'filter[subject]': subjectKey(subject) }),
  });
  return (
    <Loaded query={query}>
      {({ data }) => {
        if (data.length === 0) return <EmptyNote title={t('noTimeline')} />;
        const story = data.filter((entry) => all || !DETAILS.has(wordOf(entry)));
        const hidden = data.length - story.length;
        return (
          <>
            <ol className="bh-timeline">
              {[...story].reverse().map((entry) => (
                <Entry key={entry.id} entry={entry} module={subject.module} />
              ))}
            </ol>
            {all || hidden > 0 ? (
              <Button type="link" size="small" onClick={() => setAll(!all)}>
                {all ? t('storyOnly') : t('withDetails', { count: hidden })}
              </Button>
            ) : null}
          </>
        );
      }}
    </Loaded>
  );
}

/** Values that read as text: what was said or written, and why. */
const WORDS = ['text', 'reason', 'words', 'overrideReason', 'answer', 'summary', 'instruction'] as const;

/** What was said or written with this entry; nothing of a customer who was erased. */
export function saidWords({ data, personal }: TimelineEntry): readonly string[] {
  const all = { ...data, ...personal };
  return WORDS.map((name) => all[name]).filter((value): value is string => typeof value === 'string' && value !== '');
}

const strings = (value: unknown): readonly string[] =>
  (Array.isArray(value) ? value : [value]).filter((each): each is string => typeof each === 'string');

function Entry({ entry, module }: { readonly entry: TimelineEntry; readonly module: string }) {
  const t = useTexts(kitTexts);
  const words = useRoomWords();
  const employee = useEmployeeName();
  const language = useLanguage();
  const now = useNow(60);
  const { action, actor, at, data } = entry;
  // The reason a clock was moved for stands in the code of its room; the act beside it says it in words.
  const said = action.startsWith('deadline-') ? [] : saidWords(entry);
  const about = [
    ...strings(data['stage']).map((stage) => words(module, 'stages', stage)),
    ...(action.startsWith('task-') ? strings(data['kind']).map((kind) => words(module, 'kinds', kind)) : []),
    ...strings(data['unit']),
    ...strings(data['told'] ?? data['to']).flatMap((id) => employee(id) ?? []),
  ];
  return (
    <li data-action={action}>
      <time dateTime={at}>{formatShort(at, now, language)}</time>
      <div>
        <b>{words(module, 'actions', wordOf(entry))}</b>
        {about.length > 0 ? <span> · {about.join(language === 'zh' ? '、' : ', ')}</span> : null}
        <span className="bh-muted"> {actor.id === null ? t('system') : actor.name}</span>
        {said.map((text) => (
          <p key={text}>{text}</p>
        ))}
      </div>
    </li>
  );
}
