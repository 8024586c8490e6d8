/** Registers of a day: the call tally in 正 (form 6, HOT-11) and the consultation log (form 3, HOT-5). */
import { Page, PrintPanel, useEmployees, useTexts, useUnits, wallClock, suiteNow } from '@bihuan/console-kit';
import { DatePicker, Select } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { hotlineTexts } from '../locales/texts';

/** A day's register, of one officer or of all, with the preview of the very PDF. */
function Register({ code, title }: { readonly code: string; readonly title: string }) {
  const t = useTexts(hotlineTexts);
  const [date, setDate] = useState(() => wallClock(new Date(suiteNow())).date);
  const [officer, setOfficer] = useState<string>();
  const hotline = useUnits().find((unit) => unit.function === 'hotline');
  const officers = useEmployees(hotline?.id).filter(({ officerNumber }) => officerNumber);
  return (
    <Page
      title={title}
      actions={
        <>
          <DatePicker
            aria-label={t('date')}
            allowClear={false}
            value={dayjs(date)}
            onChange={(day) => day && setDate(day.format('YYYY-MM-DD'))}
          />
          <Select
            aria-label={t('officerFilter')}
            className="bh-filter"
            allowClear
            placeholder={t('allOfficers')}
            value={officer ?? null}
            onChange={(id: string | null) => setOfficer(id ?? undefined)}
            options={officers.map(({ id, name, officerNumber }) => ({
              value: id,
              label: `${name} ${officerNumber ?? ''}`,
            }))}
          />
        </>
      }
    >
      <PrintPanel
        address={`/api/hotline/registers/${code}`}
        title={`${title} ${date}`}
        range={{ date, officer }}
        holders={['800']}
      />
    </Page>
  );
}

export function CallTallyPage() {
  const t = useTexts(hotlineTexts);
  return <Register code="call-tally" title={t('tally')} />;
}

export function ConsultationLogPage() {
  const t = useTexts(hotlineTexts);
  return <Register code="consultation-log" title={t('log')} />;
}
