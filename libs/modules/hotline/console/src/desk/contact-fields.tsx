/** Fields of a contact in the order of talking to a customer: who calls, where from, what he says (HOT-1). */
import { useTexts, useTitle } from '@bihuan/console-kit';
import type { CustomerSummary } from '@bihuan/customers-contract';
import { AutoComplete, Checkbox, Form, Input, Radio, Select } from 'antd';
import { useEffect } from 'react';
import { useHotlineSection } from '../api/section';
import { hotlineTexts } from '../locales/texts';
import { Caller, useCaller } from './caller';

export interface ContactFieldsProps {
  readonly customer: CustomerSummary | undefined;
  readonly onCustomer: (customer: CustomerSummary | undefined) => void;
}

export function ContactFields({ customer, onCustomer }: ContactFieldsProps) {
  const t = useTexts(hotlineTexts);
  const title = useTitle();
  const form = Form.useFormInstance();
  const section = useHotlineSection();
  const phone = Form.useWatch<string | undefined>('callerPhone', form) ?? '';
  const search = useCaller(phone);
  const isNew = search.searched && search.hits.length === 0;

  useEffect(() => {
    if (!customer) return;
    const person = customer.contacts.find(({ phone: known }) => known.replace(/\D/g, '') === phone.replace(/\D/g, ''));
    const typed = form.getFieldsValue(['callerName', 'site']) as { callerName?: string; site?: string };
    if (!typed.callerName) form.setFieldValue('callerName', person?.name ?? customer.contacts[0]?.name ?? '');
    if (!typed.site && customer.sites.length === 1) form.setFieldValue('site', customer.sites[0]?.name);
  }, [customer, form, phone]);

  return (
    <>
      <div className="bh-row">
        <Form.Item name="callerPhone" label={t('phone')} className="bh-grow">
          <Input
            autoFocus
            placeholder={t('phoneHint')}
            inputMode="tel"
            maxLength={40}
            allowClear
            onPressEnter={(event) => {
              // Enter looks for the caller and goes on to what is asked next; it does not send half a contact.
              event.preventDefault();
              form.focusField(customer ? 'summary' : 'callerName');
            }}
          />
        </Form.Item>
        <Form.Item name="channel" label={t('channel')} className="bh-w140">
          <Select options={section.channels.map(({ code, title: named }) => ({ value: code, label: title(named) }))} />
        </Form.Item>
      </div>
      <Caller search={search} chosen={customer} onChoose={onCustomer} />
      <div className="bh-row">
        <Form.Item
          name="callerName"
          label={t('caller')}
          className="bh-w140"
          rules={[{ required: true, whitespace: true }]}
        >
          <Input maxLength={100} />
        </Form.Item>
        <Form.Item name="site" label={t('site')} className="bh-grow">
          <AutoComplete
            placeholder={t('siteHint')}
            options={customer?.sites.map(({ name, address }) => ({ value: name, label: `${name} ${address}` })) ?? []}
            showSearch={{ filterOption: (typed, option) => (option?.label ?? '').includes(typed) }}
          />
        </Form.Item>
      </div>
      {isNew ? <NewCustomer /> : null}
      <Form.Item name="summary" label={t('summary')} rules={[{ required: true, whitespace: true }]}>
        <Input.TextArea rows={4} placeholder={t('summaryHint')} maxLength={4000} />
      </Form.Item>
      <Form.Item name="category" label={t('category')} rules={[{ required: true }]}>
        <Radio.Group
          optionType="button"
          size="small"
          options={[
            ...section.problemCategories,
            ...section.contactCategories.filter(({ code }) => code !== 'nuisance'),
          ].map(({ code, title: named }) => ({ value: code, label: title(named) }))}
        />
      </Form.Item>
    </>
  );
}

/** An unknown number becomes a customer in the same screen. */
function NewCustomer() {
  const t = useTexts(hotlineTexts);
  const make = Form.useWatch<boolean | undefined>('makeCustomer');
  return (
    <div className="bh-row bh-row-base">
      <Form.Item name="makeCustomer" valuePropName="checked">
        <Checkbox>{t('makeCustomer')}</Checkbox>
      </Form.Item>
      {make === false ? null : (
        <>
          <Form.Item name="newCustomerKind" className="bh-w100">
            <Select
              aria-label={t('customerKind')}
              options={(['company', 'person'] as const).map((value) => ({ value, label: t(`kind.${value}`) }))}
            />
          </Form.Item>
          <Form.Item name="newCustomerName" className="bh-grow">
            <Input placeholder={t('customerName')} aria-label={t('customerName')} maxLength={200} />
          </Form.Item>
        </>
      )}
    </div>
  );
}
