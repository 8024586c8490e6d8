/** A sanction proposed by hand and a circulation issued, from the complaint they follow from (CMP-11). */
import {
  ChoiceField,
  NewMatterForm,
  PersonField,
  Section,
  TextField,
  typedValues,
  UnitField,
  useCan,
  useChoices,
  useTexts,
} from '@bihuan/console-kit';
import { COMPLAINTS_PERMISSIONS, type ComplaintView } from '@bihuan/complaints-contract';
import { Button } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { circulationPath, circulations, sanctionPath, sanctions, useLists } from '../api/complaints';
import { complaintsTexts } from '../locales/texts';
import { UnitsField } from './units-field';

const { proposeSanction, issueCirculation } = COMPLAINTS_PERMISSIONS;

export function Consequences({ complaint }: { readonly complaint: ComplaintView }) {
  const t = useTexts(complaintsTexts);
  const may = useCan();
  const [open, setOpen] = useState<'sanction' | 'circulation'>();
  const close = (): void => setOpen(undefined);
  if (!may(proposeSanction) && !may(issueCirculation)) return null;
  return (
    <Section title={t('consequences')}>
      {open === 'sanction' ? <ProposeSanction complaint={complaint} onCancel={close} /> : null}
      {open === 'circulation' ? <IssueCirculation complaint={complaint} onCancel={close} /> : null}
      {open === undefined ? (
        <div className="bh-row">
          {may(proposeSanction) ? <Button onClick={() => setOpen('sanction')}>{t('proposeSanction')}</Button> : null}
          {may(issueCirculation) ? (
            <Button onClick={() => setOpen('circulation')}>{t('issueCirculation')}</Button>
          ) : null}
        </div>
      ) : null}
    </Section>
  );
}

interface Form {
  readonly complaint: ComplaintView;
  readonly onCancel: () => void;
}

function ProposeSanction({ complaint, onCancel }: Form) {
  const t = useTexts(complaintsTexts);
  const choices = useChoices();
  const lists = useLists();
  const navigate = useNavigate();
  return (
    <NewMatterForm
      of={sanctions}
      submitLabel={t('proposeSanction')}
      toBody={(values) => ({ complaintId: complaint.id, ...typedValues(values) })}
      onMade={({ id }) => void navigate(sanctionPath(id))}
      onCancel={onCancel}
      fields={
        <>
          <PersonField name="employeeId" label={t('named')} unitId={complaint.unit?.id} required />
          <ChoiceField name="breach" label={t('breach')} options={choices(lists?.breaches)} as="list" required />
          <TextField name="text" label={t('reason')} max={2000} />
        </>
      }
    />
  );
}

function IssueCirculation({ complaint, onCancel }: Form) {
  const t = useTexts(complaintsTexts);
  const navigate = useNavigate();
  return (
    <NewMatterForm
      of={circulations}
      submitLabel={t('issueCirculation')}
      initial={{ unitId: complaint.unit?.id, matter: complaint.matter }}
      toBody={(values) => ({ complaintId: complaint.id, ...typedValues(values) })}
      onMade={({ id }) => void navigate(circulationPath(id))}
      onCancel={onCancel}
      fields={
        <>
          <UnitField name="unitId" label={t('namedUnit')} />
          <TextField name="matter" label={t('matter')} max={2000} required />
          <TextField name="ground" label={t('basis')} rows={2} max={2000} required />
          <TextField name="handling" label={t('handling')} rows={2} max={2000} required />
          <TextField name="requirement" label={t('requirement')} rows={2} max={2000} />
          <UnitsField name="toUnitIds" label={t('toUnits')} />
        </>
      }
    />
  );
}
