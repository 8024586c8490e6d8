/** What went out to a subscription, and what did not; sent again or skipped by a person (EVT-3). */
import {
  api,
  EmptyNote,
  ErrorNote,
  formatInstant,
  ListTable,
  Section,
  useLanguage,
  useSubjectPath,
  useSubmit,
  useTexts,
  useTitle,
  useWords,
} from '@bihuan/console-kit';
import { useQueryClient } from '@tanstack/react-query';
import { Button, Segmented, Space } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { Wrong } from './engine-figures';
import { useDeliveries, type Delivery } from './webhook-api';
import { webhookTexts } from './webhook-texts';

const STATES = ['pending', 'parked', 'done', 'skipped'] as const;

export function WebhookDeliveries({ endpoint }: { readonly endpoint: string }) {
  const t = useTexts(webhookTexts);
  const title = useTitle();
  const language = useLanguage();
  const stateWord = useWords(webhookTexts, 'delivery');
  const path = useSubjectPath();
  const client = useQueryClient();
  const [state, setState] = useState<string>('');
  const query = useDeliveries(endpoint, state || undefined);
  const act = useSubmit<{ id: string; action: string }, unknown>(({ id, action }, options) =>
    api.post(`/api/webhooks/${endpoint}/deliveries/${id}/${action}`, {}, options),
  );
  const rows = query.data?.pages.flatMap(({ data }) => data) ?? [];
  const run = (id: string, action: string): void =>
    void act.send({ id, action }).then(() => client.invalidateQueries({ queryKey: ['webhooks', endpoint] }));
  return (
    <Section
      title={t('deliveries')}
      extra={
        <Segmented
          value={state}
          onChange={setState}
          options={[
            { value: '', label: t('all') },
            ...STATES.map((value) => ({ value: value as string, label: t(`delivery.${value}`) })),
          ]}
        />
      }
    >
      {act.error ? <ErrorNote error={act.error} /> : null}
      {query.error ? <ErrorNote error={query.error} retry={() => void query.refetch()} /> : null}
      <ListTable<Delivery>
        label={t('deliveries')}
        rows={rows}
        rowKey={({ id }) => id}
        loading={query.isPending}
        onMore={query.hasNextPage ? () => void query.fetchNextPage() : undefined}
        columns={[
          { title: t('at'), width: 190, render: (_, { at }) => formatInstant(at, language) },
          {
            title: t('event'),
            render: (_, { event, subject }) => {
              const to = path(subject);
              return to ? <Link to={to}>{title(event.title)}</Link> : title(event.title);
            },
          },
          {
            title: t('state'),
            width: 90,
            render: (_, line) =>
              line.state === 'parked' ? <Wrong>{stateWord(line.state)}</Wrong> : stateWord(line.state),
          },
          { title: t('tries'), width: 64, dataIndex: 'attempts' },
          { title: t('answer'), width: 280, render: (_, line) => <Answer line={line} /> },
          {
            width: 160,
            render: (_, { id, allowedActions }) => (
              <Space size={4}>
                {(['replay', 'skip'] as const)
                  .filter((action) => allowedActions.includes(action))
                  .map((action) => (
                    <Button key={action} size="small" disabled={act.busy} onClick={() => run(id, action)}>
                      {t(action)}
                    </Button>
                  ))}
              </Space>
            ),
          },
        ]}
        empty={<EmptyNote title={t('deliveriesEmpty')}>{t('deliveriesHelp')}</EmptyNote>}
      />
    </Section>
  );
}

function Answer({ line: { status, error, tryAt, attempts } }: { readonly line: Delivery }) {
  const t = useTexts(webhookTexts);
  const errorWord = useWords(webhookTexts, 'error');
  const language = useLanguage();
  const said = [error ? errorWord(error) : '', status === null ? '' : String(status)].filter(Boolean).join(' ');
  return (
    <>
      {said}
      {tryAt && attempts > 0 ? (
        <div className="bh-muted bh-small">{t('nextTry', { at: formatInstant(tryAt, language) })}</div>
      ) : null}
    </>
  );
}
