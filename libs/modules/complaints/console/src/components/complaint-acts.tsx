/** Every act of a complaint, of which the server's stand on the page (api.md Complaints). */
import {
  ChoiceField,
  MatterActs,
  MatterField,
  PersonField,
  TextField,
  UnitField,
  useTexts,
  WhenField,
  type ActTable,
} from '@bihuan/console-kit';
import { SUPERVISION_GROUNDS, type ComplaintView } from '@bihuan/complaints-contract';
import { complaints } from '../api/complaints';
import { complaintsTexts } from '../locales/texts';
import { useCustomerActs } from './customer-acts';
import { useHandlingActs } from './handling-acts';
import { useIntakeActs } from './intake-acts';

export function ComplaintActs({ complaint }: { readonly complaint: ComplaintView }) {
  const acts = {
    ...useIntakeActs(complaint),
    ...useHandlingActs(complaint),
    ...useCustomerActs(complaint),
    ...useSupervisorsActs(complaint),
  };
  return <MatterActs of={complaints} matter={complaint} acts={acts} />;
}

/** What a supervisor does beside the path (CMP-3, CMP-20). */
function useSupervisorsActs(complaint: ComplaintView): ActTable {
  const t = useTexts(complaintsTexts);
  const reason = <TextField name="reason" label={t('reason')} required />;
  return {
    supervise: { quiet: true, fields: <SuperviseFields />, initial: { unitId: complaint.unit?.id, ground: 'key' } },
    look: {
      quiet: true,
      fields: (
        <>
          <TextField name="text" label={t('instruction')} />
          <WhenField name="dueAt" label={t('dueAt')} />
        </>
      ),
    },
    'mark-major': { quiet: true, note: t('majorNote'), fields: reason },
    join: {
      quiet: true,
      note: t('joinNote'),
      fields: (
        <MatterField
          name="complaintId"
          label={t('joinTo')}
          of={complaints}
          beside={({ customerName }) => customerName}
          except={complaint.id}
          required
        />
      ),
    },
    withdraw: { quiet: true, fields: reason },
  };
}

function SuperviseFields() {
  const t = useTexts(complaintsTexts);
  return (
    <>
      <ChoiceField
        name="ground"
        label={t('ground')}
        options={SUPERVISION_GROUNDS.map((value) => ({ value, label: t(`ground.${value}`) }))}
        required
      />
      <TextField name="instruction" label={t('instruction')} required />
      <div className="bh-row">
        <WhenField name="dueAt" label={t('dueAt')} required />
        <UnitField name="unitId" label={t('supervisedUnit')} className="bh-grow" />
        <PersonField name="employeeId" label={t('supervisedPerson')} ofUnit="unitId" className="bh-grow" />
      </div>
      <TextField name="requiredReply" label={t('requiredReply')} rows={1} />
    </>
  );
}
