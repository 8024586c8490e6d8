/** Points by the keyboard: digits, Enter or ↓ to the next, ↑ back; the guidance of each band stands beside (APR-1, RD-33). */
import type { ScoredItemView } from '@bihuan/appraisal-contract';
import { usePunctuation, useTexts, useTitle, type Values } from '@bihuan/console-kit';
import { Form, Input, InputNumber } from 'antd';
import type { Rule } from 'antd/es/form';
import type { KeyboardEvent } from 'react';
import { appraisalTexts } from '../locales/texts';
import { Bands } from './score-table';

/** Goes from field to field; leaving the last one stays there. */
function walk(event: KeyboardEvent<HTMLInputElement>): void {
  const forward = event.key === 'Enter' || event.key === 'ArrowDown';
  if (event.ctrlKey || event.metaKey || event.altKey || (!forward && event.key !== 'ArrowUp')) return;
  event.preventDefault();
  const fields = [
    ...(event.currentTarget.closest('.bh-score-grid')?.querySelectorAll<HTMLInputElement>('.bh-points input') ?? []),
  ];
  const next = fields[fields.indexOf(event.currentTarget) + (forward ? 1 : -1)];
  next?.focus();
  next?.select();
}

export function ScoreFields(props: {
  readonly items: readonly ScoredItemView[];
  /** The person's own points stand beside: for the head to see, never counted (APR-2). */
  readonly beside?: boolean;
}) {
  const { items, beside = false } = props;
  const t = useTexts(appraisalTexts);
  return (
    <div className="bh-score-grid">
      <p className="bh-muted bh-small">{t('keysHelp')}</p>
      {items.map((item, index) => (
        <ScoreRow key={item.code} item={item} index={index} beside={beside} />
      ))}
    </div>
  );
}

function ScoreRow(props: { readonly item: ScoredItemView; readonly index: number; readonly beside: boolean }) {
  const { item, index, beside } = props;
  const t = useTexts(appraisalTexts);
  const marks = usePunctuation();
  const title = useTitle();
  const points = Form.useWatch<number | undefined>(['items', index, 'points']);
  // The head decides and says why; the person only rates himself (RD-31).
  const decides = beside && item.undecided === 'too-few';
  const name = title(item.title);
  // Bounds are the rule's: a field that clips would send what was not typed.
  return (
    <div className="bh-score-row">
      <div className="bh-points">
        <Form.Item
          name={['items', index, 'points']}
          label={marks.aside(name, `0–${item.weight}`)}
          rules={[{ type: 'integer', min: 0, max: item.weight, message: `0–${item.weight}` }]}
        >
          <InputNumber controls={false} keyboard={false} onKeyDown={walk} />
        </Form.Item>
        {beside && item.self !== null ? (
          <div className="bh-small bh-muted">
            {t('selfScore')} {item.self}
          </div>
        ) : null}
      </div>
      <div className="bh-grow">
        <div className="bh-small bh-muted">{title(item.standard)}</div>
        <Bands item={item} points={points} />
        {item.undecided ? <div className="bh-small">{t(decides ? 'tooFew' : 'noRecords')}</div> : null}
      </div>
      <Form.Item
        className="bh-ground"
        name={['items', index, 'ground']}
        label={decides ? t('groundNeeded') : t('ground')}
        rules={decides ? [reasonFor(index, t('groundNeeded'))] : []}
      >
        <Input.TextArea rows={2} maxLength={1000} />
      </Form.Item>
    </div>
  );
}

/** Asked of the values themselves when the form is sent: a decision without a reason is not one (RD-31). */
const reasonFor =
  (index: number, needed: string): Rule =>
  ({ getFieldValue }) => ({
    validator: (_: unknown, ground: string | undefined) => {
      const points: unknown = getFieldValue(['items', index, 'points']);
      return typeof points === 'number' && !ground?.trim() ? Promise.reject(new Error(needed)) : Promise.resolve();
    },
  });

interface Typed {
  readonly points?: number | null;
  readonly ground?: string;
}

/** Only items that were given points are sent. */
export function scoresOf(items: readonly ScoredItemView[], values: Values): { readonly items: readonly object[] } {
  const typed = (values['items'] ?? []) as readonly (Typed | undefined)[];
  return {
    items: items.flatMap(({ code }, index) => {
      const { points, ground } = typed[index] ?? {};
      if (typeof points !== 'number') return [];
      return [{ item: code, points, ...(ground?.trim() ? { ground: ground.trim() } : {}) }];
    }),
  };
}

/** What was given before stands there again. */
export const given = (
  items: readonly ScoredItemView[],
  side: 'self' | 'head',
): { readonly items: readonly Typed[] } => ({
  items: items.map(({ self, selfGround, points, headGround, basis }) =>
    side === 'self'
      ? { ...(self === null ? {} : { points: self }), ground: selfGround }
      : { ...(points !== null && (basis === 'head' || basis === 'decision') ? { points } : {}), ground: headGround },
  ),
});
