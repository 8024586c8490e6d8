/** Hand-offs that wait because the module that would take them is not deployed (EVT-2); a person can take them. */
import {
  api,
  EmptyNote,
  ErrorNote,
  formatInstant,
  ListTable,
  Loaded,
  Page,
  useLanguage,
  useSubmit,
  useTexts,
  useTitle,
  type ListAnswer,
  type SubjectRef,
  type Title,
} from '@bihuan/console-kit';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { shellTexts } from '../../shell/texts';

interface HandOffLine {
  readonly id: string;
  readonly title: Title;
  readonly module: string;
  readonly subject: SubjectRef;
  readonly at: string;
}

export function HandOffsPage() {
  const t = useTexts(shellTexts);
  const title = useTitle();
  const language = useLanguage();
  const client = useQueryClient();
  const query = useQuery({
    queryKey: ['hand-offs'],
    queryFn: () => api.get<ListAnswer<HandOffLine>>('/api/hand-offs'),
  });
  const take = useSubmit<string, unknown>((id, options) => api.post(`/api/hand-offs/${id}/take`, {}, options));
  return (
    <Page title={t('handOffs')}>
      {take.error ? <ErrorNote error={take.error} /> : null}
      <Loaded query={query}>
        {({ data }) => (
          <ListTable
            label={t('handOffs')}
            rows={data}
            rowKey={({ id }) => id}
            columns={[
              { title: t('since'), width: 190, render: (_, { at }) => formatInstant(at, language) },
              { title: t('event'), render: (_, line) => title(line.title) },
              { title: t('waitingFor'), width: 160, dataIndex: 'module' },
              {
                title: t('nextAct'),
                width: 120,
                render: (_, { id }) => (
                  <Button
                    size="small"
                    onClick={() => void take.send(id).then(() => client.invalidateQueries({ queryKey: ['hand-offs'] }))}
                  >
                    {t('take')}
                  </Button>
                ),
              },
            ]}
            empty={<EmptyNote title={t('handOffsEmpty')}>{t('handOffsHelp')}</EmptyNote>}
          />
        )}
      </Loaded>
    </Page>
  );
}
