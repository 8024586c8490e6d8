/** The registers of revisits as the very PDF: form 5 of a day or caller, form 10 of a week (RVT-5). */
import { Page, PrintPanel, RegisterPage, suiteNow, useTexts, wallClock } from '@bihuan/console-kit';
import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { revisitTexts } from '../locales/texts';

export function RevisitSheetPage() {
  const t = useTexts(revisitTexts);
  return (
    <RegisterPage
      address="/api/revisit/registers/revisit-sheet"
      title={t('sheet')}
      person={{ label: t('caller'), all: t('allCallers') }}
    />
  );
}

const DAY = 'YYYY-MM-DD';

/** Monday of the week of a day. */
export const mondayOf = (day: string): string =>
  dayjs(day)
    .subtract((dayjs(day).day() + 6) % 7, 'day')
    .format(DAY);

export function RevisitWeeklyPage() {
  const t = useTexts(revisitTexts);
  const [from, setFrom] = useState(() => mondayOf(wallClock(new Date(suiteNow())).date));
  const to = dayjs(from).add(6, 'day').format(DAY);
  return (
    <Page
      title={t('weekly')}
      actions={
        <DatePicker
          picker="week"
          aria-label={t('date')}
          allowClear={false}
          value={dayjs(from)}
          format={() => `${from} — ${to}`}
          onChange={(day) => day && setFrom(mondayOf(day.format(DAY)))}
        />
      }
    >
      <PrintPanel
        address="/api/revisit/registers/revisit-weekly"
        title={`${t('weekly')} ${from}—${to}`}
        range={{ from, to }}
      />
    </Page>
  );
}
