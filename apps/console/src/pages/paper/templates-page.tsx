/** The forms of the house and which template each department prints them with (FRM-4). */
import { api, EmptyNote, ListTable, Loaded, Page, useTexts, useTitle, type ListAnswer } from '@bihuan/console-kit';
import type { FormTemplatesLine } from '@bihuan/forms-contract';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { paperTexts } from './paper-texts';

export function TemplatesPage() {
  const t = useTexts(paperTexts);
  const title = useTitle();
  const navigate = useNavigate();
  const query = useQuery({
    queryKey: ['templates'],
    queryFn: () => api.get<ListAnswer<FormTemplatesLine>>('/api/forms/templates'),
  });
  const inUse = ({ templates }: FormTemplatesLine): string => {
    const own = templates.flatMap(({ unitName, activeNumber }) =>
      activeNumber === null ? [] : [t('versionOf', { unit: unitName, number: activeNumber })],
    );
    return own.length > 0 ? own.join(' · ') : t('shipped');
  };
  return (
    <Page title={t('templates')}>
      <p className="bh-muted">{t('templatesHelp')}</p>
      <Loaded query={query}>
        {({ data }) => (
          <ListTable
            label={t('templates')}
            rows={data}
            rowKey={({ formCode }) => formCode}
            onOpen={({ formCode }) => void navigate(`/house/templates/${formCode}`)}
            columns={[
              { title: t('form'), render: (_, line) => title(line.title) },
              { title: t('kind'), width: 100, render: (_, { register }) => t(register ? 'register' : 'record') },
              {
                title: t('modules'),
                width: 220,
                render: (_, { modules }) => modules.map((room) => title(room.title)).join(t('and')),
              },
              { title: t('inUse'), width: 320, render: (_, line) => inUse(line) },
            ]}
            empty={<EmptyNote title={t('templates')} />}
          />
        )}
      </Loaded>
    </Page>
  );
}
