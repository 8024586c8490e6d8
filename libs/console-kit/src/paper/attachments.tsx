/** What is attached to a matter: name, who, when; a click saves it (IDN-5). */
import { useQuery } from '@tanstack/react-query';
import { api, type ListAnswer } from '../api/client';
import { useEmployeeName } from '../house/people';
import { kitTexts } from '../i18n/kit-texts';
import { useLanguage, useTexts } from '../i18n/texts';
import { subjectKey, type SubjectRef } from '../registry/define-pages';
import { EmptyNote, Loaded } from '../states/states';
import { formatInstant } from '../time/format';

interface Attachment {
  readonly id: string;
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  /** Employee id. */
  readonly by: string;
  readonly at: string;
}

/** `12 KB`, `3.4 MB` */
const sizeOf = (bytes: number): string =>
  bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1_000))} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;

export function AttachmentList({ subject }: { readonly subject: SubjectRef }) {
  const t = useTexts(kitTexts);
  const language = useLanguage();
  const employee = useEmployeeName();
  const query = useQuery({
    queryKey: ['matter', subject.module, subject.kind, subject.id, 'attachments'],
    queryFn: () => api.get<ListAnswer<Attachment>>('/api/attachments', { 'filter[subject]': subjectKey(subject) }),
  });
  return (
    <Loaded query={query} rows={2}>
      {({ data }) =>
        data.length === 0 ? (
          <EmptyNote title={t('noFiles')} />
        ) : (
          <ul className="bh-plain-list">
            {data.map(({ id, name, size, by, at }) => (
              <li key={id}>
                <a href={`/api/attachments/${id}`} download={name}>
                  {name}
                </a>{' '}
                <span className="bh-muted bh-small">
                  {sizeOf(size)} · {employee(by) ?? t('system')} · {formatInstant(at, language)}
                </span>
              </li>
            ))}
          </ul>
        )
      }
    </Loaded>
  );
}
