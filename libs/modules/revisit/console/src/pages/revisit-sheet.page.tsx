/** The revisit sheet of a day, of one caller or of all (form 5, RVT-5), as the very PDF. */
import { Page, PrintPanel, suiteNow, useEmployees, useTexts, wallClock } from '@bihuan/console-kit';
import { DatePicker, Select } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { revisitTexts } from '../locales/texts';

export function RevisitSheetPage() {
  const t = useTexts(revisitTexts);
  const [date, setDate] = useState(() => wallClock(new Date(suiteNow())).date);
  const [officer, setOfficer] = useState<string>();
  const callers = useEmployees().filter(({ officerNumber }) => officerNumber);
  return (
    <Page
      title={t('sheet')}
      actions={
        <>
          <DatePicker
            aria-label={t('date')}
            allowClear={false}
            value={dayjs(date)}
            onChange={(day) => day && setDate(day.format('YYYY-MM-DD'))}
          />
          <Select
            aria-label={t('caller')}
            className="bh-filter"
            allowClear
            placeholder={t('allCallers')}
            value={officer ?? null}
            onChange={(id: string | null) => setOfficer(id ?? undefined)}
            options={callers.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </>
      }
    >
      <PrintPanel
        address="/api/revisit/registers/revisit-sheet"
        title={`${t('sheet')} ${date}`}
        range={{ date, officer }}
      />
    </Page>
  );
}
