/** One indicator at a glance: value, target met or missed, the period before and the same of last year (RPT-1, RPT-3). */
import { Loaded, useLanguage, useTexts, useTitle, type Language } from '@bihuan/console-kit';
import type { FigureView, IndicatorView } from '@bihuan/reporting-contract';
import { Link } from 'react-router';
import { useFigure } from '../api/reporting';
import { periodName } from '../format/period';
import { change, formatValue, meets } from '../format/value';
import { reportingTexts } from '../locales/texts';
import { questionSearch } from './question';

export function FigureTile({ indicator, period }: { readonly indicator: IndicatorView; readonly period: string }) {
  const title = useTitle();
  const figure = useFigure(indicator.id, { period });
  return (
    <li className="bh-tile">
      <Link to={`/figures/${indicator.id}?${questionSearch({ period })}`} title={title(indicator.definition)}>
        <h2>{title(indicator.title)}</h2>
        <Loaded query={figure} rows={2}>
          {(view) => (
            <>
              <FigureValue figure={view} indicator={indicator} />
              <FigureBeside figure={view} indicator={indicator} />
            </>
          )}
        </Loaded>
      </Link>
    </li>
  );
}

interface Shown {
  readonly figure: FigureView;
  readonly indicator: IndicatorView;
}

/** The number, or in words why there is none; beside it the target and on which side of it. */
export function FigureValue({ figure, indicator }: Shown) {
  const t = useTexts(reportingTexts);
  const language = useLanguage();
  const { value, note } = figure;
  return (
    <p className="bh-tile-value">
      {value === null ? (
        <span className="bh-muted">{note === 'no-base' ? t('note.no-base') : t('note.none')}</span>
      ) : (
        <strong>
          {formatValue(value, indicator.unit, language)}
          {indicator.unit === 'count' || indicator.unit === 'points' ? (
            <small> {t(`unit.${indicator.unit}`)}</small>
          ) : null}
        </strong>
      )}
      <TargetMark value={value} target={figure.target} indicator={indicator} />
    </p>
  );
}

export function TargetMark(props: {
  readonly value: number | null;
  readonly target: number | null;
  readonly indicator: Pick<IndicatorView, 'unit' | 'higherIsBetter'>;
}) {
  const { value, target, indicator } = props;
  const t = useTexts(reportingTexts);
  const language = useLanguage();
  if (target === null) return null;
  const met = meets(value, target, indicator);
  const goal = t(indicator.higherIsBetter ? 'atLeast' : 'atMost', {
    value: formatValue(target, indicator.unit, language),
  });
  return (
    <span className={`bh-goal ${met === undefined ? '' : met ? 'bh-goal-met' : 'bh-goal-missed'}`}>
      {met === undefined ? null : <b>{met ? `✓ ${t('better')}` : `× ${t('worse')}`}</b>} {goal}
    </span>
  );
}

const against = (label: string, then: FigureView['before'], { figure, indicator }: Shown, language: Language) => {
  const moved = change(figure.value, then.value, indicator.unit);
  const was = then.value === null ? '—' : formatValue(then.value, indicator.unit, language);
  return { label, was, moved, of: periodName(then.period, language) };
};

/** What it was before and a year ago, and by how much it moved. */
export function FigureBeside({ figure, indicator }: Shown) {
  const t = useTexts(reportingTexts);
  const language = useLanguage();
  const shown = { figure, indicator };
  const rows = [
    against(t('before'), figure.before, shown, language),
    against(t('lastYear'), figure.lastYear, shown, language),
  ];
  return (
    <span className="bh-tile-beside">
      {rows.map(({ label, was, moved, of }) => (
        <span key={label} title={of}>
          {label} {was}
          {moved ? ` (${moved})` : ''}
        </span>
      ))}
    </span>
  );
}
