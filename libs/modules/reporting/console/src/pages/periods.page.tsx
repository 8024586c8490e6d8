/** Months: closed ones stand with a hash over their inputs and can be computed anew; one that is over can be closed (RPT-4). */
import {
  EmptyNote,
  ErrorNote,
  formatInstant,
  ListTable,
  Loaded,
  Page,
  useCan,
  useEmployeeName,
  useLanguage,
  useRoomWords,
  useSubmit,
  useTexts,
} from '@bihuan/console-kit';
import { REPORTING_PERMISSIONS, type PeriodCheck, type PeriodView } from '@bihuan/reporting-contract';
import { useQueryClient } from '@tanstack/react-query';
import { Button, Popconfirm, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { checkPeriod, closePeriod, reportingKeys, usePeriods } from '../api/reporting';
import { periodName } from '../format/period';
import { paperTexts } from '../locales/paper-texts';

/** Digits of a hash that are shown; the whole stands in its title. */
const SHOWN = 16;

export function PeriodsPage() {
  const t = useTexts(paperTexts);
  return (
    <Page title={t('periods')}>
      <Loaded query={usePeriods()}>{(periods) => <Months periods={periods} />}</Loaded>
    </Page>
  );
}

function Months({ periods }: { readonly periods: readonly PeriodView[] }) {
  const t = useTexts(paperTexts);
  const language = useLanguage();
  const words = useRoomWords();
  const person = useEmployeeName();
  const client = useQueryClient();
  const [checks, setChecks] = useState<Readonly<Record<string, PeriodCheck>>>({});
  const closing = useSubmit<string, PeriodView>((month, options) => closePeriod(month, options));
  const checking = useSubmit<string, PeriodCheck>((month, options) => checkPeriod(month, options));
  const close = async (month: string): Promise<void> => {
    await closing.send(month);
    await client.invalidateQueries({ queryKey: reportingKeys });
  };
  const check = async (month: string): Promise<void> => {
    const answer = await checking.send(month);
    if (answer) setChecks((known) => ({ ...known, [month]: answer }));
  };
  const columns: TableColumnsType<PeriodView> = [
    { title: t('month'), width: 140, render: (_, { period }) => periodName(period, language) },
    {
      title: t('state'),
      width: 110,
      render: (_, { state }) => <span className="bh-state">{words('reporting', 'states', state)}</span>,
    },
    { title: t('cases'), width: 100, align: 'right', render: (_, { cases }) => cases.toLocaleString('en-US') },
    {
      title: t('closedAt'),
      width: 184,
      render: (_, { closedAt }) => (closedAt ? formatInstant(closedAt, language) : ''),
    },
    {
      title: t('closedBy'),
      width: 110,
      render: (_, { state, closedBy }) => (state === 'open' ? '' : closedBy ? person(closedBy) : t('bySystem')),
    },
    {
      title: t('hash'),
      render: (_, { period, hash }) => <Hash hash={hash} check={checks[period]} />,
    },
    {
      title: '',
      width: 96,
      render: (_, line) => <Acts line={line} busy={closing.busy || checking.busy} onClose={close} onCheck={check} />,
    },
  ];
  return (
    <>
      <ErrorNote error={closing.error ?? checking.error} />
      <ListTable
        label={t('periods')}
        rows={periods}
        rowKey={({ period }) => period}
        columns={columns}
        empty={<EmptyNote title={t('periodsNone')}>{t('periodsNoneHelp')}</EmptyNote>}
      />
    </>
  );
}

function Hash({ hash, check }: { readonly hash: string | null; readonly check: PeriodCheck | undefined }) {
  const t = useTexts(paperTexts);
  if (!hash) return null;
  return (
    <>
      <code className="bh-hash" title={hash}>
        {hash.slice(0, SHOWN)}…
      </code>
      {check ? (
        <div role="status" className={check.same ? 'bh-small' : 'bh-small bh-taken'}>
          {t(check.same ? 'checkSame' : 'checkOther', { hash: `${check.computed.slice(0, SHOWN)}…` })}
        </div>
      ) : null}
    </>
  );
}

function Acts(props: {
  readonly line: PeriodView;
  readonly busy: boolean;
  readonly onClose: (month: string) => Promise<void>;
  readonly onCheck: (month: string) => Promise<void>;
}) {
  const { line, busy, onClose, onCheck } = props;
  const t = useTexts(paperTexts);
  const language = useLanguage();
  const can = useCan();
  if (line.state === 'closed') {
    return (
      <Button size="small" disabled={busy} onClick={() => void onCheck(line.period)}>
        {t('check')}
      </Button>
    );
  }
  if (!can(REPORTING_PERMISSIONS.closePeriod)) return null;
  return (
    <Popconfirm
      title={t('closeAsk', { month: periodName(line.period, language) })}
      okText={t('closeNow')}
      cancelText={t('cancel')}
      onConfirm={() => onClose(line.period)}
    >
      <Button size="small" disabled={busy}>
        {t('closeNow')}
      </Button>
    </Popconfirm>
  );
}
