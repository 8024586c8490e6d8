/** What may be done with a sheet: rate oneself, score, release (APR-2, APR-7). */
import type { SheetView } from '@bihuan/appraisal-contract';
import { MatterActs, TextField, useTexts } from '@bihuan/console-kit';
import { sheets } from '../api/appraisal';
import { appraisalTexts } from '../locales/texts';
import { given, ScoreFields, scoresOf } from './score-fields';

export function SheetActs({ sheet }: { readonly sheet: SheetView }) {
  const t = useTexts(appraisalTexts);
  const all = sheet.parts.flatMap(({ items }) => items);
  // The head gives what no record gives, and decides where the records are too few (RD-31).
  const heads = all.filter(({ scoredBy, undecided }) => scoredBy === 'head' || undecided !== null);
  return (
    <MatterActs
      of={sheets}
      matter={sheet}
      acts={{
        'self-score': {
          fields: <ScoreFields items={all} />,
          initial: given(all, 'self'),
          toBody: (values) => scoresOf(all, values),
        },
        'head-score': {
          fields: <ScoreFields items={heads} beside />,
          initial: given(heads, 'head'),
          toBody: (values) => scoresOf(heads, values),
        },
        release: { fields: <TextField name="text" label={t('text')} rows={2} max={1000} /> },
      }}
    />
  );
}
