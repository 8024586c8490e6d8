/** One subscription: what it gets, its acts, its deliveries (EVT-3). */
import {
  api,
  ErrorNote,
  Facts,
  formatInstant,
  Loaded,
  Page,
  Section,
  useLanguage,
  useSubmit,
  useTexts,
  useTitle,
  useWords,
} from '@bihuan/console-kit';
import { useQueryClient } from '@tanstack/react-query';
import { Button, Popconfirm, Space } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { Wrong } from './engine-figures';
import { useEndpoint, useEventNames, type Endpoint, type WithSecret } from './webhook-api';
import { WebhookDeliveries } from './webhook-deliveries';
import { WebhookForm } from './webhook-form';
import { WebhookReplay } from './webhook-replay';
import { WebhookSecret } from './webhook-secret';
import { webhookTexts } from './webhook-texts';

export function WebhookPage() {
  const { id = '' } = useParams();
  const t = useTexts(webhookTexts);
  const query = useEndpoint(id);
  return (
    <Page title={query.data?.name ?? t('title')} actions={<Link to="/house/webhooks">{t('back')}</Link>}>
      <Loaded query={query}>
        {(endpoint) => (
          <>
            <Subscription endpoint={endpoint} />
            <WebhookDeliveries endpoint={id} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

type Dialog = 'change' | 'replay' | undefined;

function Subscription({ endpoint }: { readonly endpoint: Endpoint }) {
  const t = useTexts(webhookTexts);
  const stateWord = useWords(webhookTexts, 'state');
  const title = useTitle();
  const language = useLanguage();
  const client = useQueryClient();
  const names = useEventNames().data?.data ?? [];
  const [dialog, setDialog] = useState<Dialog>();
  const [secret, setSecret] = useState<string>();
  const reread = (): Promise<void> => client.invalidateQueries({ queryKey: ['webhooks'] });
  const act = useSubmit<string, Partial<WithSecret>>((action, options) =>
    api.post(`/api/webhooks/${endpoint.id}/${action}`, {}, options),
  );
  const run = async (action: string): Promise<void> => {
    const answer = await act.send(action, endpoint.version);
    if (answer?.secret) setSecret(answer.secret);
    await reread();
  };
  const { state, failingSince, previousSecretUntil, allowedActions } = endpoint;
  return (
    <Section
      extra={
        <Space>
          <Button size="small" onClick={() => setDialog('change')}>
            {t('change')}
          </Button>
          <Button size="small" onClick={() => setDialog('replay')}>
            {t('replayFrom')}
          </Button>
          <Popconfirm title={t('rotateHelp')} okText={t('rotate')} onConfirm={() => run('rotate-secret')}>
            <Button size="small">{t('rotate')}</Button>
          </Popconfirm>
          {(['enable', 'disable'] as const)
            .filter((action) => allowedActions.includes(action))
            .map((action) => (
              <Button key={action} size="small" disabled={act.busy} onClick={() => void run(action)}>
                {t(action)}
              </Button>
            ))}
        </Space>
      }
      title={
        <>
          {state === 'failing' ? <Wrong>{stateWord(state)}</Wrong> : stateWord(state)}
          {failingSince ? (
            <span className="bh-muted bh-small">
              {' '}
              {t('failingSince', { at: formatInstant(failingSince, language) })}
            </span>
          ) : null}
        </>
      }
    >
      {act.error ? <ErrorNote error={act.error} /> : null}
      <Facts
        rows={[
          [t('url'), endpoint.url],
          [
            t('events'),
            endpoint.events
              .map((event) => title(names.find(({ name }) => name === event)?.title ?? event))
              .join(language === 'zh' ? '、' : ', '),
          ],
          [t('personalShort'), endpoint.personal ? t('personalYes') : undefined],
          [t('created'), formatInstant(endpoint.createdAt, language)],
          [
            t('rotate'),
            previousSecretUntil ? t('oldSecret', { at: formatInstant(previousSecretUntil, language) }) : undefined,
          ],
        ]}
      />
      {dialog === 'change' ? (
        <WebhookForm<Endpoint>
          endpoint={endpoint}
          onClose={() => setDialog(undefined)}
          onDone={() => {
            setDialog(undefined);
            void reread();
          }}
        />
      ) : null}
      {dialog === 'replay' ? <WebhookReplay endpoint={endpoint.id} onClose={() => setDialog(undefined)} /> : null}
      {secret === undefined ? null : <WebhookSecret secret={secret} onClose={() => setSecret(undefined)} />}
    </Section>
  );
}
