/** The facts column of a problem form: customer, route, acceptance. */
import {
  Facts,
  formatDuration,
  formatInstant,
  formatPhone,
  Section,
  useLanguage,
  useNow,
  useTexts,
} from '@bihuan/console-kit';
import type { ProblemFormView } from '@bihuan/hotline-contract';
import { Link } from 'react-router';
import { useCategoryWords } from '../api/section';
import { hotlineTexts } from '../locales/texts';

export function FormFacts({ form }: { readonly form: ProblemFormView }) {
  const t = useTexts(hotlineTexts);
  const language = useLanguage();
  const now = useNow(60);
  const { category, kind } = useCategoryWords();
  const at = (instant: string | null): string | undefined => (instant ? formatInstant(instant, language) : undefined);
  const over = form.concludedAt ? new Date(form.concludedAt) : now;
  const total = form.firstReferredAt ? (over.getTime() - Date.parse(form.firstReferredAt)) / 1_000 : undefined;
  const { acceptance } = form;
  return (
    <>
      <Section title={t('facts')}>
        <Facts
          rows={[
            [t('formCategory'), [category(form.category), kind(form.category, form.kind)].filter(Boolean).join(' · ')],
            form.complaint ? ['', <span key="complaint">{t('complaint')}</span>] : undefined,
            [
              t('userName'),
              form.customerId ? (
                <Link to={`/customers/${form.customerId}`}>{form.customerName}</Link>
              ) : (
                form.customerName
              ),
            ],
            [t('mobile'), formatPhone(form.mobile)],
            [t('office'), formatPhone(form.office)],
            [t('site'), form.site],
            [t('address'), form.address],
            [t('requestedAt'), at(form.requestedAt)],
          ]}
        />
      </Section>
      <Section title={t('route')}>
        <Facts
          rows={[
            [t('officer'), form.officer.name],
            [
              t('takenAt'),
              <Link key="contact" to={`/hotline/contacts/${form.contactId}`}>
                {at(form.takenAt)}
              </Link>,
            ],
            [t('agreement'), form.customerAgreed === null ? undefined : form.customerAgreed ? t('yes') : t('no')],
            [t('unit'), form.unit?.name],
            [t('handler'), form.handler?.name],
            [t('returns'), form.returns > 0 ? t('times', { count: form.returns }) : undefined],
            [t('total'), total === undefined ? undefined : formatDuration(total, language)],
            [t('concludedAt'), at(form.concludedAt)],
            [t('revisitedAt'), at(form.revisitedAt)],
          ]}
        />
      </Section>
      {acceptance ? (
        <Section title={t('acceptance')}>
          <Facts
            rows={[
              [t('takenBy'), `${acceptance.by.name} · ${at(acceptance.at) ?? ''}`],
              [t('appointmentAt'), at(acceptance.appointmentAt)],
              [t('place'), acceptance.place],
              [t('judgement'), acceptance.judgement],
              [t('parts'), acceptance.parts],
              [t('remark'), acceptance.text],
            ]}
          />
        </Section>
      ) : null}
    </>
  );
}
