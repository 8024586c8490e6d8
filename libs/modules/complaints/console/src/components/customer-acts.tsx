/** Acts towards the customer and on paper: answer, promises, report, revisit, screening, filing (CMP-8 … CMP-10). */
import {
  AttachmentField,
  ChoiceField,
  PersonField,
  TextField,
  useChoices,
  useTexts,
  WhenField,
  YesNoField,
  type ActTable,
} from '@bihuan/console-kit';
import { ANSWER_OUTCOMES, type ComplaintView } from '@bihuan/complaints-contract';
import { Form } from 'antd';
import { useLists } from '../api/complaints';
import { complaintsTexts } from '../locales/texts';

export function useCustomerActs(complaint: ComplaintView): ActTable {
  const t = useTexts(complaintsTexts);
  const lists = useLists();
  const choices = useChoices();
  const text = <TextField name="text" label={t('text')} />;
  const words = <TextField name="text" label={t('text')} required />;
  return {
    answer: {
      fields: (
        <>
          <ChoiceField
            name="outcome"
            label={t('outcome')}
            options={ANSWER_OUTCOMES.map((value) => ({ value, label: t(`outcome.${value}`) }))}
            required
          />
          <ChoiceField name="way" label={t('way')} options={choices(lists?.ways)} required />
          {text}
          <YesNoField name="satisfied" label={t('satisfied')} required={false} />
        </>
      ),
      initial: { way: complaint.way ?? undefined },
    },
    'progress-reply': { quiet: true, fields: words },
    're-promise': {
      quiet: true,
      note: t('rePromiseNote'),
      fields: (
        <>
          <div className="bh-row">
            <WhenField name="dueAt" label={t('newPromise')} required />
            {lists?.procedure.approvalOfRePromise ? (
              <PersonField name="approvedBy" label={t('approvedBy')} className="bh-grow" required />
            ) : null}
          </div>
          <TextField name="reason" label={t('reason')} required />
        </>
      ),
    },
    report: { fields: <ReportFields complaint={complaint} />, initial: { way: 'paper' } },
    'take-feedback': { fields: words },
    revisit: {
      fields: (
        <>
          <YesNoField name="satisfied" label={t('satisfied')} />
          <TextField name="proposal" label={t('customersProposal')} rows={2} max={2000} />
          {text}
        </>
      ),
    },
    screen: {
      note: t('screenNote'),
      fields: (
        <>
          <YesNoField name="handlingWrong" label={t('handlingWrong')} />
          <TextField name="reason" label={t('reason')} required />
          <TextField name="requirement" label={t('requirement')} rows={2} />
        </>
      ),
    },
    summarise: {
      fields: (
        <>
          <TextField name="evaluation" label={t('evaluation')} required />
          <TextField name="class" label={t('classOfComplaint')} rows={1} max={200} required />
          <TextField name="countermeasure" label={t('countermeasure')} required />
        </>
      ),
    },
    file: { fields: text },
  };
}

/** CMP-10: paper with the repair report or why it is missing; a copy that arrived; or the note of a phone call. */
function ReportFields({ complaint }: { readonly complaint: ComplaintView }) {
  const t = useTexts(complaintsTexts);
  const byPhone = Form.useWatch<unknown>('way') === 'phone-note';
  const repairReport = Form.useWatch<unknown>('attachmentId');
  const arrival = Form.useWatch<unknown>('copy') !== undefined;
  const asked = complaint.report?.repairReport == null && !arrival && !repairReport;
  const copies = (complaint.report?.copies ?? []).filter(({ arrivedAt }) => arrivedAt === null);
  return (
    <>
      <div className="bh-row">
        <ChoiceField
          name="way"
          label={t('reportWay')}
          options={(['paper', 'phone-note'] as const).map((value) => ({ value, label: t(`reportWay.${value}`) }))}
          required
        />
        {!byPhone && complaint.report?.paper ? (
          <ChoiceField
            name="copy"
            label={t('reportCopy')}
            options={copies.map(({ copy, holder }) => ({
              value: copy,
              label: `${t(copy === 1 ? 'copy.1' : 'copy.2')} ${holder}`,
            }))}
          />
        ) : null}
      </div>
      <TextField name="text" label={t('text')} />
      {byPhone ? (
        <TextField name="opinion" label={t('opinion')} rows={2} max={2000} />
      ) : (
        <div className="bh-row">
          <AttachmentField name="attachmentId" label={t('repairReport')} />
          <TextField name="missingReason" label={t('missingReason')} rows={1} className="bh-grow" required={asked} />
        </div>
      )}
    </>
  );
}
