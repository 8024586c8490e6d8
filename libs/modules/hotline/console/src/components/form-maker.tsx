/** The problem form made from a contact: what is known is filled in, and read back to the customer before saving (HOT-6). */
import { ActionForm, TextField, useMe, useTexts, useTitle, WhenField, type Values } from '@bihuan/console-kit';
import type { ContactView, MakeProblemForm, ProblemFormView } from '@bihuan/hotline-contract';
import { Checkbox, Form, Radio, Select } from 'antd';
import { problemForms } from '../api/problem-forms';
import { useHotlineSection } from '../api/section';
import { hotlineTexts } from '../locales/texts';

const text = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

/** The typed values as the body of `POST /api/hotline/problem-forms`: a field left empty is meant to be empty. */
export function formBody(contact: Pick<ContactView, 'id' | 'siteId' | 'site'>, values: Values): MakeProblemForm {
  const [kind, customerName, site] = [text(values['kind']), text(values['customerName']), text(values['site'])];
  const requestedAt = text(values['requestedAt']);
  return {
    contactId: contact.id,
    category: text(values['category']),
    ...(kind ? { kind } : {}),
    description: text(values['description']),
    ...(customerName ? { customerName } : {}),
    site,
    ...(contact.siteId && site === contact.site ? { siteId: contact.siteId } : {}),
    address: text(values['address']),
    mobile: text(values['mobile']),
    office: text(values['office']),
    ...(requestedAt ? { requestedAt } : {}),
    ...(values['dataConfirmed'] === true ? { dataConfirmed: true } : {}),
  };
}

const isMobile = (phone: string): boolean => /^1\d{10}$/.test(phone.replace(/\D/g, ''));

export interface FormMakerProps {
  readonly contact: ContactView;
  /** Address of the caller's site, where it is on file. */
  readonly address?: string | undefined;
  readonly onMade: (form: ProblemFormView) => void;
  readonly onCancel?: (() => void) | undefined;
}

export function FormMaker({ contact, address, onMade, onCancel }: FormMakerProps) {
  const t = useTexts(hotlineTexts);
  const me = useMe();
  const { problemCategories } = useHotlineSection();
  const fits = problemCategories.some(({ code }) => code === contact.category);
  return (
    <ActionForm
      draft={`${me.id}:contact:${contact.id}:form`}
      initial={{
        category: fits ? contact.category : 'technical',
        description: contact.summary,
        customerName: contact.callerName,
        site: contact.site,
        address,
        mobile: isMobile(contact.callerPhone) ? contact.callerPhone : '',
        office: isMobile(contact.callerPhone) ? '' : contact.callerPhone,
      }}
      submitLabel={t('saveForm')}
      toBody={(values) => formBody(contact, values)}
      action={(body, options) => problemForms.create(body, options)}
      onDone={onMade}
      onCancel={onCancel}
    >
      <FormFields />
    </ActionForm>
  );
}

function FormFields() {
  const t = useTexts(hotlineTexts);
  const title = useTitle();
  const { problemCategories } = useHotlineSection();
  const category = Form.useWatch<string | undefined>('category');
  const kinds = problemCategories.find(({ code }) => code === category)?.kinds ?? [];
  return (
    <>
      <div className="bh-row">
        <Form.Item name="category" label={t('formCategory')} rules={[{ required: true }]}>
          <Radio.Group
            optionType="button"
            size="small"
            options={problemCategories.map(({ code, title: named }) => ({ value: code, label: title(named) }))}
          />
        </Form.Item>
        {kinds.length > 0 ? (
          <Form.Item
            name="kind"
            label={t('formKind')}
            className="bh-grow"
            rules={[{ required: category === 'technical' }]}
          >
            <Select
              allowClear
              options={kinds.map(({ code, title: named }) => ({ value: code, label: title(named) }))}
            />
          </Form.Item>
        ) : null}
      </div>
      <TextField name="description" label={t('description')} required />
      <div className="bh-row">
        <TextField name="customerName" label={t('userName')} rows={1} max={100} className="bh-w140" />
        <TextField name="mobile" label={t('mobile')} rows={1} max={40} inputMode="tel" className="bh-w140" />
        <TextField name="office" label={t('office')} rows={1} max={40} inputMode="tel" className="bh-grow" />
      </div>
      <div className="bh-row">
        <TextField name="site" label={t('site')} rows={1} max={200} className="bh-grow" />
        <WhenField name="requestedAt" label={t('requestedAt')} />
      </div>
      <TextField name="address" label={t('address')} rows={1} max={300} />
      <Form.Item name="dataConfirmed" valuePropName="checked">
        <Checkbox>{t('dataConfirmed')}</Checkbox>
      </Form.Item>
    </>
  );
}
