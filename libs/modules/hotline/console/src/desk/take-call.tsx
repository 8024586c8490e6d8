/** Taking a call: the contact is saved, and with an unknown number its customer (HOT-1, HOT-2, HOT-16). */
import {
  ActionForm,
  api,
  ErrorNote,
  suiteNow,
  useHotkeys,
  useMe,
  useSubmit,
  useTexts,
  type Values,
  type WriteOptions,
} from '@bihuan/console-kit';
import type { CustomerSummary, CustomerView } from '@bihuan/customers-contract';
import type { ContactView, TakeContact } from '@bihuan/hotline-contract';
import { Button, Form, Popconfirm, type FormInstance } from 'antd';
import { useRef, useState } from 'react';
import { contacts } from '../api/contacts';
import { hotlineTexts } from '../locales/texts';
import { ContactFields } from './contact-fields';

const text = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

/** A call younger than this is said to begin now: the browser's idea of now may run a little ahead of the server's. */
const JUST_BEGUN = 10_000;

/** The typed values as the body of `POST /api/hotline/contacts`. */
export function contactBody(values: Values, customer: CustomerSummary | undefined): TakeContact {
  const site = text(values['site']);
  const known = customer?.sites.find(({ name }) => name === site);
  return {
    channel: text(values['channel']),
    callerName: text(values['callerName']),
    callerPhone: text(values['callerPhone']),
    ...(customer ? { customerId: customer.id } : {}),
    ...(known ? { siteId: known.id } : {}),
    ...(site ? { site } : {}),
    summary: text(values['summary']),
    category: text(values['category']),
  };
}

/** The new customer as the body of `POST /api/customers`, where the clerk left that ticked. */
export function customerBody(values: Values): Values | undefined {
  if (values['makeCustomer'] !== true) return undefined;
  const [name, phone] = [text(values['callerName']), text(values['callerPhone'])];
  return {
    name: text(values['newCustomerName']) || name,
    kind: values['newCustomerKind'] ?? 'company',
    contacts: [{ name, phone }],
  };
}

/** Files the new customer, and the site he spoke of. */
async function fileCustomer(
  values: Values,
  { key }: WriteOptions,
): Promise<Pick<TakeContact, 'customerId' | 'siteId'>> {
  const body = customerBody(values);
  if (!body) return {};
  const step = (name: string): WriteOptions => (key ? { key: `${key}-${name}` } : {});
  const { id: customerId } = await api.post<CustomerView>('/api/customers', body, step('customer'));
  const site = text(values['site']);
  if (!site) return { customerId };
  const { id: siteId } = await api.post<{ readonly id: string }>(
    `/api/customers/${customerId}/sites`,
    { name: site },
    step('site'),
  );
  return { customerId, siteId };
}

async function save(
  values: Values,
  customer: CustomerSummary | undefined,
  began: number,
  options: WriteOptions,
): Promise<ContactView> {
  const filed = customer ? {} : await fileCustomer(values, options);
  const startedAt = suiteNow() - began > JUST_BEGUN ? { startedAt: new Date(began).toISOString() } : {};
  return contacts.create({ ...contactBody(values, customer), ...filed, ...startedAt }, options);
}

export function TakeCall(props: {
  readonly customer: CustomerSummary | undefined;
  readonly onCustomer: (customer: CustomerSummary | undefined) => void;
  readonly onTaken: (contact: ContactView) => void;
}) {
  const { customer, onCustomer, onTaken } = props;
  const t = useTexts(hotlineTexts);
  const me = useMe();
  const began = useRef<number>(undefined);
  return (
    <div onInput={() => void (began.current ??= suiteNow())}>
      <ActionForm
        draft={`${me.id}:desk:call`}
        initial={{ channel: 'phone', category: 'technical', makeCustomer: true, newCustomerKind: 'company' }}
        submitLabel={t('saveContact')}
        toBody={(values) => values}
        action={(values, options) => save(values as Values, customer, began.current ?? suiteNow(), options)}
        onDone={onTaken}
        beside={<Nuisance onTaken={onTaken} />}
      >
        <ContactFields customer={customer} onCustomer={onCustomer} />
      </ActionForm>
    </div>
  );
}

/** Nuisance or wrong number in two clicks, whatever is typed so far (HOT-16). */
function Nuisance({ onTaken }: { readonly onTaken: (contact: ContactView) => void }) {
  const t = useTexts(hotlineTexts);
  const form: FormInstance<Values> = Form.useFormInstance();
  const [asking, setAsking] = useState(false);
  const { send, busy, error } = useSubmit<Values, ContactView>(async (values, options) => {
    const contact = await contacts.create(
      {
        channel: text(values['channel']) || 'phone',
        callerName: text(values['callerName']),
        callerPhone: text(values['callerPhone']),
        summary: text(values['summary']) || t('nuisanceSummary'),
        category: 'nuisance',
      },
      options,
    );
    if (contact.state === 'nuisance') return contact;
    return contacts.act(contact.id, 'nuisance', {}, options.key ? { key: `${options.key}-nuisance` } : {});
  });
  const close = async (): Promise<void> => {
    const contact = await send(form.getFieldsValue());
    if (contact) onTaken(contact);
  };
  useHotkeys([{ keys: 'alt+0', title: t('nuisance'), run: () => setAsking(true) }]);
  return (
    <>
      <Popconfirm
        open={asking}
        onOpenChange={setAsking}
        title={t('nuisanceConfirm')}
        icon={null}
        okButtonProps={{ autoFocus: true }}
        onConfirm={() => void close()}
      >
        <Button loading={busy}>{t('nuisance')}</Button>
      </Popconfirm>
      {error ? <ErrorNote error={error} /> : null}
    </>
  );
}
