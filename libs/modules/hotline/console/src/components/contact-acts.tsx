/** The acts of a contact as small forms: answer at once, await, call back, hand over, nuisance (HOT-2, HOT-5, HOT-16). */
import { MatterActs, PersonField, TextField, useMe, useTexts, YesNoField, type ActTable } from '@bihuan/console-kit';
import type { ContactView } from '@bihuan/hotline-contract';
import type { ReactNode } from 'react';
import { contacts } from '../api/contacts';
import { hotlineTexts } from '../locales/texts';

export function ContactActs(props: {
  readonly contact: ContactView;
  readonly onChanged?: (contact: ContactView) => void;
  /** The form maker, which is a form of its own. */
  readonly formMaker: (close: () => void) => ReactNode;
}) {
  const { contact, onChanged, formMaker } = props;
  const t = useTexts(hotlineTexts);
  const me = useMe();
  const acts: ActTable = {
    answer: {
      label: t('act.answer'),
      note: t('answerNote'),
      fields: (
        <>
          <TextField name="text" label={t('answerText')} required />
          <div className="bh-row">
            <YesNoField name="understood" label={t('understood')} />
            <YesNoField name="satisfied" label={t('satisfied')} />
          </div>
        </>
      ),
    },
    'problem-form': { label: t('act.problem-form'), panel: formMaker },
    'await-customer': {
      label: t('act.await-customer'),
      note: t('awaitNote'),
      fields: <TextField name="text" label={t('awaitText')} />,
    },
    'call-back': {
      label: t('act.call-back'),
      note: t('callBackNote'),
      fields: <TextField name="text" label={t('callBackText')} />,
    },
    conclude: { label: t('act.conclude'), fields: <TextField name="text" label={t('note')} /> },
    reopen: { label: t('act.reopen'), fields: <TextField name="reason" label={t('reason')} /> },
    'hand-over': {
      label: t('act.hand-over'),
      fields: (
        <>
          <PersonField name="assigneeId" label={t('assignee')} unitId={me.unitId} exceptMe required />
          <TextField name="reason" label={t('reason')} required />
        </>
      ),
    },
    nuisance: { label: t('act.nuisance'), note: t('nuisanceNote') },
  };
  return <MatterActs of={contacts} matter={contact} acts={acts} onChanged={onChanged} />;
}
