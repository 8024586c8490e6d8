/** What may be done with a revisit now, each with its small form (RVT-2, RVT-3). */
import {
  ChoiceField,
  MatterActs,
  TextField,
  typedValues,
  useTexts,
  WhenField,
  type ActTable,
  type Values,
} from '@bihuan/console-kit';
import type { RevisitTaskView } from '@bihuan/revisit-contract';
import { revisits } from '../api/tasks';
import { revisitTexts } from '../locales/texts';
import { ResultFields } from './result-fields';

/** `result` of a call that reached the customer. */
export const resultBody = (values: Values): Values => ({ outcome: 'reached', ...typedValues(values) });

export function TaskActs({ task }: { readonly task: RevisitTaskView }) {
  const t = useTexts(revisitTexts);
  const reason = <TextField name="reason" label={t('reason')} rows={1} className="bh-grow" />;
  const acts: ActTable = {
    prepare: { label: t('act.prepare'), note: t('prepareNote') },
    start: { label: t('act.start') },
    resume: { label: t('act.resume') },
    result: { label: t('act.result'), fields: <ResultFields task={task} />, toBody: resultBody },
    'not-reached': {
      label: t('act.not-reached'),
      fields: <TextField name="text" label={t('note')} rows={1} />,
    },
    move: {
      label: t('act.move'),
      fields: (
        <div className="bh-row">
          <WhenField name="at" label={t('at')} required />
          {reason}
        </div>
      ),
    },
    cancel: {
      label: t('act.cancel'),
      fields: <TextField name="reason" label={t('reason')} rows={1} required />,
    },
    send:
      task.writtenWays.length === 0
        ? undefined
        : {
            label: t('act.send'),
            fields: (
              <ChoiceField
                name="way"
                label={t('way')}
                options={task.writtenWays.map((value) => ({ value, label: t(`way.${value}` as 'way.sms') }))}
                required
              />
            ),
          },
  };
  return <MatterActs of={revisits} matter={task} acts={acts} />;
}
