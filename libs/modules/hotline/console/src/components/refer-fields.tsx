/** Referral: the unit of the routing table, the chart's choices, the customer's consent (HOT-6, HOT-7, RD-39). */
import { useEmployees, useTexts, useUnits, type Values } from '@bihuan/console-kit';
import type { ProblemFormView, ReferForm } from '@bihuan/hotline-contract';
import { Checkbox, Form, Input, Select } from 'antd';
import { hotlineTexts } from '../locales/texts';

type Routing = ProblemFormView['routing'];

/** The typed values as the body of `refer`; the table's own unit is left to the table. */
export function referBody(routing: Routing, values: Values): ReferForm {
  const text = (name: string): string | undefined => {
    const value = values[name];
    return typeof value === 'string' && value.trim() ? value.trim() : undefined;
  };
  const unitId = text('unitId');
  const body: Record<string, unknown> = {
    customerAgreed: values['customerAgreed'] === true,
    overrideReason: values['customerAgreed'] === true ? undefined : text('overrideReason'),
    unitId: unitId === routing.unit?.id ? undefined : unitId,
    assigneeId: text('assigneeId'),
    reason: unitId === routing.unit?.id ? undefined : text('reason'),
  };
  return Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined));
}

export function ReferFields({ routing }: { readonly routing: Routing }) {
  const t = useTexts(hotlineTexts);
  const units = useUnits();
  const unitId = Form.useWatch<string | undefined>('unitId') ?? routing.unit?.id;
  const agreed = Form.useWatch<boolean | undefined>('customerAgreed');
  const staff = useEmployees(unitId);
  const ofChart = new Set(routing.alternatives.map(({ id }) => id));
  const named = [routing.unit, ...routing.alternatives, ...units].filter((unit) => unit !== null);
  const choices = [...new Map(named.map(({ id, name }) => [id, name])).entries()];
  const label = (id: string, name: string): string => {
    if (id === routing.unit?.id) return name + t('byTable');
    return ofChart.has(id) ? name + t('byChart') : name;
  };
  const unitName = choices.find(([id]) => id === unitId)?.[1] ?? '—';
  return (
    <>
      <p className="bh-act-note">
        {t('referNow')}
        <b>{t('referQuestion', { unit: unitName })}</b>
      </p>
      <Form.Item name="customerAgreed" valuePropName="checked">
        <Checkbox autoFocus>{t('customerAgreed', { unit: unitName })}</Checkbox>
      </Form.Item>
      {agreed ? null : (
        <Form.Item name="overrideReason" label={t('overrideReason')}>
          <Input maxLength={1000} />
        </Form.Item>
      )}
      <div className="bh-row">
        <Form.Item name="unitId" label={t('toUnit')} className="bh-grow">
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            options={choices.map(([value, name]) => ({ value, label: label(value, name) }))}
          />
        </Form.Item>
        <Form.Item name="assigneeId" label={t('toPerson')} className="bh-grow">
          <Select
            allowClear
            showSearch={{ optionFilterProp: 'label' }}
            placeholder={t('toPersonHint')}
            options={staff.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </Form.Item>
      </div>
      {unitId === routing.unit?.id ? null : (
        <Form.Item name="reason" label={t('referReason')} rules={[{ required: true, whitespace: true }]}>
          <Input maxLength={1000} />
        </Form.Item>
      )}
    </>
  );
}
