/** A register of a day, a month or a span, of one person or of all, as the very PDF (FRM-3). */
import { DatePicker, Select } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useEmployees } from '../house/people';
import { kitTexts } from '../i18n/kit-texts';
import { useTexts } from '../i18n/texts';
import { Page } from '../page/page';
import { wallClock } from '../time/format';
import { suiteNow } from '../time/server-clock';
import { PrintPanel } from './print-panel';

export interface RegisterPageProps {
  /** `/api/hotline/registers/call-tally` */
  readonly address: string;
  readonly title: string;
  /** What it covers; a day unless said. */
  readonly covers?: 'day' | 'span';
  readonly holders?: readonly string[];
  /** Offers one person's part: whose name is asked for, and the words for all. */
  readonly person?: { readonly label: string; readonly all: string; readonly unitId?: string | undefined };
}

const DAY = 'YYYY-MM-DD';

export function RegisterPage({ address, title, covers = 'day', holders, person }: RegisterPageProps) {
  const t = useTexts(kitTexts);
  const today = wallClock(new Date(suiteNow())).date;
  const [from, setFrom] = useState(covers === 'day' ? today : dayjs(today).startOf('month').format(DAY));
  const [to, setTo] = useState(today);
  const [officer, setOfficer] = useState<string>();
  const range = covers === 'day' ? { date: from } : { from, to };
  return (
    <Page
      title={title}
      actions={
        <>
          {covers === 'day' ? (
            <DatePicker
              aria-label={t('date')}
              allowClear={false}
              value={dayjs(from)}
              onChange={(day) => day && setFrom(day.format(DAY))}
            />
          ) : (
            <DatePicker.RangePicker
              aria-label={t('date')}
              allowClear={false}
              value={[dayjs(from), dayjs(to)]}
              onChange={(days) => {
                if (days?.[0]) setFrom(days[0].format(DAY));
                if (days?.[1]) setTo(days[1].format(DAY));
              }}
            />
          )}
          {person ? <Person {...person} chosen={officer} onChoose={setOfficer} /> : null}
        </>
      }
    >
      <PrintPanel
        address={address}
        title={`${title} ${covers === 'day' ? from : `${from}—${to}`}`}
        range={{ ...range, officer }}
        {...(holders ? { holders } : {})}
      />
    </Page>
  );
}

function Person(props: {
  readonly label: string;
  readonly all: string;
  readonly unitId?: string | undefined;
  readonly chosen: string | undefined;
  readonly onChoose: (id: string | undefined) => void;
}) {
  const { label, all, unitId, chosen, onChoose } = props;
  const people = useEmployees(unitId).filter(({ officerNumber }) => officerNumber);
  return (
    <Select
      aria-label={label}
      className="bh-filter"
      allowClear
      placeholder={all}
      value={chosen ?? null}
      onChange={(id: string | null) => onChoose(id ?? undefined)}
      options={people.map(({ id, name, officerNumber }) => ({ value: id, label: `${name} ${officerNumber ?? ''}` }))}
    />
  );
}
