/** Complaints ÷ repairs by department of a span, form 9, and repairs entered where nothing counts them (CMP-16). */
import {
  ActionForm,
  api,
  ListField,
  Loaded,
  NumberField,
  Page,
  PrintPanel,
  Section,
  suiteNow,
  TextField,
  typedValues,
  UnitField,
  useCan,
  useMe,
  useTexts,
  wallClock,
} from '@bihuan/console-kit';
import { COMPLAINTS_PERMISSIONS, type ComplaintRate } from '@bihuan/complaints-contract';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { DatePicker, Tabs } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { complaintsTexts } from '../locales/texts';

const DAY = 'YYYY-MM-DD';
const rateKey = ['complaints', 'rate'] as const;

export function ComplaintRatePage() {
  const t = useTexts(complaintsTexts);
  const may = useCan();
  const today = wallClock(new Date(suiteNow())).date;
  const [from, setFrom] = useState(dayjs(today).startOf('month').format(DAY));
  const [to, setTo] = useState(dayjs(today).endOf('month').format(DAY));
  return (
    <Page
      title={t('rate')}
      actions={
        <DatePicker.RangePicker
          picker="month"
          aria-label={t('month')}
          allowClear={false}
          value={[dayjs(from), dayjs(to)]}
          onChange={(months) => {
            if (months?.[0]) setFrom(months[0].startOf('month').format(DAY));
            if (months?.[1]) setTo(months[1].endOf('month').format(DAY));
          }}
        />
      }
    >
      <Tabs
        size="small"
        items={[
          {
            key: 'table',
            label: t('rateTable'),
            children: (
              <>
                <Table from={from} to={to} />
                {may(COMPLAINTS_PERMISSIONS.enterRepairs) ? <EnterRepairs month={to.slice(0, 7)} /> : null}
              </>
            ),
          },
          {
            key: 'paper',
            label: t('printRate'),
            children: (
              <PrintPanel
                address="/api/complaints/registers/complaint-rate"
                title={`${t('rate')} ${from}—${to}`}
                range={{ from, to }}
              />
            ),
          },
        ]}
      />
    </Page>
  );
}

/** `12.5%`; without a repair a dash, never 0 (CMP-16). */
const percent = (rate: number | null): string => (rate === null ? '—' : `${(rate * 100).toFixed(1)}%`);

function Table({ from, to }: { readonly from: string; readonly to: string }) {
  const t = useTexts(complaintsTexts);
  const query = useQuery({
    queryKey: [...rateKey, from, to],
    queryFn: () => api.get<ComplaintRate>('/api/complaints/rate', { from, to }),
  });
  return (
    <Section>
      <p className="bh-act-note">{t('rateHelp')}</p>
      <Loaded query={query}>
        {({ rows, total }) => (
          <table className="bh-clock-table bh-rate" aria-label={t('rateTable')}>
            <thead>
              <tr>
                <th>{t('department')}</th>
                <th>{t('complaintCount')}</th>
                <th>{t('repairCount')}</th>
                <th>{t('rate')}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map(({ unit, complaints, repairs, source, rate }) => (
                <tr key={unit.id}>
                  <th>{unit.name}</th>
                  <td>{complaints}</td>
                  <td>
                    {repairs ?? '—'}{' '}
                    {source === 'counted' ? null : <span className="bh-muted bh-small">{t(source)}</span>}
                  </td>
                  <td>{percent(rate)}</td>
                </tr>
              ))}
              <tr>
                <th>
                  <b>{t('total')}</b>
                </th>
                <td>{total.complaints}</td>
                <td>{total.repairs ?? '—'}</td>
                <td>{percent(total.rate)}</td>
              </tr>
            </tbody>
          </table>
        )}
      </Loaded>
    </Section>
  );
}

function EnterRepairs({ month }: { readonly month: string }) {
  const t = useTexts(complaintsTexts);
  const me = useMe();
  const client = useQueryClient();
  const [saved, setSaved] = useState<number>();
  return (
    <Section title={t('enterRepairs')} className="bh-narrow">
      {saved === undefined ? null : <p className="bh-act-note">{t('repairsSaved', { count: saved })}</p>}
      <ActionForm<{ readonly rows: number }>
        key={month}
        draft={`${me.id}:complaints:repairs:${month}`}
        initial={{ month }}
        submitLabel={t('enterRepairs')}
        toBody={typedValues}
        action={(body, options) => api.post('/api/complaints/repairs', body, options)}
        onDone={({ rows }) => {
          setSaved(rows);
          void client.invalidateQueries({ queryKey: rateKey });
        }}
      >
        <TextField name="month" label={t('month')} rows={1} max={7} className="bh-w140" required />
        <ListField name="rows" label={t('repairsOf')} addLabel={t('addDepartment')} max={100}>
          {(index) => (
            <div className="bh-row">
              <UnitField
                name={[index, 'unitId']}
                label={t('departmentOf', { number: index + 1 })}
                className="bh-grow"
                required
              />
              <NumberField name={[index, 'repairs']} label={t('repairCount')} min={0} required />
            </div>
          )}
        </ListField>
      </ActionForm>
    </Section>
  );
}
