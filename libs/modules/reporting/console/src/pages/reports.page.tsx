/** Reports that make and send themselves: what comes next, and what went out with its proof (RPT-7). */
import {
  EmptyNote,
  formatInstant,
  ListTable,
  Loaded,
  Page,
  Section,
  useCan,
  useLanguage,
  usePunctuation,
  useRoomWords,
  useSubmit,
  useTexts,
  useTitle,
  useWords,
  ErrorNote,
} from '@bihuan/console-kit';
import {
  REPORTING_PERMISSIONS,
  type ReportRecipient,
  type ScheduleView,
  type SentReportView,
} from '@bihuan/reporting-contract';
import { useQueryClient } from '@tanstack/react-query';
import { Button, type TableColumnsType } from 'antd';
import { reportingKeys, sendReport, useSchedules, useSentReports } from '../api/reporting';
import { periodName } from '../format/period';
import { paperTexts } from '../locales/paper-texts';

export function ReportsPage() {
  const t = useTexts(paperTexts);
  return (
    <Page title={t('reports')}>
      <Section title={t('schedules')}>
        <Loaded query={useSchedules()} rows={3}>
          {(schedules) => <Schedules schedules={schedules} />}
        </Loaded>
      </Section>
      <Section title={t('sentReports')}>
        <Loaded query={useSentReports()}>{(reports) => <Reports reports={reports} />}</Loaded>
      </Section>
    </Page>
  );
}

function Schedules({ schedules }: { readonly schedules: readonly ScheduleView[] }) {
  const t = useTexts(paperTexts);
  const marks = usePunctuation();
  const title = useTitle();
  const language = useLanguage();
  const channel = useWords(paperTexts, 'channel');
  const columns: TableColumnsType<ScheduleView> = [
    {
      title: t('report'),
      render: (_, line) => (
        <>
          {title(line.title)} {line.deployed ? null : <span className="bh-tag">{t('notDeployed')}</span>}
        </>
      ),
    },
    { title: t('cadence'), width: 72, render: (_, { cadence }) => t(`cadence.${cadence}`) },
    {
      title: t('nextAt'),
      width: 184,
      render: (_, { nextAt, deployed }) => (deployed ? formatInstant(nextAt, language) : '—'),
    },
    { title: t('next'), width: 168, render: (_, { period }) => periodName(period, language) },
    { title: t('recipients'), render: (_, { recipients }) => marks.list(recipients) || '—' },
    { title: t('channels'), width: 110, render: (_, { channels }) => marks.list(channels.map(channel)) },
  ];
  return (
    <ListTable
      label={t('schedules')}
      rows={schedules}
      rowKey={({ code }) => code}
      columns={columns}
      rowClassName={({ deployed }) => (deployed ? '' : 'bh-muted')}
      empty={<EmptyNote title={t('schedulesNone')}>{t('schedulesNoneHelp')}</EmptyNote>}
    />
  );
}

function Reports({ reports }: { readonly reports: readonly SentReportView[] }) {
  const t = useTexts(paperTexts);
  const title = useTitle();
  const language = useLanguage();
  const words = useRoomWords();
  const can = useCan();
  const client = useQueryClient();
  const submit = useSubmit<string, SentReportView>((id, options) => sendReport(id, options));
  const send = async (id: string): Promise<void> => {
    await submit.send(id);
    await client.invalidateQueries({ queryKey: reportingKeys });
  };
  const columns: TableColumnsType<SentReportView> = [
    { title: t('report'), render: (_, line) => title(line.title) },
    { title: t('covers'), width: 190, render: (_, { from, to }) => (from === to ? from : `${from} – ${to}`) },
    { title: t('dueAt'), width: 176, render: (_, { dueAt }) => formatInstant(dueAt, language) },
    {
      title: t('state'),
      width: 168,
      render: (_, line) => <State line={line} word={words('reporting', 'states', line.state)} />,
    },
    { title: t('recipients'), render: (_, { recipients }) => <Recipients recipients={recipients} /> },
    { title: t('proof'), width: 150, render: (_, line) => <Proof line={line} /> },
    {
      title: '',
      width: 96,
      render: (_, { id, state }) =>
        state !== 'sent' && can(REPORTING_PERMISSIONS.sendReport) ? (
          <Button size="small" disabled={submit.busy} onClick={() => void send(id)}>
            {t('send')}
          </Button>
        ) : null,
    },
  ];
  return (
    <>
      <ErrorNote error={submit.error} />
      <ListTable
        label={t('sentReports')}
        rows={reports}
        rowKey={({ id }) => id}
        columns={columns}
        empty={<EmptyNote title={t('sentNone')}>{t('sentNoneHelp')}</EmptyNote>}
      />
    </>
  );
}

function State({ line, word }: { readonly line: SentReportView; readonly word: string }) {
  const t = useTexts(paperTexts);
  const language = useLanguage();
  const { sentAt, error, attempts } = line;
  return (
    <>
      <span className="bh-state">{word}</span>
      {sentAt ? <div className="bh-muted bh-small">{formatInstant(sentAt, language)}</div> : null}
      {error ? (
        <div className="bh-taken bh-small">
          {error} {t('attempts', { count: attempts })}
        </div>
      ) : null}
    </>
  );
}

/** To whom, by what way, and when it was read: the proof of sending. */
function Recipients({ recipients }: { readonly recipients: readonly ReportRecipient[] }) {
  const t = useTexts(paperTexts);
  const marks = usePunctuation();
  const language = useLanguage();
  const channel = useWords(paperTexts, 'channel');
  const delivery = useWords(paperTexts, 'delivery');
  return (
    <ul className="bh-plain-list">
      {recipients.map(({ employeeId, name, deliveries, readAt, acknowledgedAt }) => (
        <li key={employeeId}>
          {name}{' '}
          <span className="bh-muted bh-small">
            {marks.list(deliveries.map((one) => `${channel(one.channel)} ${delivery(one.state)}`))}
            {acknowledgedAt
              ? ` · ${t('acknowledged', { at: formatInstant(acknowledgedAt, language) })}`
              : readAt
                ? ` · ${t('read', { at: formatInstant(readAt, language) })}`
                : ''}
          </span>
        </li>
      ))}
    </ul>
  );
}

function Proof({ line: { url, sha256 } }: { readonly line: SentReportView }) {
  const t = useTexts(paperTexts);
  if (!url) return <>—</>;
  return (
    <>
      <a href={url} target="_blank" rel="noreferrer">
        {t('openPdf')}
      </a>
      {sha256 ? (
        <div className="bh-muted bh-small bh-number" title={sha256}>
          {t('fingerprint')} {sha256.slice(0, 12)}…
        </div>
      ) : null}
    </>
  );
}
