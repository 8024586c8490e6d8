/** Hour × weekday as a table whose cells are shaded: numbers for everybody, shades for the eye, readable on paper (RPT-5). */
import { useTexts } from '@bihuan/console-kit';
import type { HeatCell } from '@bihuan/reporting-contract';
import { reportingTexts } from '../locales/texts';

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;
const HOURS = Array.from({ length: 24 }, (_, hour) => hour);

/** Dark enough that its number is written in white. */
const DARK = 0.55;

export function HeatTable({ cells, title }: { readonly cells: readonly HeatCell[]; readonly title: string }) {
  const t = useTexts(reportingTexts);
  const counts = new Map(cells.map(({ weekday, hour, cases }) => [`${weekday} ${hour}`, cases]));
  const most = Math.max(1, ...counts.values());
  if (counts.size === 0) return <p className="bh-muted">{t('heatNone')}</p>;
  return (
    <table className="bh-heat" aria-label={title}>
      <thead>
        <tr>
          <th scope="col" aria-label={t('weekday')} />
          {HOURS.map((hour) => (
            <th key={hour} scope="col" abbr={`${hour}:00`}>
              {hour}
            </th>
          ))}
          <th scope="col">{t('total')}</th>
        </tr>
      </thead>
      <tbody>
        {WEEKDAYS.map((weekday) => (
          <tr key={weekday}>
            <th scope="row">{t(`weekday.${weekday}`)}</th>
            {HOURS.map((hour) => {
              const count = counts.get(`${weekday} ${hour}`) ?? 0;
              const shade = count === 0 ? 0 : 0.12 + (0.88 * count) / most;
              return (
                <td
                  key={hour}
                  className={shade > DARK ? 'bh-heat-dark' : undefined}
                  style={shade > 0 ? { background: `rgb(20 86 107 / ${shade.toFixed(2)})` } : undefined}
                >
                  {count > 0 ? count : ''}
                </td>
              );
            })}
            <td className="bh-heat-sum">
              {HOURS.reduce((sum, hour) => sum + (counts.get(`${weekday} ${hour}`) ?? 0), 0)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
