/** A contact as it was saved. */
import { Facts, formatInstant, formatPhone, useLanguage, useRoomWords, useTexts, useTitle } from '@bihuan/console-kit';
import type { ContactView } from '@bihuan/hotline-contract';
import { Link } from 'react-router';
import { useCategoryWords, useHotlineSection } from '../api/section';
import { hotlineTexts } from '../locales/texts';

export function ContactFacts({ contact }: { readonly contact: ContactView }) {
  const t = useTexts(hotlineTexts);
  const title = useTitle();
  const language = useLanguage();
  const words = useRoomWords();
  const { channels } = useHotlineSection();
  const { category } = useCategoryWords();
  const yes = (value: boolean | null): string | undefined => (value === null ? undefined : value ? t('yes') : t('no'));
  const channel = channels.find(({ code }) => code === contact.channel)?.title ?? contact.channel;
  return (
    <Facts
      rows={[
        [
          t('caller'),
          [contact.callerName, formatPhone(contact.callerPhone), title(channel)].filter(Boolean).join(' · '),
        ],
        [t('site'), contact.site],
        [t('summary'), contact.summary],
        [t('category'), category(contact.category)],
        [t('state'), words('hotline', 'states', contact.state)],
        [t('answer'), contact.answer],
        [t('understood'), yes(contact.understood)],
        [t('satisfied'), yes(contact.satisfied)],
        [t('takenAt'), formatInstant(contact.startedAt, language)],
        [t('takenBy'), [contact.owner.name, contact.officerNumber].filter(Boolean).join(' ')],
        contact.problemForms.length === 0
          ? undefined
          : [
              t('form'),
              contact.problemForms.map(({ id, number, state }) => (
                <div key={id}>
                  <Link className="bh-number" to={`/hotline/problem-forms/${id}`}>
                    {number}
                  </Link>{' '}
                  <span className="bh-muted">{words('hotline', 'states', state)}</span>
                </div>
              )),
            ],
      ]}
    />
  );
}
