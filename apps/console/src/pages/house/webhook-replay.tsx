/** Sends everything of a subscription again from an instant on (EVT-3). */
import { ActionForm, api, suiteNow, useMe, useTexts, wallClock, wallToIso, WhenInput } from '@bihuan/console-kit';
import { useQueryClient } from '@tanstack/react-query';
import { App, Form, Modal } from 'antd';
import { webhookTexts } from './webhook-texts';

export function WebhookReplay({ endpoint, onClose }: { readonly endpoint: string; readonly onClose: () => void }) {
  const t = useTexts(webhookTexts);
  const me = useMe();
  const client = useQueryClient();
  const { message } = App.useApp();
  const { date } = wallClock(new Date(suiteNow()));
  return (
    <Modal open title={t('replayFrom')} footer={null} onCancel={onClose} destroyOnHidden>
      <p className="bh-muted">{t('replayFromHelp')}</p>
      <ActionForm<{ count: number }>
        draft={`${me.id}:webhook-replay:${endpoint}`}
        initial={{ from: `${date} 00:00` }}
        submitLabel={t('replay')}
        toBody={({ from }) => ({ from: wallToIso(String(from)) })}
        action={(body, options) => api.post(`/api/webhooks/${endpoint}/replay`, body, options)}
        onDone={({ count }) => {
          void message.success(t('replayed', { count }));
          void client.invalidateQueries({ queryKey: ['webhooks'] });
          onClose();
        }}
        onCancel={onClose}
      >
        <Form.Item name="from" label={t('from')} rules={[{ required: true }]}>
          <WhenInput />
        </Form.Item>
      </ActionForm>
    </Modal>
  );
}
