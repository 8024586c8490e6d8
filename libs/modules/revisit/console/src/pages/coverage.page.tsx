/** How many of the revisits of some days were made, and which are missing (RVT-1c, SYS-33). */
import {
  EmptyNote,
  Facts,
  formatInstant,
  ListTable,
  Loaded,
  Page,
  Section,
  suiteNow,
  useLanguage,
  useRoomWords,
  useTexts,
  wallClock,
} from '@bihuan/console-kit';
import { REVISIT_EVENTS, type CoverageView } from '@bihuan/revisit-contract';
import { DatePicker, Select, type TableColumnsType } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { taskPath, useCoverage } from '../api/tasks';
import { revisitTexts } from '../locales/texts';

type Missing = CoverageView['missing'][number];

const DAY = 'YYYY-MM-DD';

/** `83.3 %`, `—` where none had to be made. */
export const percent = (share: number | null): string => (share === null ? '—' : `${(share * 100).toFixed(1)} %`);

export function CoveragePage() {
  const t = useTexts(revisitTexts);
  const words = useRoomWords();
  const language = useLanguage();
  const navigate = useNavigate();
  const today = wallClock(new Date(suiteNow())).date;
  const [from, setFrom] = useState(`${today.slice(0, 8)}01`);
  const [to, setTo] = useState(today);
  const [event, setEvent] = useState('');
  const columns: TableColumnsType<Missing> = [
    { title: t('number'), width: 180, render: (_, { number }) => <span className="bh-number">{number}</span> },
    { title: t('kind'), width: 90, render: (_, line) => t(`event.${line.event}` as 'event.sample') },
    { title: t('state'), width: 110, render: (_, { state }) => words('revisit', 'states', state) },
    { title: t('limitAt'), width: 180, render: (_, { limitAt }) => formatInstant(limitAt, language) },
    {
      title: t('attempts'),
      width: 90,
      render: (_, { attempts }) => (attempts > 0 ? t('times', { count: attempts }) : ''),
    },
    { title: '', render: (_, { moved }) => (moved ? <span className="bh-tag">{t('agreed')}</span> : null) },
  ];
  return (
    <Page
      title={t('coverage')}
      actions={
        <>
          <Select
            className="bh-filter"
            allowClear
            aria-label={t('kind')}
            placeholder={t('allKinds')}
            value={event || null}
            options={REVISIT_EVENTS.map((value) => ({ value, label: t(`event.${value}`) }))}
            onChange={(value: string | null) => setEvent(value ?? '')}
          />
          <DatePicker.RangePicker
            aria-label={t('date')}
            allowClear={false}
            value={[dayjs(from), dayjs(to)]}
            onChange={(days) => {
              if (days?.[0]) setFrom(days[0].format(DAY));
              if (days?.[1]) setTo(days[1].format(DAY));
            }}
          />
        </>
      }
    >
      <Loaded query={useCoverage(from, to, event)}>
        {({ planned, made, inTime, pending, coverage, missing }) => (
          <>
            <Section>
              <Facts
                rows={[
                  [t('coverageShort'), percent(coverage)],
                  [t('due'), String(planned)],
                  [t('made'), String(made)],
                  [t('inTime'), String(inTime)],
                  [t('pending'), String(pending)],
                ]}
              />
            </Section>
            <Section title={`${t('missing')} ${missing.length}`}>
              <ListTable
                label={t('missing')}
                rows={missing}
                rowKey={({ id }) => id}
                columns={columns}
                onOpen={({ id }) => void navigate(taskPath(id))}
                empty={<EmptyNote title={t('missingNone')} />}
              />
            </Section>
          </>
        )}
      </Loaded>
    </Page>
  );
}
