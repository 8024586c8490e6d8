/** Events and steps that were given up, with the reason; a person sends them again (EVT-1, DLN-2). */
import {
  api,
  EmptyNote,
  ErrorNote,
  formatInstant,
  ListTable,
  Loaded,
  Section,
  useCan,
  useEmployeeName,
  useLanguage,
  useRoomWords,
  useSubjectPath,
  useSubmit,
  useTexts,
  useTitle,
  useWords,
  type SubjectRef,
} from '@bihuan/console-kit';
import { useQueryClient } from '@tanstack/react-query';
import { Button, type TableColumnsType } from 'antd';
import { Link } from 'react-router';
import { useParked, type FailedMessage, type ParkedEvent, type ParkedStep } from './engine-api';
import { engineTexts } from './engine-texts';

interface Parked {
  readonly id: string;
  readonly subject: SubjectRef;
  readonly at: string;
  readonly error: string | null;
}

const EVENTS = '/api/parked-events';
const STEPS = '/api/deadlines/parked-steps';

export function ParkedEvents() {
  const t = useTexts(engineTexts);
  const title = useTitle();
  const moduleWord = useWords(engineTexts, 'module');
  return (
    <ParkedList<ParkedEvent>
      address={EVENTS}
      permission="outbox.event.replay"
      title={t('parkedEvents')}
      empty={<EmptyNote title={t('parkedEventsEmpty')}>{t('parkedEventsHelp')}</EmptyNote>}
      columns={[
        { title: t('event'), render: (_, line) => title(line.title) },
        { title: t('receiver'), width: 110, render: (_, { module }) => moduleWord(module) },
      ]}
    />
  );
}

export function ParkedSteps() {
  const t = useTexts(engineTexts);
  const word = useRoomWords();
  return (
    <ParkedList<ParkedStep>
      address={STEPS}
      permission="alarms.step.replay"
      title={t('parkedSteps')}
      empty={<EmptyNote title={t('parkedStepsEmpty')}>{t('parkedStepsHelp')}</EmptyNote>}
      columns={[
        {
          title: t('step'),
          render: (_, { subject, stage, action }) => `${word(subject.module, 'stages', stage)} · ${action}`,
        },
      ]}
    />
  );
}

const MESSAGES = '/api/notices/failed';

/** Mails and short messages that did not arrive: sent again, or told by other means on the matter's own page. */
export function FailedMessages() {
  const t = useTexts(engineTexts);
  const channelWord = useWords(engineTexts, 'channel');
  const employeeName = useEmployeeName();
  return (
    <ParkedList<FailedMessage>
      address={MESSAGES}
      permission="notices.message.replay"
      title={t('failedMessages')}
      empty={<EmptyNote title={t('failedMessagesEmpty')}>{t('failedMessagesHelp')}</EmptyNote>}
      columns={[
        { title: t('channel'), width: 110, render: (_, { channel }) => channelWord(channel) },
        {
          title: t('addressee'),
          render: (_, { audience, employeeId }) =>
            audience === 'customer' ? t('customer') : (employeeName(employeeId) ?? '—'),
        },
      ]}
    />
  );
}

function ParkedList<Line extends Parked>(props: {
  readonly address: string;
  readonly permission: string;
  readonly title: string;
  readonly empty: React.ReactNode;
  readonly columns: TableColumnsType<Line>;
}) {
  const { address, permission, title, empty, columns } = props;
  const t = useTexts(engineTexts);
  const language = useLanguage();
  const reason = useWords(engineTexts, 'reason');
  const may = useCan()(permission);
  const path = useSubjectPath();
  const client = useQueryClient();
  const query = useParked<Line>(address, may);
  const replay = useSubmit<string, unknown>((id, options) => api.post(`${address}/${id}/replay`, {}, options));
  if (!may) return null;
  const again = (id: string): void =>
    void replay.send(id).then(() => client.invalidateQueries({ queryKey: ['engine'] }));
  return (
    <Section title={title}>
      {replay.error ? <ErrorNote error={replay.error} /> : null}
      <Loaded query={query} rows={2}>
        {({ data }) => (
          <ListTable<Line>
            label={title}
            rows={data}
            rowKey={({ id }) => id}
            columns={[
              { title: t('since'), width: 190, render: (_, { at }) => formatInstant(at, language) },
              ...columns,
              {
                title: t('reason'),
                render: (_, { error }) => <span className="bh-small">{error && reason(error)}</span>,
              },
              {
                title: t('matter'),
                width: 80,
                render: (_, { subject }) => {
                  const to = path(subject);
                  return to ? <Link to={to}>{t('open')}</Link> : null;
                },
              },
              {
                width: 100,
                render: (_, { id }) => (
                  <Button size="small" disabled={replay.busy} onClick={() => again(id)}>
                    {t('replay')}
                  </Button>
                ),
              },
            ]}
            empty={empty}
          />
        )}
      </Loaded>
    </Section>
  );
}
