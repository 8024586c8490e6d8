/** A new work order: what kind, where, what is wrong, by when (DSP-1, DSP-1d). */
import {
  ChoiceField,
  CustomerField,
  NewMatterPage,
  SiteField,
  TextField,
  useChoices,
  usePack,
  useTexts,
  WhenField,
} from '@bihuan/console-kit';
import type { DispatchSection } from '@bihuan/dispatch-contract';
import { Form } from 'antd';
import { orderPath, orders, useGrades, useSection } from '../api/orders';
import { dispatchTexts } from '../locales/texts';

export function NewOrderPage() {
  const t = useTexts(dispatchTexts);
  const section = useSection();
  if (!section) return null;
  return (
    <NewMatterPage
      ofCustomer
      of={orders}
      title={t('newOrder')}
      submitLabel={t('open')}
      path={orderPath}
      initial={{
        type: section.types[0]?.code,
        customerClass: section.customerClasses[0]?.code,
        priority: section.priorities.at(-1)?.code,
      }}
      fields={<Fields section={section} />}
    />
  );
}

function Fields({ section }: { readonly section: DispatchSection }) {
  const t = useTexts(dispatchTexts);
  const choices = useChoices();
  const grades = useGrades();
  const pack = usePack();
  const type = Form.useWatch<string | undefined>('type');
  const layered = section.types.find(({ code }) => code === type)?.layered ?? false;
  return (
    <>
      <div className="bh-row">
        <ChoiceField name="type" label={t('type')} options={choices(section.types)} className="bh-grow" required />
      </div>
      <div className="bh-row">
        <ChoiceField
          name="customerClass"
          label={t('customerClass')}
          options={choices(section.customerClasses)}
          required
        />
        <ChoiceField name="priority" label={t('priority')} options={choices(section.priorities)} required />
        {layered && section.faultLayers.length > 0 ? (
          <ChoiceField name="faultLayer" label={t('faultLayer')} options={choices(section.faultLayers)} />
        ) : null}
      </div>
      <TextField name="description" label={t('description')} placeholder={t('descriptionHint')} rows={4} required />
      <div className="bh-row">
        <CustomerField name="customerId" label={t('customer')} className="bh-grow" />
        <SiteField name="siteId" label={t('site')} className="bh-grow" />
      </div>
      <div className="bh-row">
        <TextField name="customerName" label={t('customerName')} rows={1} max={100} className="bh-grow" />
        <TextField
          name="phone"
          label={t('contactPhone')}
          help={t('contactPhoneHelp')}
          rows={1}
          max={40}
          inputMode="tel"
          className="bh-grow"
        />
        <TextField name="site" label={t('siteText')} rows={1} max={200} className="bh-grow" />
      </div>
      <div className="bh-row">
        <TextField name="address" label={t('address')} rows={1} max={300} className="bh-grow" />
        <TextField name="region" label={t('region')} rows={1} max={100} className="bh-w140" />
      </div>
      <div className="bh-row">
        <ChoiceField
          name="productLine"
          label={t('productLine')}
          options={choices(pack?.productLines)}
          as="list"
          className="bh-grow"
        />
        <TextField name="model" label={t('model')} rows={1} max={100} className="bh-grow" />
        <TextField name="serial" label={t('serial')} rows={1} max={100} className="bh-grow" />
        <ChoiceField name="gravity" label={t('gravity')} options={grades.options} />
      </div>
      <div className="bh-row">
        <WhenField name="requestedAt" label={t('requestedAt')} />
        <WhenField name="calledAt" label={t('calledAt')} help={t('calledHelp')} />
      </div>
    </>
  );
}
