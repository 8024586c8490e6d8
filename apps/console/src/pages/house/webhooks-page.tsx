/** Subscriptions of outside systems to the suite's events: the list, and a new one (EVT-3). */
import {
  EmptyNote,
  formatInstant,
  ListTable,
  Loaded,
  Page,
  useLanguage,
  useTexts,
  useWords,
} from '@bihuan/console-kit';
import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { Wrong } from './engine-figures';
import { useEndpoints, type WithSecret } from './webhook-api';
import { WebhookForm } from './webhook-form';
import { WebhookSecret } from './webhook-secret';
import { webhookTexts } from './webhook-texts';

export function WebhooksPage() {
  const t = useTexts(webhookTexts);
  const stateWord = useWords(webhookTexts, 'state');
  const language = useLanguage();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [adding, setAdding] = useState(false);
  const [secret, setSecret] = useState<string>();
  const query = useEndpoints();
  return (
    <Page
      title={t('title')}
      actions={
        <Button type="primary" onClick={() => setAdding(true)}>
          {t('add')}
        </Button>
      }
    >
      <p className="bh-muted" style={{ marginBottom: 8 }}>
        {t('help')}
      </p>
      <Loaded query={query}>
        {({ data }) => (
          <ListTable
            label={t('title')}
            rows={data}
            rowKey={({ id }) => id}
            onOpen={({ id }) => void navigate(`/house/webhooks/${id}`)}
            columns={[
              { title: t('name'), width: 180, dataIndex: 'name' },
              { title: t('url'), render: (_, { url }) => <span className="bh-small">{url}</span> },
              { title: t('events'), width: 70, render: (_, { events }) => events.length },
              {
                title: t('state'),
                width: 220,
                render: (_, { state, failingSince }) =>
                  state === 'failing' ? (
                    <Wrong>
                      {stateWord(state)}
                      {failingSince ? (
                        <div className="bh-small">
                          {t('failingSince', { at: formatInstant(failingSince, language) })}
                        </div>
                      ) : null}
                    </Wrong>
                  ) : (
                    <span className={state === 'disabled' ? 'bh-muted' : ''}>{stateWord(state)}</span>
                  ),
              },
              { title: t('waiting'), width: 80, dataIndex: 'waiting' },
              {
                title: t('parked'),
                width: 80,
                render: (_, { parked }) => (parked > 0 ? <Wrong>{parked}</Wrong> : parked),
              },
            ]}
            empty={<EmptyNote title={t('empty')}>{t('emptyHelp')}</EmptyNote>}
          />
        )}
      </Loaded>
      {adding ? (
        <WebhookForm<WithSecret>
          onClose={() => setAdding(false)}
          onDone={(made) => {
            setAdding(false);
            setSecret(made.secret);
            void client.invalidateQueries({ queryKey: ['webhooks'] });
          }}
        />
      ) : null}
      {secret === undefined ? null : <WebhookSecret secret={secret} onClose={() => setSecret(undefined)} />}
    </Page>
  );
}
