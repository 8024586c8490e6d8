/** A chase or call-back task is done with a text, which stands in the matter's timeline (HOT-8c). */
import { ActionForm, api, useMe, useTexts, useTitle, type WorkItem } from '@bihuan/console-kit';
import { useQueryClient } from '@tanstack/react-query';
import { Form, Input, Modal } from 'antd';
import { shellTexts } from '../../shell/texts';

export function DoneDialog({ item, onClose }: { readonly item: WorkItem; readonly onClose: () => void }) {
  const t = useTexts(shellTexts);
  const title = useTitle();
  const me = useMe();
  const client = useQueryClient();
  return (
    <Modal open title={`${title(item.title)} ${item.number ?? ''}`} footer={null} onCancel={onClose} destroyOnHidden>
      <ActionForm
        draft={`${me.id}:task:${item.id}`}
        submitLabel={t('done')}
        toBody={({ text }) => ({ text })}
        action={(body, options) => api.post(`/api/tasks/${item.id}/done`, body, options)}
        onDone={() => {
          void client.invalidateQueries({ queryKey: ['work'] });
          onClose();
        }}
        onCancel={onClose}
      >
        <Form.Item name="text" label={t('doneText')} rules={[{ required: true, whitespace: true }]}>
          <Input.TextArea autoFocus rows={4} placeholder={t('doneHint')} />
        </Form.Item>
      </ActionForm>
    </Modal>
  );
}
