/** A new matter: one form, drafts kept, refusals at their fields, Ctrl+Enter; then the made matter opens. */
import { useQueryClient } from '@tanstack/react-query';
import { Form } from 'antd';
import { useEffect, useState, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { KnownCustomer } from '../customer/known-customer';
import { ActionForm, type Values } from '../form/action-form';
import { typedValues } from '../form/typed-values';
import { Page, Section } from '../page/page';
import { useMe } from '../session/session';
import { useKeep, type ActedView, type MatterApi } from './matter-api';

export interface NewMatterFormProps<View extends ActedView, Line> {
  readonly of: MatterApi<View, Line>;
  readonly submitLabel: string;
  readonly fields: ReactNode;
  readonly initial?: Values;
  /** Body of the call; what was typed, without the empty fields, unless said. */
  readonly toBody?: (values: Values) => unknown;
  readonly onMade: (made: View) => void;
  readonly onCancel?: () => void;
}

export function NewMatterForm<View extends ActedView, Line>(props: NewMatterFormProps<View, Line>) {
  const { of, submitLabel, fields, initial, toBody = typedValues, onMade, onCancel } = props;
  const me = useMe();
  const client = useQueryClient();
  const keep = useKeep(of);
  return (
    <ActionForm<View>
      autoFocus
      draft={`${me.id}:new:${of.module}:${of.kind}`}
      submitLabel={submitLabel}
      {...(initial ? { initial } : {})}
      toBody={toBody}
      action={(body, options) => of.create(body, options)}
      onDone={(made) => {
        keep(made);
        void client.invalidateQueries({ queryKey: ['matter', 'customers'] });
        onMade(made);
      }}
      onCancel={onCancel}
    >
      {fields}
    </ActionForm>
  );
}

export interface NewMatterPageProps<View extends ActedView, Line> extends Omit<
  NewMatterFormProps<View, Line>,
  'onMade' | 'onCancel'
> {
  readonly title: string;
  readonly path: (id: string) => string;
  /** What is known of the chosen customer stands beside the form (CUS-2). */
  readonly ofCustomer?: boolean;
  /** Beside the form: what to say, what is known. */
  readonly beside?: ReactNode;
}

export function NewMatterPage<View extends ActedView, Line>(props: NewMatterPageProps<View, Line>) {
  const { title, path, ofCustomer = false, beside, fields, ...form } = props;
  const navigate = useNavigate();
  const [customerId, setCustomerId] = useState<string>();
  return (
    <Page title={title}>
      <div className="bh-two">
        <Section>
          <NewMatterForm
            {...form}
            fields={
              <>
                {ofCustomer ? <ChosenCustomer onChange={setCustomerId} /> : null}
                {fields}
              </>
            }
            onMade={({ id }) => void navigate(path(id))}
            onCancel={() => void navigate(-1)}
          />
        </Section>
        <div>
          {beside}
          {ofCustomer ? <KnownCustomer id={customerId} /> : null}
        </div>
      </div>
    </Page>
  );
}

/** Tells the page which customer its form has found. */
function ChosenCustomer({ onChange }: { readonly onChange: (id: string | undefined) => void }) {
  const id = Form.useWatch<string | undefined>('customerId');
  useEffect(() => onChange(id), [id, onChange]);
  return null;
}
