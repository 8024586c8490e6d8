/** Every act of an appeal, of which the server's stand on the page (api.md Appeals). */
import {
  AttachmentField,
  ChoiceField,
  MatterActs,
  PersonField,
  TextField,
  UnitField,
  useRoomWords,
  useTexts,
  WhenField,
  YesNoField,
  type ActTable,
} from '@bihuan/console-kit';
import { APPEAL_CLOCKS, type AppealView } from '@bihuan/appeals-contract';
import { appeals } from '../api/appeals';
import { appealsTexts } from '../locales/texts';
import { concludeBody, ConcludeFields } from './conclude-fields';
import { LinkFields } from './earlier';

export function AppealActs({ appeal }: { readonly appeal: AppealView }) {
  const acts = { ...useBranchActs(appeal), ...useHeadquartersActs(appeal), ...useSideActs(appeal) };
  return <MatterActs of={appeals} matter={appeal} acts={acts} />;
}

function useBranchActs(appeal: AppealView): ActTable {
  const t = useTexts(appealsTexts);
  return {
    accept: {
      fields: (
        <>
          <PersonField name="assigneeId" label={t('assignee')} unitId={appeal.unit?.id} />
          <TextField name="text" label={t('text')} rows={2} />
        </>
      ),
    },
    verify: {
      fields: (
        <>
          <TextField name="text" label={t('facts')} rows={4} required />
          <AttachmentField name="evidence" label={t('evidence')} multiple />
        </>
      ),
    },
    plan: {
      fields: (
        <>
          <TextField name="text" label={t('plan')} required />
          <TextField name="explanation" label={t('explanation')} />
        </>
      ),
    },
    answer: {
      fields: (
        <>
          <TextField name="text" label={t('answerText')} required />
          <div className="bh-row">
            <TextField name="way" label={t('way')} rows={1} max={60} className="bh-w140" />
            <YesNoField name="firmAtFault" label={t('firmAtFault')} required={false} />
            <TextField name="improvement" label={t('improvement')} rows={1} max={4000} className="bh-grow" />
          </div>
        </>
      ),
    },
    report: {
      fields: (
        <>
          <TextField name="text" label={t('reportText')} rows={6} max={8000} required />
          <div className="bh-row">
            <AttachmentField name="evidence" label={t('evidence')} multiple />
            <TextField name="explanation" label={t('noEvidence')} rows={1} max={4000} className="bh-grow" />
          </div>
          <div className="bh-row">
            <TextField name="basis" label={t('basis')} rows={2} className="bh-grow" />
            <TextField name="measures" label={t('measures')} rows={2} className="bh-grow" />
          </div>
        </>
      ),
    },
  };
}

function useHeadquartersActs(appeal: AppealView): ActTable {
  const t = useTexts(appealsTexts);
  const text = <TextField name="text" label={t('text')} rows={2} />;
  return {
    dispatch: {
      fields: (
        <>
          <div className="bh-row">
            <UnitField name="unitId" label={t('toUnit')} className="bh-grow" required />
            <PersonField
              name="assigneeId"
              label={t('assignee')}
              ofUnit="unitId"
              placeholder={t('assigneeHint')}
              className="bh-grow"
            />
          </div>
          {text}
        </>
      ),
      initial: { unitId: appeal.unit?.id },
    },
    approve: { fields: text },
    'send-back': { fields: <TextField name="reason" label={t('reason')} max={2000} required /> },
    reply: { fields: <TextField name="text" label={t('opinion')} help={t('opinionHelp')} rows={4} /> },
    revisit: {
      fields: (
        <>
          <YesNoField name="satisfied" label={t('satisfied')} />
          {text}
        </>
      ),
    },
    conclude: {
      fields: <ConcludeFields appeal={appeal} />,
      initial: { unitId: appeal.unit?.id },
      toBody: concludeBody,
    },
    archive: {
      fields: (
        <>
          <TextField name="mediation" label={t('mediation')} />
          {text}
          <AttachmentField name="documents" label={t('documents')} multiple />
        </>
      ),
    },
  };
}

function useSideActs(appeal: AppealView): ActTable {
  const t = useTexts(appealsTexts);
  const words = useRoomWords();
  return {
    link: { quiet: true, fields: <LinkFields appealId={appeal.id} /> },
    'report-for-record': {
      quiet: true,
      fields: (
        <>
          <div className="bh-row">
            <TextField name="to" label={t('filingTo')} rows={1} max={100} className="bh-grow" required />
            <PersonField name="approvedBy" label={t('approvedBy')} className="bh-grow" />
          </div>
          <TextField name="text" label={t('text')} rows={2} />
          <div className="bh-row">
            <TextField name="impact" label={t('impact')} rows={2} max={1000} className="bh-grow" />
            <TextField name="measures" label={t('taken')} rows={2} className="bh-grow" />
            <TextField name="opinion" label={t('intended')} rows={2} className="bh-grow" />
          </div>
        </>
      ),
    },
    ...(appeal.filings.some(({ receipt }) => !receipt)
      ? {
          'enter-receipt': {
            quiet: true,
            fields: (
              <>
                <div className="bh-row">
                  <ChoiceField
                    name="filing"
                    label={t('filing')}
                    options={appeal.filings
                      .filter(({ receipt }) => !receipt)
                      .map(({ number, to }) => ({ value: number, label: `${number} ${to}` }))}
                  />
                  <WhenField name="receivedAt" label={t('receiptAt')} />
                </div>
                <TextField name="text" label={t('receipt')} rows={2} max={1000} required />
              </>
            ),
          },
        }
      : {}),
    're-promise': {
      quiet: true,
      fields: (
        <>
          <div className="bh-row">
            <ChoiceField
              name="stage"
              label={t('clock')}
              options={APPEAL_CLOCKS.map((value) => ({ value, label: words('appeals', 'stages', value) }))}
              as="list"
              placeholder={t('presentClock')}
              className="bh-grow"
            />
            <WhenField name="dueAt" label={t('newPromise')} required />
            <PersonField name="approvedBy" label={t('approvedBy')} className="bh-grow" />
          </div>
          <TextField name="reason" label={t('promiseReason')} rows={2} max={1000} required />
        </>
      ),
    },
    note: {
      quiet: true,
      fields: (
        <>
          <TextField name="text" label={t('text')} required />
          <AttachmentField name="documents" label={t('documents')} multiple />
        </>
      ),
    },
  };
}
