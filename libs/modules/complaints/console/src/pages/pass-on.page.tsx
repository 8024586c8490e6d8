/** Any employee passes a complaint on in three fields, with the time he heard it (CMP-1a). */
import {
  ActionForm,
  api,
  CallerField,
  Page,
  Section,
  TextField,
  typedValues,
  useMe,
  useTexts,
  WhenField,
} from '@bihuan/console-kit';
import { Button } from 'antd';
import { useState } from 'react';
import { complaintsTexts } from '../locales/texts';

/** What whoever may not see complaints gets to know of the one he passed on. */
interface PassedOn {
  readonly id: string;
  readonly number: string;
}

export function PassOnPage() {
  const t = useTexts(complaintsTexts);
  const me = useMe();
  const [made, setMade] = useState<PassedOn>();
  return (
    <Page title={t('passOn')}>
      <Section className="bh-narrow">
        {made ? (
          <>
            <p className="bh-description">{t('passedOn', { number: made.number })}</p>
            <Button type="primary" onClick={() => setMade(undefined)}>
              {t('passOnNext')}
            </Button>
          </>
        ) : (
          <ActionForm<PassedOn>
            draft={`${me.id}:complaints:pass-on`}
            submitLabel={t('passOn')}
            toBody={(values) => ({ phone: '', ...typedValues(values), customerId: undefined })}
            action={(body, options) => api.post<PassedOn>('/api/complaints/passed-on', body, options)}
            onDone={setMade}
          >
            <p className="bh-act-note">{t('passOnHelp')}</p>
            <div className="bh-row">
              <CallerField name="phone" label={t('phone')} className="bh-grow" />
              <TextField
                name="customerName"
                label={t('customerName')}
                rows={1}
                max={100}
                className="bh-grow"
                required
              />
              <WhenField name="heardAt" label={t('heardAt')} help={t('heardHelp')} />
            </div>
            <TextField name="matter" label={t('matter')} placeholder={t('matterHint')} rows={4} required />
          </ActionForm>
        )}
      </Section>
    </Page>
  );
}
