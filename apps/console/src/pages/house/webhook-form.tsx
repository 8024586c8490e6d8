/** A subscription's fields, for a new one and for a change (EVT-3). */
import { ActionForm, api, useMe, useTexts, useTitle, type WriteOptions } from '@bihuan/console-kit';
import { Form, Input, Modal, Select, Switch } from 'antd';
import { useEventNames, type Endpoint } from './webhook-api';
import { webhookTexts } from './webhook-texts';

export function WebhookForm<Answer>(props: {
  /** The one that is changed; absent for a new one. */
  readonly endpoint?: Endpoint;
  readonly onDone: (answer: Answer) => void;
  readonly onClose: () => void;
}) {
  const { endpoint, onDone, onClose } = props;
  const t = useTexts(webhookTexts);
  const title = useTitle();
  const me = useMe();
  const names = useEventNames().data?.data ?? [];
  const label = endpoint ? t('change') : t('add');
  const action = (body: unknown, options: WriteOptions): Promise<Answer> =>
    endpoint
      ? api.post<Answer>(`/api/webhooks/${endpoint.id}/change`, body, options)
      : api.post<Answer>('/api/webhooks', body, options);
  return (
    <Modal open title={label} footer={null} onCancel={onClose} destroyOnHidden width={640}>
      <ActionForm<Answer>
        draft={`${me.id}:webhook:${endpoint?.id ?? 'new'}`}
        initial={
          endpoint
            ? { name: endpoint.name, url: endpoint.url, events: endpoint.events, personal: endpoint.personal }
            : { personal: false }
        }
        version={endpoint?.version}
        submitLabel={endpoint ? t('save') : t('add')}
        toBody={({ name, url, events, personal }) => ({ name, url, events, personal: personal === true })}
        action={action}
        onDone={onDone}
        onCancel={onClose}
        autoFocus
      >
        <Form.Item name="name" label={t('name')} rules={[{ required: true, whitespace: true }]}>
          <Input maxLength={100} placeholder={t('nameHint')} />
        </Form.Item>
        <Form.Item name="url" label={t('url')} rules={[{ required: true, whitespace: true }]}>
          <Input maxLength={2000} placeholder={t('urlHint')} />
        </Form.Item>
        <Form.Item name="events" label={t('events')} rules={[{ required: true }]}>
          <Select
            mode="multiple"
            showSearch={{ optionFilterProp: 'label' }}
            options={names.map(({ name, title: words }) => ({ value: name, label: `${title(words)}（${name}）` }))}
          />
        </Form.Item>
        <Form.Item name="personal" label={t('personal')} valuePropName="checked" extra={t('personalHelp')}>
          <Switch />
        </Form.Item>
      </ActionForm>
    </Modal>
  );
}
