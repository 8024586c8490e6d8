/** Chooses a period: its kind, its neighbours by `[` and `]`, or any by the calendar (RPT-3). */
import { useHotkeys, useTexts } from '@bihuan/console-kit';
import { Button, DatePicker, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { firstDay, kindOf, periodOn, stepped, type PeriodKind } from '../format/period';
import { reportingTexts } from '../locales/texts';
import { today } from './question';

export interface PeriodPickerProps {
  readonly period: string;
  readonly kinds: readonly PeriodKind[];
  readonly onChange: (period: string) => void;
}

const DAY = 'YYYY-MM-DD';
const PICKERS = { week: 'week', month: 'month', quarter: 'quarter', year: 'year' } as const;

export function PeriodPicker({ period, kinds, onChange }: PeriodPickerProps) {
  const t = useTexts(reportingTexts);
  const kind = kindOf(period);
  const day = firstDay(period, today());
  const step = (by: 1 | -1): void => {
    if (by === -1 || kind !== 'live') onChange(stepped(period, by, today()));
  };
  useHotkeys([
    { keys: '[', title: t('earlier'), run: () => step(-1) },
    { keys: ']', title: t('later'), run: () => step(1) },
  ]);
  return (
    <span className="bh-period" role="group" aria-label={t('period')}>
      <Select
        aria-label={t('kind')}
        value={kind}
        options={kinds.map((value) => ({ value, label: t(`period.${value}`) }))}
        onChange={(value: PeriodKind) => onChange(periodOn(value, kind === 'live' ? today() : day))}
      />
      <Button aria-label={t('earlier')} title={`${t('earlier')}  [`} onClick={() => step(-1)}>
        ‹
      </Button>
      <Calendar period={period} onChange={onChange} />
      <Button aria-label={t('later')} title={`${t('later')}  ]`} disabled={kind === 'live'} onClick={() => step(1)}>
        ›
      </Button>
    </span>
  );
}

function Calendar({ period, onChange }: Pick<PeriodPickerProps, 'period' | 'onChange'>) {
  const t = useTexts(reportingTexts);
  const kind = kindOf(period);
  const common = { 'aria-label': t('period'), allowClear: false } as const;
  if (kind === 'live') return <span className="bh-period-live">{today()}</span>;
  if (kind === 'free') {
    const [from = '', to = ''] = period.split('..');
    return (
      <DatePicker.RangePicker
        {...common}
        value={[dayjs(from), dayjs(to)]}
        onChange={(days) => {
          if (days?.[0] && days[1]) onChange(`${days[0].format(DAY)}..${days[1].format(DAY)}`);
        }}
      />
    );
  }
  const chosen = (value: Dayjs | null): void => {
    if (value) onChange(periodOn(kind, value.format(DAY), value.hour()));
  };
  const day = dayjs(firstDay(period, today()));
  if (kind === 'hour') {
    const at = day.hour(Number(period.slice(11)));
    return <DatePicker {...common} showTime={{ format: 'HH' }} format={`${DAY} HH:00`} value={at} onChange={chosen} />;
  }
  const picker = kind === 'day' ? 'date' : PICKERS[kind];
  return <DatePicker {...common} picker={picker} value={day} onChange={chosen} />;
}
