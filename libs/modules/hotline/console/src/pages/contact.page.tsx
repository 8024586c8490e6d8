/** One contact: what was said, what may be done now, what happened (HOT-1, HOT-2, HOT-5). */
import { KnownCustomer, Loaded, Page, Section, Timeline, useMatter, useRoomWords, useTexts } from '@bihuan/console-kit';
import type { ContactView } from '@bihuan/hotline-contract';
import { useNavigate, useParams } from 'react-router';
import { contacts } from '../api/contacts';
import { ContactActs } from '../components/contact-acts';
import { ContactFacts } from '../components/contact-facts';
import { FormMaker } from '../components/form-maker';
import { hotlineTexts } from '../locales/texts';

export function ContactPage() {
  const { id = '' } = useParams();
  return <Loaded query={useMatter(contacts, id)}>{(contact) => <View contact={contact} />}</Loaded>;
}

function View({ contact }: { readonly contact: ContactView }) {
  const t = useTexts(hotlineTexts);
  const words = useRoomWords();
  const navigate = useNavigate();
  return (
    <Page
      title={`${t('contact')} · ${contact.callerName || contact.callerPhone}`}
      beside={<span className="bh-state">{words('hotline', 'states', contact.state)}</span>}
    >
      <div className="bh-two">
        <div>
          <Section>
            {contact.needsForm ? <p className="bh-act-note">{t('needsForm')}</p> : null}
            <ContactActs
              contact={contact}
              formMaker={(close) => (
                <FormMaker
                  contact={contact}
                  onMade={({ id }) => void navigate(`/hotline/problem-forms/${id}`)}
                  onCancel={close}
                />
              )}
            />
            <ContactFacts contact={contact} />
          </Section>
          <Section title={t('timeline')}>
            <Timeline subject={{ module: 'hotline', kind: 'contact', id: contact.id }} />
          </Section>
        </div>
        <div>
          <KnownCustomer id={contact.customerId ?? undefined} />
        </div>
      </div>
    </Page>
  );
}
