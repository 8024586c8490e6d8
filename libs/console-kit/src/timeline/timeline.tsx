/** What happened to a matter, in order, read from the audit's own records (IDN-4). */
import { useQuery } from '@tanstack/react-query';
import { api, type ListAnswer } from '../api/client';
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

export const timelineKey = (subject: SubjectRef): readonly unknown[] => ['matter', subject.module, subject.kind, subject.id, 'timeline'];

export function Timeline({ subject }: { readonly subject: SubjectRef }) {
  const t = useTexts(kitTexts);
  const query = useQuery({
    queryKey: timelineKey(subject),
    queryFn: () => api.get<ListAnswer<TimelineEntry>>('/api/timeline', { 'filter[subject]': subjectKey(subject) }),
  });
  return (
    <Loaded query={query}>
      {({ data }) =>
        data.length === 0 ? (
          <EmptyNote title={t('noTimeline')} />
        ) : (
          <ol className="bh-timeline">
            {[...data].reverse().map((entry) => (
              <Entry key={entry.id} entry={entry} module={subject.module} />
            ))}
          </ol>
        )
      }
    </Loaded>
  );
}

/** Values that read as text: what was said or written, and why. */
const WORDS = ['text', 'reason', 'words', 'overrideReason', 'answer', 'summary', 'instruction'] as const;

function Entry({ entry, module }: { readonly entry: TimelineEntry; readonly module: string }) {
  const words = useRoomWords();
  const language = useLanguage();
  const now = useNow(60);
  const { action, actor, at, data, personal } = entry;
  const all = { ...data, ...personal };
  const said = WORDS.map((name) => all[name]).filter((value): value is string => typeof value === 'string' && value !== '');
  const stage = typeof data['stage'] === 'string' ? words(module, 'stages', data['stage']) : undefined;
  return (
    <li data-action={action}>
      <time dateTime={at}>{formatShort(at, now, language)}</time>
      <div>
        <b>{words(module, 'actions', action)}</b>
        {stage ? <span> · {stage}</span> : null}
        <span className="bh-muted"> {actor.name}</span>
        {said.map((text) => (
          <p key={text}>{text}</p>
        ))}
      </div>
    </li>
  );
}
