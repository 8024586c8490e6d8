/** The customer of a new matter: found by his phone while it is typed, or looked for by anything (CUS-1). */
import type { CustomerSummary, CustomerView } from '@bihuan/customers-contract';
import { useQuery } from '@tanstack/react-query';
import { AutoComplete, Form, Input, Select } from 'antd';
import { useCallback, useDeferredValue, useEffect, useRef, useState } from 'react';
import { api, type ListAnswer } from '../api/client';
import { kitTexts } from '../i18n/kit-texts';
import { useTexts } from '../i18n/texts';
import { formatPhone } from '../time/format';
import { given, rules, type FieldProps } from './field';

/** Digits after which a number is looked for by itself. */
const ENOUGH = 7;

/** Customers that fit; looked for in a body, never in an address. */
function useFound(by: 'phone' | 'text', sought: string, enough: number): readonly CustomerSummary[] {
  const found = useQuery({
    queryKey: ['customers', by, sought],
    enabled: sought.length >= enough,
    queryFn: () => api.post<ListAnswer<CustomerSummary>>('/api/customers/search', { [by]: sought }),
  });
  return sought.length >= enough ? (found.data?.data ?? []) : [];
}

const beside = ({ sites, contacts }: CustomerSummary): string =>
  [sites[0]?.name, contacts[0]?.name, formatPhone(contacts[0]?.phone ?? '')].filter(Boolean).join(' · ');

function Hit({ customer }: { readonly customer: CustomerSummary }) {
  return (
    <div className="bh-hit">
      <span>{customer.name}</span>
      <span className="bh-muted">{beside(customer)}</span>
    </div>
  );
}

function PhoneInput(props: {
  readonly id?: string;
  readonly value?: string;
  readonly onChange?: (phone: string) => void;
  readonly fill: string;
}) {
  const { id, value = '', onChange, fill } = props;
  const form = Form.useFormInstance();
  const hits = useFound('phone', useDeferredValue(value.replace(/[^\d*#+]/g, '')), ENOUGH);
  const taken = Form.useWatch<string | undefined>('customerId', form);
  const filled = useRef('');
  const take = useCallback(
    (customer: CustomerSummary): void => {
      form.setFieldValue('customerId', customer.id);
      const typed = String(form.getFieldValue(fill) ?? '');
      // A name that somebody typed is the caller's own word.
      if (typed !== '' && typed !== filled.current) return;
      filled.current = customer.name;
      form.setFieldValue(fill, customer.name);
    },
    [form, fill],
  );
  const [only, second] = hits;
  useEffect(() => {
    if (only && !second && form.getFieldValue('customerId') === undefined) take(only);
  }, [only, second, form, take]);
  return (
    <AutoComplete
      {...given({ id })}
      value={value}
      // Once one is taken, the list would only lie over the next field.
      options={taken ? [] : hits.map((customer) => ({ value: customer.id, label: <Hit customer={customer} /> }))}
      popupMatchSelectWidth={420}
      onSearch={(typed) => {
        onChange?.(typed);
        form.setFieldValue('customerId', undefined);
        if (filled.current && form.getFieldValue(fill) === filled.current) form.setFieldValue(fill, '');
      }}
      onSelect={(chosen: string) => {
        const customer = hits.find((each) => each.id === chosen);
        if (customer) take(customer);
      }}
    >
      <Input inputMode="tel" maxLength={40} />
    </AutoComplete>
  );
}

/** Phone whose owner, where he is on file, becomes the `customerId` of the body and fills the name. */
export function CallerField(props: FieldProps & { readonly fill?: string }) {
  const { name, label, required, className, help, fill = 'customerName' } = props;
  return (
    <>
      <Form.Item name={name} label={label} rules={rules(required, true)} {...given({ className, extra: help })}>
        <PhoneInput fill={fill} />
      </Form.Item>
      <Form.Item name="customerId" hidden>
        <Input />
      </Form.Item>
    </>
  );
}

function CustomerInput(props: {
  readonly id?: string;
  readonly value?: string;
  readonly onChange?: (id: string | undefined) => void;
}) {
  const { id, value, onChange } = props;
  const t = useTexts(kitTexts);
  const [typed, setTyped] = useState('');
  const hits = useFound('text', useDeferredValue(typed.trim()), 2);
  const chosen = useCustomer(value);
  const shown = chosen && !hits.some((hit) => hit.id === chosen.id) ? [chosen, ...hits] : hits;
  return (
    <Select
      {...given({ id })}
      value={value ?? null}
      allowClear
      showSearch={{ filterOption: false, onSearch: setTyped }}
      optionLabelProp="title"
      placeholder={t('customerHint')}
      options={shown.map((customer) => ({
        value: customer.id,
        title: customer.name,
        label: <Hit customer={customer} />,
      }))}
      onChange={(next: string | null) => onChange?.(next ?? undefined)}
    />
  );
}

/** The customer with this id, as his own page reads him. */
function useCustomer(id: string | undefined): CustomerView | undefined {
  return useQuery({
    queryKey: ['matter', 'customers', 'customer', id ?? ''],
    enabled: id !== undefined,
    queryFn: () => api.get<CustomerView>(`/api/customers/${id ?? ''}`),
  }).data;
}

/** A customer on file, found by name, phone, site or serial. */
export function CustomerField({ name, label, required, className, help }: FieldProps) {
  return (
    <Form.Item name={name} label={label} rules={rules(required)} {...given({ className, extra: help })}>
      <CustomerInput />
    </Form.Item>
  );
}

/** A site of the customer chosen in `customerId`. */
export function SiteField({ name, label, required, className, help }: FieldProps) {
  const customer = useCustomer(Form.useWatch<string | undefined>('customerId'));
  return (
    <Form.Item name={name} label={label} rules={rules(required)} {...given({ className, extra: help })}>
      <Select
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        options={(customer?.sites ?? []).map(({ id, name: title, address }) => ({
          value: id,
          label: [title, address].filter(Boolean).join(' · '),
        }))}
      />
    </Form.Item>
  );
}
