/** The acts of a problem form, as the server allows them now, each with its small form (HOT-6 … HOT-9). */
import {
  MatterActs,
  TextField,
  UnitField,
  useRoomWords,
  useTexts,
  WhenField,
  YesNoField,
  type ActTable,
} from '@bihuan/console-kit';
import type { ProblemFormView } from '@bihuan/hotline-contract';
import { problemForms } from '../api/problem-forms';
import { hotlineTexts } from '../locales/texts';
import { ReferFields, referBody } from './refer-fields';
import { savedNow } from './saved-now';

export function FormActs(props: {
  readonly form: ProblemFormView;
  readonly onChanged?: (form: ProblemFormView) => void;
}) {
  const { form, onChanged } = props;
  const t = useTexts(hotlineTexts);
  const words = useRoomWords();
  return (
    <MatterActs
      of={problemForms}
      matter={form}
      acts={useActs(form)}
      onChanged={onChanged}
      savedNow={(now, action) => savedNow(now, action, t, (state) => words('hotline', 'states', state))}
    />
  );
}

function useActs(form: ProblemFormView): ActTable {
  const t = useTexts(hotlineTexts);
  const note = <TextField name="text" label={t('note')} />;
  const reason = <TextField name="reason" label={t('reason')} required />;
  return {
    refer: {
      label: t('act.refer'),
      fields: <ReferFields routing={form.routing} />,
      initial: { unitId: form.routing.unit?.id },
      toBody: (values) => referBody(form.routing, values),
    },
    accept: { label: t('act.accept'), fields: <AcceptFields />, initial: { place: form.address || form.site } },
    plan: { label: t('act.plan'), fields: <TextField name="text" label={t('planText')} required rows={4} /> },
    handle: { label: t('act.handle'), fields: <TextField name="text" label={t('handleText')} required rows={4} /> },
    'order-repair': { quiet: true, label: t('act.order-repair'), note: t('orderRepairNote'), fields: note },
    audit: { label: t('act.audit'), fields: <TextField name="text" label={t('auditText')} /> },
    answer: {
      label: t('act.form-answer'),
      fields: (
        <>
          <TextField name="text" label={t('answerText')} />
          <YesNoField name="satisfied" label={t('satisfied')} unknown />
        </>
      ),
    },
    conclude: { label: t('act.form-conclude'), fields: note },
    dissatisfied: {
      quiet: true,
      label: t('act.dissatisfied'),
      fields: <TextField name="text" label={t('dissatisfiedText')} required />,
    },
    return: {
      quiet: true,
      label: t('act.return'),
      fields: (
        <>
          {reason}
          <UnitField name="unitId" label={t('returnUnit')} />
        </>
      ),
    },
    'await-customer': {
      quiet: true,
      label: t('act.form-await'),
      note: t('awaitFormNote'),
      fields: <TextField name="reason" label={t('awaitReason')} required />,
    },
    resume: { label: t('act.resume'), fields: note },
    withdraw: { quiet: true, label: t('act.withdraw'), fields: reason },
  };
}

function AcceptFields() {
  const t = useTexts(hotlineTexts);
  return (
    <>
      <div className="bh-row">
        <WhenField name="appointmentAt" label={t('appointmentAt')} />
        <TextField name="place" label={t('place')} rows={1} max={300} className="bh-grow" />
      </div>
      <div className="bh-row">
        <TextField name="judgement" label={t('judgement')} rows={1} className="bh-grow" />
        <TextField name="parts" label={t('parts')} rows={1} className="bh-grow" />
      </div>
      <TextField name="text" label={t('remark')} rows={2} />
    </>
  );
}
