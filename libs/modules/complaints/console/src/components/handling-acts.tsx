/** Acts of the handling: on the road between units, investigation, proposals, decision, carrying out (CMP-6, CMP-7). */
import {
  ChoiceField,
  CodeField,
  ListField,
  MoneyField,
  PersonField,
  TextField,
  typedValues,
  UnitField,
  useChoices,
  useTexts,
  type ActTable,
  type Values,
} from '@bihuan/console-kit';
import type { ComplaintView } from '@bihuan/complaints-contract';
import { useLists } from '../api/complaints';
import { complaintsTexts } from '../locales/texts';
import { UnitsField } from './units-field';

/** A compensation is whole or absent: an account nobody named is the house's own. */
export function proposeBody(values: Values): Values {
  const { proposals, ...rest } = typedValues(values);
  const list = (Array.isArray(proposals) ? proposals : []) as readonly {
    readonly text: string;
    readonly compensation?: { readonly kind?: string; readonly value?: number; readonly account?: string };
  }[];
  return {
    ...rest,
    proposals: list.map(({ text, compensation }) => ({
      text,
      ...(compensation?.kind ? { compensation: { account: '', value: 0, ...compensation } } : {}),
    })),
  };
}

export function useHandlingActs(complaint: ComplaintView): ActTable {
  const t = useTexts(complaintsTexts);
  const text = <TextField name="text" label={t('text')} />;
  const reason = <TextField name="reason" label={t('reason')} required />;
  const options = complaint.proposals.map(({ id, text: words }, index) => ({
    value: id,
    label: `${index + 1}. ${words}`,
  }));
  return {
    forward: {
      quiet: true,
      fields: (
        <>
          <UnitField name="unitId" label={t('toUnit')} required />
          {reason}
        </>
      ),
    },
    raise: { quiet: true, fields: reason },
    'name-co-operators': {
      quiet: true,
      fields: (
        <>
          <UnitsField name="unitIds" label={t('coOperators')} required />
          {text}
        </>
      ),
    },
    investigate: { fields: <InvestigateFields complaint={complaint} /> },
    propose: { fields: <ProposeFields />, toBody: proposeBody },
    decide: {
      fields: (
        <>
          <ChoiceField name="proposalId" label={t('chosen')} options={options} as="list" required />
          <TextField name="instruction" label={t('instruction')} required />
          <TextField name="customersChoice" label={t('customersChoice')} rows={1} />
        </>
      ),
      initial: { proposalId: options.length === 1 ? options[0]?.value : undefined },
    },
    'carry-out': {
      fields: (
        <>
          {text}
          <TextField name="consent" label={t('consentToDone')} rows={1} />
        </>
      ),
    },
    'feed-back': { fields: <TextField name="text" label={t('text')} required /> },
    'note-contact': {
      quiet: true,
      fields: (
        <>
          <TextField name="reason" label={t('reason')} rows={1} required />
          <TextField name="text" label={t('text')} required />
        </>
      ),
    },
  };
}

function InvestigateFields({ complaint }: { readonly complaint: ComplaintView }) {
  const t = useTexts(complaintsTexts);
  const lists = useLists();
  const choices = useChoices();
  const listed = (lists?.causes.length ?? 0) > 0;
  return (
    <>
      <TextField name="facts" label={t('facts')} rows={4} required />
      <div className="bh-row">
        <CodeField
          name="cause"
          label={t('cause')}
          codes={lists?.causes}
          as="list"
          max={2000}
          className="bh-grow"
          required
        />
        {listed ? <TextField name="causeText" label={t('causeText')} rows={1} max={2000} className="bh-grow" /> : null}
      </div>
      <ListField name="persons" label={t('persons')} addLabel={t('addPerson')}>
        {(index) => (
          <div className="bh-row">
            <PersonField
              name={[index, 'employeeId']}
              label={t('person', { number: index + 1 })}
              unitId={complaint.unit?.id}
              className="bh-grow"
            />
            <ChoiceField
              name={[index, 'breach']}
              label={t('breach')}
              options={choices(lists?.breaches)}
              as="list"
              className="bh-grow"
            />
          </div>
        )}
      </ListField>
    </>
  );
}

function ProposeFields() {
  const t = useTexts(complaintsTexts);
  const lists = useLists();
  const choices = useChoices();
  const compensations = choices(lists?.compensations);
  return (
    <>
      <ListField name="proposals" label={t('proposals')} addLabel={t('addProposal')} max={10}>
        {(index) => (
          <>
            <TextField
              name={[index, 'text']}
              label={t('proposal', { number: index + 1 })}
              rows={2}
              max={4000}
              required
            />
            {compensations.length > 0 ? (
              <div className="bh-row">
                <ChoiceField
                  name={[index, 'compensation', 'kind']}
                  label={t('compensation')}
                  options={compensations}
                  as="list"
                  className="bh-grow"
                />
                <MoneyField name={[index, 'compensation', 'value']} label={t('value')} />
                <TextField
                  name={[index, 'compensation', 'account']}
                  label={t('account')}
                  rows={1}
                  max={200}
                  className="bh-grow"
                />
              </div>
            ) : null}
          </>
        )}
      </ListField>
      <TextField name="customersChoice" label={t('customersChoice')} rows={1} />
    </>
  );
}
