/** The sheet as it is printed, and more: where every figure comes from and how it was found (APR-1, APR-7). */
import type { PartView, ScoredItemView, SheetView } from '@bihuan/appraisal-contract';
import { usePunctuation, useTexts, useTitle } from '@bihuan/console-kit';
import { appraisalTexts } from '../locales/texts';

export function ScoreTable({ sheet }: { readonly sheet: SheetView }) {
  const t = useTexts(appraisalTexts);
  const marks = usePunctuation();
  const title = useTitle();
  const { totals } = sheet;
  const main = sheet.parts.filter(({ group }) => group === 'main');
  const others = sheet.parts.filter(({ group }) => group !== 'main');
  const items = totals.uncapped === null ? null : round(totals.uncapped - totals.incentive);
  return (
    <table className="bh-scores" aria-label={t('sheets')}>
      <thead>
        <tr>
          <th>{t('item')}</th>
          <th>{t('guidance')}</th>
          <th>{t('selfScore')}</th>
          <th>{t('headScore')}</th>
        </tr>
      </thead>
      {main.map((part) => (
        <Part key={part.code} part={part} />
      ))}
      <tbody>
        <Sum
          label={marks.aside(t('score'), main.map((part) => `${title(part.title)} ${part.weight}`).join(' + '))}
          value={items}
        />
        <Sum label={t('incentives')} value={totals.incentive === 0 ? null : signed(totals.incentive)} />
        <Sum
          label={t('mainPart')}
          note={totals.capped ? t('uncapped', { sum: totals.uncapped ?? 0, weight: totals.mainWeight }) : undefined}
          value={totals.main}
        />
      </tbody>
      {others.map((part) => (
        <Part key={part.code} part={part} />
      ))}
      <tbody className="bh-scores-total">
        <Sum
          label={t('total')}
          note={totals.self === null ? undefined : `${t('selfTotal')} ${totals.self}`}
          value={totals.total}
        />
      </tbody>
    </table>
  );
}

const round = (points: number): number => Math.round(points * 100) / 100;
const signed = (points: number): string => (points > 0 ? `+${points}` : String(points));

function Part({ part }: { readonly part: PartView }) {
  const t = useTexts(appraisalTexts);
  const title = useTitle();
  // A part that is its only item needs no heading of its own.
  const [only, second] = part.items;
  const alone = only && !second && title(only.title) === title(part.title);
  return (
    <tbody>
      {alone ? null : (
        <tr className="bh-scores-part">
          <th colSpan={3}>
            {title(part.title)} <span className="bh-muted">{t('weight', { weight: part.weight })}</span>
          </th>
          <td>{part.points ?? '—'}</td>
        </tr>
      )}
      {part.items.map((item) => (
        <Item key={item.code} item={item} />
      ))}
    </tbody>
  );
}

function Item({ item }: { readonly item: ScoredItemView }) {
  const t = useTexts(appraisalTexts);
  const marks = usePunctuation();
  const title = useTitle();
  return (
    <tr>
      <td>
        {title(item.title)} <span className="bh-muted">{t('weight', { weight: item.weight })}</span>
      </td>
      <td>
        <Bands item={item} points={item.points} />
        <div className="bh-small bh-muted">
          {t(`basis.${item.basis}`)}
          {item.arithmetic && item.basis !== 'head' ? `${marks.colon}${item.arithmetic}` : ''}
          {item.undecided ? ` · ${t(item.undecided === 'too-few' ? 'tooFew' : 'noRecords')}` : ''}
          {item.headGround ? ` · ${item.headGround}` : ''}
        </div>
      </td>
      <td>{item.self ?? ''}</td>
      <td>
        <strong>{item.points ?? '—'}</strong>
      </td>
    </tr>
  );
}

/** What earns each band; the one reached stands out. */
export function Bands(props: {
  readonly item: Pick<ScoredItemView, 'bands' | 'standard'>;
  readonly points: number | null | undefined;
}) {
  const { item, points } = props;
  const title = useTitle();
  return (
    <ul className="bh-bands">
      {item.bands.map(({ from, to, label, guidance }) => {
        const reached = points !== null && points !== undefined && points >= from && points < to + 1;
        return (
          <li key={label} className={reached ? 'bh-band-reached' : ''}>
            <b>{label}</b> {title(guidance)}
          </li>
        );
      })}
    </ul>
  );
}

function Sum(props: {
  readonly label: string;
  readonly note?: string | undefined;
  readonly value: number | string | null;
}) {
  return (
    <tr className="bh-scores-sum">
      <th colSpan={3}>
        {props.label} {props.note ? <span className="bh-muted">{props.note}</span> : null}
      </th>
      <td>
        <strong>{props.value ?? '—'}</strong>
      </td>
    </tr>
  );
}
