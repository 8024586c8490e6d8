/** An appeal taken in from a regulator, linked to the complaint that was handled before (APL-1). */
import {
  AttachmentField,
  CallerField,
  ChoiceField,
  CodeField,
  NewMatterPage,
  TextField,
  typedValues,
  useChoices,
  useTexts,
  WhenField,
  YesNoField,
  type Values,
} from '@bihuan/console-kit';
import type { AppealsSection } from '@bihuan/appeals-contract';
import { appealPath, appeals, useLevels, useSection } from '../api/appeals';
import { LikelyComplaints } from '../components/earlier';
import { appealsTexts } from '../locales/texts';

/** The phone may be empty, and is then said to be so. */
export const receiveBody = (values: Values): Values => ({ phone: '', ...typedValues(values) });

export function NewAppealPage() {
  const t = useTexts(appealsTexts);
  const section = useSection();
  if (!section) return null;
  return (
    <NewMatterPage
      ofCustomer
      of={appeals}
      title={t('newAppeal')}
      submitLabel={t('receive')}
      path={appealPath}
      initial={{ filed: true }}
      fields={<Fields section={section} />}
      toBody={receiveBody}
    />
  );
}

function Fields({ section }: { readonly section: AppealsSection }) {
  const t = useTexts(appealsTexts);
  const levels = useLevels();
  const choices = useChoices();
  return (
    <>
      <div className="bh-row">
        <CodeField
          name="regulator"
          label={t('regulator')}
          codes={section.regulators}
          as="list"
          className="bh-grow"
          required
        />
        <TextField name="caseNumber" label={t('caseNumber')} rows={1} max={100} className="bh-grow" required />
        <YesNoField name="filed" label={t('filed')} yes={t('filedYes')} no={t('filedNo')} />
        <CodeField name="channel" label={t('channel')} codes={section.channels} as="list" className="bh-w140" />
      </div>
      <div className="bh-row">
        <CallerField name="phone" label={t('phone')} fill="appellant" className="bh-grow" />
        <TextField name="appellant" label={t('appellant')} rows={1} max={100} className="bh-grow" required />
        <ChoiceField name="level" label={t('level')} options={choices(levels)} as="list" className="bh-w140" />
      </div>
      <TextField name="matter" label={t('matter')} rows={4} required />
      <LikelyComplaints />
      <div className="bh-row">
        <CodeField
          name="business"
          label={t('business')}
          codes={section.businesses}
          as="list"
          className="bh-grow"
          required
        />
        <CodeField name="nature" label={t('nature')} codes={section.natures} as="list" className="bh-grow" required />
        <ChoiceField name="gravity" label={t('gravity')} options={choices(section.gravities)} as="buttons" multiple />
        <YesNoField name="keyCase" label={t('keyCaseLong')} required={false} />
      </div>
      <div className="bh-row">
        <WhenField name="replyDueAt" label={t('replyDueAt')} />
        <WhenField name="receivedAt" label={t('receivedAt')} help={t('receivedHelp')} />
        <AttachmentField name="documents" label={t('documents')} multiple />
      </div>
    </>
  );
}
