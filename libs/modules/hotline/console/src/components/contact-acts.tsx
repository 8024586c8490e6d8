/** The acts of a contact as small forms: answer at once, await, call back, hand over, nuisance (HOT-2, HOT-5, HOT-16). */
import { ActBar, useEmployees, useMe, useTexts, type Act } from '@bihuan/console-kit';
import type { ContactView } from '@bihuan/hotline-contract';
import { useQueryClient } from '@tanstack/react-query';
import { Form, Input, Radio, Select } from 'antd';
import type { ReactNode } from 'react';
import { actOnContact, contactKey } from '../api/contacts';
import { hotlineTexts } from '../locales/texts';

export function TextField(props: {
  readonly name: string;
  readonly label: string;
  readonly required?: boolean;
  readonly rows?: number;
}) {
  const { name, label, required = false, rows = 3 } = props;
  return (
    <Form.Item name={name} label={label} rules={required ? [{ required: true, whitespace: true }] : []}>
      <Input.TextArea rows={rows} maxLength={4000} autoFocus />
    </Form.Item>
  );
}

/** Yes, no and, where it may be so, 'not asked'. */
export function YesNo(props: { readonly name: string; readonly label: string; readonly unknown?: boolean }) {
  const t = useTexts(hotlineTexts);
  const options = [
    { value: true, label: t('yes') },
    { value: false, label: t('no') },
    ...(props.unknown ? [{ value: 'unknown', label: t('notAsked') }] : []),
  ];
  return (
    <Form.Item name={props.name} label={props.label} rules={[{ required: true }]}>
      <Radio.Group optionType="button" size="small" options={options} />
    </Form.Item>
  );
}

export function ContactActs(props: {
  readonly contact: ContactView;
  readonly onChanged: (contact: ContactView) => void;
  /** The form maker, which is a form of its own. */
  readonly formMaker: (close: () => void) => ReactNode;
}) {
  const { contact, onChanged, formMaker } = props;
  const t = useTexts(hotlineTexts);
  const me = useMe();
  const client = useQueryClient();
  const known: Readonly<Record<string, Omit<Act, 'action' | 'label'>>> = {
    answer: {
      note: t('answerNote'),
      fields: (
        <>
          <TextField name="text" label={t('answerText')} required />
          <div className="bh-row">
            <YesNo name="understood" label={t('understood')} />
            <YesNo name="satisfied" label={t('satisfied')} />
          </div>
        </>
      ),
    },
    'problem-form': { panel: formMaker },
    'await-customer': { note: t('awaitNote'), fields: <TextField name="text" label={t('awaitText')} /> },
    'call-back': { note: t('callBackNote'), fields: <TextField name="text" label={t('callBackText')} /> },
    conclude: { fields: <TextField name="text" label={t('note')} /> },
    reopen: { fields: <TextField name="reason" label={t('reason')} /> },
    'hand-over': {
      fields: (
        <>
          <Colleague />
          <TextField name="reason" label={t('reason')} required />
        </>
      ),
    },
    nuisance: { note: t('nuisanceNote') },
  };
  const acts = contact.allowedActions.flatMap((action): Act[] => {
    const act = known[action];
    return act ? [{ action, label: t(`act.${action}` as 'act.answer'), ...act }] : [];
  });
  return (
    <ActBar<ContactView>
      acts={acts}
      draft={`${me.id}:contact:${contact.id}`}
      version={contact.version}
      run={(action, body, options) => actOnContact(contact.id, action, body, options)}
      onDone={(changed) => {
        client.setQueryData(contactKey(changed.id), changed);
        void client.invalidateQueries({ queryKey: ['work'] });
        void client.invalidateQueries({ queryKey: [...contactKey(changed.id), 'timeline'] });
        onChanged(changed);
      }}
    />
  );
}

function Colleague() {
  const t = useTexts(hotlineTexts);
  const me = useMe();
  const staff = useEmployees(me.unitId).filter(({ id }) => id !== me.employeeId);
  return (
    <Form.Item name="assigneeId" label={t('assignee')} rules={[{ required: true }]}>
      <Select
        showSearch={{ optionFilterProp: 'label' }}
        options={staff.map(({ id, name, officerNumber }) => ({ value: id, label: `${name} ${officerNumber ?? ''}` }))}
      />
    </Form.Item>
  );
}
