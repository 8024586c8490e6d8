/** Two-way class, symptom and level: each only where the pack has it, kinds only those of the chosen business (CMP-2). */
import { ChoiceField, CodeField, useChoices, useTexts, YesNoField } from '@bihuan/console-kit';
import { Form } from 'antd';
import { useLists } from '../api/complaints';
import { complaintsTexts } from '../locales/texts';

export function ClassFields({ required = false }: { readonly required?: boolean }) {
  const t = useTexts(complaintsTexts);
  const lists = useLists();
  const choices = useChoices();
  const business = Form.useWatch<string | undefined>('business');
  if (!lists) return null;
  const ofBusiness = lists.businesses.find(({ code }) => code === business)?.kinds;
  const kinds = lists.kinds.filter(({ code }) => !ofBusiness || ofBusiness.includes(code));
  return (
    <>
      <div className="bh-row">
        {lists.businesses.length > 0 ? (
          <ChoiceField
            name="business"
            label={t('business')}
            options={choices(lists.businesses)}
            as="list"
            className="bh-grow"
            required={required}
          />
        ) : null}
        <CodeField
          name="kind"
          label={t('kind')}
          codes={kinds}
          as="list"
          className="bh-grow"
          required={required && lists.kinds.length > 0}
        />
        {lists.symptoms.length > 0 ? (
          <ChoiceField
            name="symptom"
            label={t('symptom')}
            options={choices(lists.symptoms)}
            as="list"
            className="bh-grow"
          />
        ) : null}
      </div>
      {lists.levels.length > 0 ? (
        <ChoiceField name="level" label={t('level')} options={choices(lists.levels)} required={required} />
      ) : null}
    </>
  );
}

/** What puts a complaint before others (CMP-3). */
export function UrgencyFields() {
  const t = useTexts(complaintsTexts);
  const lists = useLists();
  const choices = useChoices();
  if (!lists) return null;
  return (
    <div className="bh-row">
      <ChoiceField name="gravity" label={t('gravity')} options={choices(lists.gravities)} as="buttons" multiple />
      <YesNoField name="serviceDown" label={t('serviceDown')} required={false} />
      {lists.levels.length > 0 ? <YesNoField name="crossProvince" label={t('crossProvince')} required={false} /> : null}
    </div>
  );
}
