/** My inbox (NTF-1): reading and acknowledging stand in the matter's timeline. */
import {
  api,
  EmptyNote,
  ErrorNote,
  formatShort,
  Loaded,
  Page,
  useLanguage,
  useNow,
  useSubjectPath,
  useSubmit,
  useTexts,
  type ListAnswer,
  type SubjectRef,
} from '@bihuan/console-kit';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { Link } from 'react-router';
import { shellTexts } from '../../shell/texts';

interface NoticeLine {
  readonly id: string;
  readonly subject: SubjectRef;
  readonly title: string;
  readonly text: string;
  readonly at: string;
  readonly readAt: string | null;
  readonly acknowledgedAt: string | null;
}

export function NoticesPage() {
  const t = useTexts(shellTexts);
  const language = useLanguage();
  const query = useQuery({
    queryKey: ['notices', 'list', language],
    queryFn: () => api.get<ListAnswer<NoticeLine>>('/api/notices', { 'page[size]': 100 }),
  });
  return (
    <Page title={t('notices')}>
      <Loaded query={query}>
        {({ data }) =>
          data.length === 0 ? (
            <EmptyNote title={t('noticesEmpty')}>{t('noticesEmptyHelp')}</EmptyNote>
          ) : (
            <ul className="bh-notices">
              {data.map((notice) => (
                <Line key={notice.id} notice={notice} />
              ))}
            </ul>
          )
        }
      </Loaded>
    </Page>
  );
}

function Line({ notice }: { readonly notice: NoticeLine }) {
  const t = useTexts(shellTexts);
  const language = useLanguage();
  const now = useNow(60);
  const client = useQueryClient();
  const path = useSubjectPath()(notice.subject);
  const mark = useSubmit<'read' | 'acknowledge', NoticeLine>((as, options) =>
    api.post<NoticeLine>(`/api/notices/${notice.id}/${as}`, {}, options),
  );
  const send = (as: 'read' | 'acknowledge') => async (): Promise<void> => {
    if (await mark.send(as)) await client.invalidateQueries({ queryKey: ['notices'] });
  };
  return (
    <li className={notice.readAt ? undefined : 'bh-unread'}>
      <time dateTime={notice.at}>{formatShort(notice.at, now, language)}</time>
      <div>
        {path ? (
          <Link to={path} onClick={() => void (notice.readAt ? undefined : send('read')())}>
            {notice.title}
          </Link>
        ) : (
          <b>{notice.title}</b>
        )}
        <p>{notice.text}</p>
        {mark.error ? <ErrorNote error={mark.error} /> : null}
      </div>
      {notice.acknowledgedAt ? (
        <span className="bh-muted">{t('acknowledged')}</span>
      ) : (
        <Button size="small" loading={mark.busy} onClick={() => void send('acknowledge')()}>
          {t('acknowledge')}
        </Button>
      )}
    </li>
  );
}
