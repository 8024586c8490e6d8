/** `?`: the keys that work on this page. */
import { keyLabel, kitTexts, useShownKeys, useTexts } from '@bihuan/console-kit';
import { Modal } from 'antd';

export function KeyHelp({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const t = useTexts(kitTexts);
  const keys = useShownKeys();
  const unique = [...new Map(keys.map((key) => [key.keys, key])).values()];
  return (
    <Modal open={open} onCancel={onClose} footer={null} title={t('keys')} width={420}>
      <dl className="bh-keys">
        {unique.map(({ keys: name, title }) => (
          <div key={name}>
            <dt>
              <kbd className="bh-key">{keyLabel(name)}</kbd>
            </dt>
            <dd>{title}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
}
