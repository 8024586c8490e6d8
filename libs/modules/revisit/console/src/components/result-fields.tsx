/** The result of a call that reached the customer: machine, satisfaction, rating, his own words (RVT-3, RVT-4). */
import { ChoiceField, NumberField, TextField, usePunctuation, useTexts, YesNoField } from '@bihuan/console-kit';
import type { RevisitTaskView } from '@bihuan/revisit-contract';
import { TROUBLES } from '@bihuan/revisit-contract';
import { Form } from 'antd';
import { stepsOf, useRevisitSection } from '../api/pack';
import { revisitTexts } from '../locales/texts';
import { branchOf, Script } from './script';

export function ResultFields({ task }: { readonly task: RevisitTaskView }) {
  const t = useTexts(revisitTexts);
  const marks = usePunctuation();
  const section = useRevisitSection();
  const branch = branchOf(Form.useWatch<unknown>('satisfied'), Form.useWatch<unknown>('machineWorks'), {
    ...section,
    trouble: Form.useWatch<unknown>('trouble'),
  });
  const bad = branch === 'not-satisfied';
  return (
    <>
      <div className="bh-row">
        <YesNoField name="machineWorks" label={t('machineWorks')} yes={t('yes')} no={t('no')} required={false} />
        <ChoiceField
          name="satisfied"
          label={t('satisfied')}
          options={[
            { value: true, label: t('satisfied.true') },
            { value: 'fair', label: t('satisfied.fair') },
            { value: false, label: t('satisfied.false') },
          ]}
          required
        />
      </div>
      <div className="bh-row">
        <ChoiceField
          name="rating"
          label={marks.aside(t('rating'), t('ratingHelp'))}
          options={[5, 4, 3, 2, 1].map((value) => ({ value, label: String(value) }))}
        />
        <ChoiceField
          name="trouble"
          label={t('trouble')}
          options={TROUBLES.map((value) => ({ value, label: t(`trouble.${value}`) }))}
        />
      </div>
      {branch ? <Script task={task} step={stepsOf(section, task.purpose).result} branch={branch} /> : null}
      {bad ? <p className="bh-act-note">{t('backNote')}</p> : null}
      <TextField name="words" label={t('words')} placeholder={t('wordsHint')} required={bad} />
      {bad ? (
        <div className="bh-row">
          <TextField name="about" label={t('about')} rows={1} max={500} className="bh-grow" />
          <TextField name="improve" label={t('improve')} rows={1} className="bh-grow" />
          <TextField name="promised" label={t('promised')} rows={1} className="bh-grow" />
        </div>
      ) : null}
      <div className="bh-row">
        <TextField name="suggestion" label={t('suggestion')} rows={1} max={2000} className="bh-grow" />
        <NumberField name="questions" label={limit(t('questions'), task.script.questionLimit)} min={0} max={999} />
        <TextField name="recording" label={t('recording')} rows={1} max={300} />
      </div>
      {task.script.mayLeave ? <TextField name="leftScript" label={t('leftScript')} rows={1} /> : null}
    </>
  );
}

/** A limit is shown, never blocked (RVT-3a). */
const limit = (label: string, most: number | null): string => (most === null ? label : `${label}（≤ ${most}）`);
