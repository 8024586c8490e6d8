/** The hotline desk: one screen from the ringing phone to the referred form, by keyboard alone (HOT-1 … HOT-8, SCR-1). */
import {
  formatShort,
  KnownCustomer,
  OpenClocks,
  Page,
  ScriptStrip,
  Section,
  useHotkeys,
  useLanguage,
  useMatter,
  useMatterClocks,
  useNow,
  useRoomWords,
  useTexts,
} from '@bihuan/console-kit';
import type { CustomerSummary } from '@bihuan/customers-contract';
import type { ContactView, ProblemFormView } from '@bihuan/hotline-contract';
import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useCallback, useState } from 'react';
import { Link } from 'react-router';
import { problemForms } from '../api/problem-forms';
import { ContactActs } from '../components/contact-acts';
import { ContactFacts } from '../components/contact-facts';
import { FormActs } from '../components/form-acts';
import { FormMaker } from '../components/form-maker';
import { MyMatters } from '../desk/my-matters';
import { TakeCall } from '../desk/take-call';
import { hotlineTexts } from '../locales/texts';

export function ContactDeskPage() {
  const t = useTexts(hotlineTexts);
  const client = useQueryClient();
  const [call, setCall] = useState(1);
  const [customer, setCustomer] = useState<CustomerSummary>();
  const [contact, setContact] = useState<ContactView>();
  const [form, setForm] = useState<ProblemFormView>();
  const language = useLanguage();
  const now = useNow(60);
  const promised = form?.requestedAt ?? form?.dueAt;
  const choose = useCallback((found: CustomerSummary | undefined) => setCustomer(found), []);

  const next = (): void => {
    setCall((number) => number + 1);
    setCustomer(undefined);
    setContact(undefined);
    setForm(undefined);
  };
  const readAgain = (): void => {
    for (const queryKey of [['work'], ['matter', 'customers']]) void client.invalidateQueries({ queryKey });
  };
  const taken = (saved: ContactView): void => {
    setContact(saved);
    readAgain();
  };
  useHotkeys([{ keys: 'alt+n', title: t('nextCall'), run: next }]);
  return (
    <Page
      title={t('desk')}
      actions={
        contact ? (
          <Button onClick={next}>
            {t('nextCall')} <kbd className="bh-key">Alt+N</kbd>
          </Button>
        ) : null
      }
    >
      <ScriptStrip
        desk="hotline"
        step={stepOf(contact, form)}
        values={{
          customer: contact?.callerName ?? customer?.contacts[0]?.name,
          site: contact?.site || customer?.sites[0]?.name,
          promisedTime: promised ? formatShort(promised, now, language) : undefined,
        }}
      />
      <div className="bh-desk">
        <div>
          <Section key={call} title={contact ? t('contact') : t('newCall')}>
            {contact ? (
              <ContactFacts contact={contact} />
            ) : (
              <TakeCall customer={customer} onCustomer={choose} onTaken={taken} />
            )}
          </Section>
          {contact && !form ? (
            <Section title={stillOpen(contact) ? t('contactSaved') : t('contactClosed')}>
              {contact.needsForm ? <p className="bh-act-note">{t('needsForm')}</p> : null}
              <ContactActs
                contact={contact}
                onChanged={setContact}
                formMaker={(close) => (
                  <FormMaker
                    contact={contact}
                    address={
                      customer?.sites.find(({ id, name }) => id === contact.siteId || name === contact.site)?.address
                    }
                    onMade={(made) => {
                      setForm(made);
                      readAgain();
                    }}
                    onCancel={close}
                  />
                )}
              />
            </Section>
          ) : null}
          {form ? <MadeForm made={form} onChanged={setForm} /> : null}
        </div>
        <div>
          <KnownCustomer id={customer?.id ?? contact?.customerId ?? undefined} />
        </div>
        <div>
          <MyMatters />
        </div>
      </div>
    </Page>
  );
}

const stillOpen = ({ state }: ContactView): boolean => state === 'open' || state === 'awaiting-customer';

/** The script step that fits what happens at the desk. */
function stepOf(contact: ContactView | undefined, form: ProblemFormView | undefined): string {
  if (!contact) return 'opening';
  if (contact.state === 'nuisance') return 'wrong-number';
  if (form) return form.state === 'drafted' ? 'cannot-solve-now' : 'closing';
  if (contact.state === 'awaiting-customer') return 'test-and-call-back';
  return contact.state === 'concluded' || contact.answer ? 'closing' : 'opening';
}

/** The form just made: its number, its clocks, and the referral as the next act. */
function MadeForm(props: { readonly made: ProblemFormView; readonly onChanged: (form: ProblemFormView) => void }) {
  const { made, onChanged } = props;
  const t = useTexts(hotlineTexts);
  const words = useRoomWords();
  const form = useMatter(problemForms, made.id).data ?? made;
  const clocks = useMatterClocks(problemForms, form);
  return (
    <Section
      title={
        <>
          {t('formSaved')} <span className="bh-number bh-big-number">{form.number}</span>{' '}
          <span className="bh-state">{words('hotline', 'states', form.state)}</span>
        </>
      }
      extra={<Link to={`/hotline/problem-forms/${form.id}`}>{t('openForm')}</Link>}
    >
      <OpenClocks module="hotline" clocks={clocks} />
      <FormActs form={form} onChanged={onChanged} />
    </Section>
  );
}
