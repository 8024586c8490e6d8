/** One screen of history: contacts, forms and revisits of a customer, the newest first (CUS-2). */
import {
  api,
  EmptyNote,
  formatInstant,
  ListTable,
  Loaded,
  useLanguage,
  useRoomWords,
  useSubjectPath,
  useTexts,
  useTitle,
  type ListAnswer,
  type SubjectRef,
  type Title,
} from '@bihuan/console-kit';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { shellTexts } from '../../shell/texts';

interface HistoryLine {
  readonly subject: SubjectRef;
  readonly kind: string;
  readonly number?: string;
  readonly at: string;
  readonly state: string;
  readonly title: Title | string;
}

export function History({ customerId }: { readonly customerId: string }) {
  const t = useTexts(shellTexts);
  const title = useTitle();
  const words = useRoomWords();
  const language = useLanguage();
  const path = useSubjectPath();
  const navigate = useNavigate();
  const query = useQuery({
    queryKey: ['matter', 'customers', 'customer', customerId, 'history'],
    queryFn: () => api.get<ListAnswer<HistoryLine>>(`/api/customers/${customerId}/history`),
  });
  return (
    <Loaded query={query}>
      {({ data }) => (
        <ListTable
          label={t('history')}
          rows={data}
          rowKey={({ subject }) => `${subject.kind}/${subject.id}`}
          onOpen={({ subject }) => {
            const to = path(subject);
            if (to) void navigate(to);
          }}
          columns={[
            { title: t('time'), width: 170, render: (_, { at }) => formatInstant(at, language) },
            { title: t('matter'), width: 110, render: (_, { subject, kind }) => words(subject.module, 'kinds', kind) },
            {
              title: t('number'),
              width: 150,
              render: (_, { number }) => <span className="bh-number">{number ?? ''}</span>,
            },
            { title: t('name'), render: (_, line) => title(line.title) },
            {
              title: t('state'),
              width: 100,
              render: (_, { subject, state }) => words(subject.module, 'states', state),
            },
          ]}
          empty={<EmptyNote title={t('historyEmpty')} />}
        />
      )}
    </Loaded>
  );
}
