/** A printer's fields, for a new one and for a change (FRM-6). */
import { ActionForm, api, useMe, useTexts, useUnits, type WriteOptions } from '@bihuan/console-kit';
import type { PrinterView } from '@bihuan/forms-contract';
import { Form, Input, Modal, Select } from 'antd';
import { paperTexts } from './paper-texts';

export function PrinterForm(props: {
  /** The one that is changed; absent for a new one. */
  readonly printer?: PrinterView;
  readonly onDone: (answer: PrinterView) => void;
  readonly onClose: () => void;
}) {
  const { printer, onDone, onClose } = props;
  const t = useTexts(paperTexts);
  const me = useMe();
  const units = useUnits();
  const title = t(printer ? 'changePrinter' : 'addPrinter');
  const action = (body: unknown, options: WriteOptions): Promise<PrinterView> =>
    api.post<PrinterView>(printer ? `/api/forms/printers/${printer.id}/change` : '/api/forms/printers', body, options);
  return (
    <Modal open title={title} footer={null} onCancel={onClose} destroyOnHidden width={560}>
      <ActionForm<PrinterView>
        draft={`${me.id}:printer:${printer?.id ?? 'new'}`}
        initial={
          printer
            ? { name: printer.name, url: printer.url, unitId: printer.unitId, fingerprint: printer.fingerprint ?? '' }
            : { unitId: me.unitId }
        }
        version={printer?.version}
        submitLabel={printer ? t('save') : t('addPrinter')}
        toBody={({ name, url, unitId, fingerprint }) => ({
          name,
          url,
          unitId,
          ...(fingerprint ? { fingerprint } : printer ? { fingerprint: null } : {}),
        })}
        action={action}
        onDone={onDone}
        onCancel={onClose}
        autoFocus
      >
        <Form.Item name="name" label={t('name')} rules={[{ required: true, whitespace: true }]}>
          <Input maxLength={100} placeholder={t('nameHint')} />
        </Form.Item>
        <Form.Item
          name="url"
          label={t('address')}
          extra={t('addressHelp')}
          rules={[{ required: true, whitespace: true }]}
        >
          <Input maxLength={500} placeholder={t('addressHint')} />
        </Form.Item>
        <Form.Item name="unitId" label={t('unit')} rules={[{ required: true }]}>
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            options={units.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </Form.Item>
        <Form.Item name="fingerprint" label={t('fingerprint')} extra={t('fingerprintHelp')}>
          <Input maxLength={100} />
        </Form.Item>
      </ActionForm>
    </Modal>
  );
}
