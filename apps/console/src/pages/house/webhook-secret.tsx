/** A secret that was made just now: shown this once, and not closed by a stray click. */
import { useTexts } from '@bihuan/console-kit';
import { Button, Modal, Typography } from 'antd';
import { webhookTexts } from './webhook-texts';

export function WebhookSecret({ secret, onClose }: { readonly secret: string; readonly onClose: () => void }) {
  const t = useTexts(webhookTexts);
  return (
    <Modal
      open
      title={t('secretTitle')}
      closable={false}
      mask={{ closable: false }}
      keyboard={false}
      footer={
        <Button type="primary" onClick={onClose}>
          {t('secretDone')}
        </Button>
      }
    >
      <p className="bh-muted">{t('secretHelp')}</p>
      <Typography.Text code copyable={{ text: secret, tooltips: [t('secretCopy'), t('secretCopy')] }}>
        {secret}
      </Typography.Text>
    </Modal>
  );
}
