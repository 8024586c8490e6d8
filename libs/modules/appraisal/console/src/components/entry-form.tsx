/** Notes a record: an incentive, a check or mistake, a breach by the catalogue (APR-2, APR-3a). */
import { APPRAISAL_PERMISSIONS as MAY, HAND_ENTRIES, type EntryView, type HandEntry } from '@bihuan/appraisal-contract';
import {
  ActionForm,
  api,
  ChoiceField,
  DayField,
  NumberField,
  PersonField,
  suiteNow,
  TextField,
  typedValues,
  useCan,
  useMe,
  useTexts,
  useTitle,
  wallClock,
} from '@bihuan/console-kit';
import { Form } from 'antd';
import { useSection } from '../api/appraisal';
import { appraisalTexts } from '../locales/texts';

const PERMITS: Readonly<Record<HandEntry, string>> = {
  incentive: MAY.enterIncentive,
  check: MAY.enterCheck,
  breach: MAY.enterBreach,
};

/** Kinds this person may note. */
export function useMyEntries(): readonly HandEntry[] {
  const can = useCan();
  return HAND_ENTRIES.filter((entry) => can(PERMITS[entry]));
}

export function EntryForm(props: { readonly onDone: (entry: EntryView) => void; readonly onCancel: () => void }) {
  const t = useTexts(appraisalTexts);
  const me = useMe();
  const mine = useMyEntries();
  return (
    <ActionForm<EntryView>
      draft={`${me.id}:appraisal:entry`}
      initial={{ entry: mine[0], date: wallClock(new Date(suiteNow())).date }}
      submitLabel={t('newEntry')}
      toBody={typedValues}
      action={(body, options) => api.post<EntryView>('/api/appraisal/entries', body, options)}
      onDone={props.onDone}
      onCancel={props.onCancel}
    >
      <ChoiceField
        name="entry"
        label={t('kind')}
        required
        options={mine.map((entry) => ({ value: entry, label: t(`entry.${entry}`) }))}
      />
      <div className="bh-row">
        <PersonField className="bh-grow" name="employeeId" label={t('person')} required />
        <DayField name="date" label={t('date')} required />
      </div>
      <Terms />
      <TextField name="ground" label={t('ground')} required rows={2} max={1000} />
      <TextField name="witness" label={t('witness')} rows={1} max={100} />
    </ActionForm>
  );
}

/** What the kind asks: points, or a code with its range. */
function Terms() {
  const t = useTexts(appraisalTexts);
  const title = useTitle();
  const section = useSection();
  const entry = Form.useWatch<HandEntry | undefined>('entry');
  const code = Form.useWatch<string | undefined>('code');
  if (!section || !entry) return null;
  if (entry === 'incentive') {
    const most = section.incentiveMost;
    return <NumberField name="points" label={t('pointsPlusMinus', { most })} required min={-most} max={most} />;
  }
  const options = (entry === 'breach' ? section.breaches : section.checks).map((one) => ({
    value: one.code,
    label: title('text' in one ? one.text : one.title),
  }));
  const breach = entry === 'breach' ? section.breaches.find((one) => one.code === code) : undefined;
  const measured = entry === 'check' && section.checks.find((one) => one.code === code)?.measure === 'percent';
  return (
    <div className="bh-row">
      <ChoiceField className="bh-grow" name="code" label={t('code')} required as="list" options={options} />
      {breach ? (
        <NumberField
          name="points"
          label={t('pointsRange', { from: breach.from, to: breach.to })}
          required
          min={breach.from}
          max={breach.to}
        />
      ) : null}
      {measured ? <NumberField name="points" label={t('percentRight')} required min={0} max={100} /> : null}
    </div>
  );
}
