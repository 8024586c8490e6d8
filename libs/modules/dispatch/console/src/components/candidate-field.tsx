/** Who is sent, the suggested first with his reasons; or a unit (DSP-2). */
import { UnitField, usePunctuation, useTexts, useTitle } from '@bihuan/console-kit';
import { Form, Select } from 'antd';
import { useCandidates } from '../api/orders';
import { dispatchTexts } from '../locales/texts';

export function CandidateField({ orderId, required }: { readonly orderId: string; readonly required?: boolean }) {
  const t = useTexts(dispatchTexts);
  const marks = usePunctuation();
  const title = useTitle();
  const found = useCandidates(orderId).data?.data ?? [];
  return (
    <Form.Item
      name="assigneeId"
      label={t('candidate')}
      className="bh-grow"
      rules={required ? [{ required: true }] : []}
    >
      <Select
        allowClear
        showSearch={{ optionFilterProp: 'title' }}
        optionLabelProp="title"
        options={found.map(({ employeeId, name, rank, reasons }) => ({
          value: employeeId,
          title: name,
          label: (
            <div className="bh-hit">
              <span>
                {rank}. {name}
              </span>
              <span className="bh-muted">{marks.list(reasons.map((reason) => title(reason)))}</span>
            </div>
          ),
        }))}
      />
    </Form.Item>
  );
}

export function SendFields({ orderId }: { readonly orderId: string }) {
  const t = useTexts(dispatchTexts);
  return (
    <div className="bh-row">
      <CandidateField orderId={orderId} />
      <UnitField name="unitId" label={t('byUnit')} className="bh-grow" />
    </div>
  );
}
