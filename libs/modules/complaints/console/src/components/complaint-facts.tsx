/** The facts column of a complaint: customer, class, road, and what belongs to it (CMP-1, CMP-2, CMP-7, CMP-20). */
import {
  Facts,
  formatInstant,
  formatPhone,
  Section,
  useLanguage,
  usePunctuation,
  useRoomWords,
  useSubjectPath,
  useTexts,
} from '@bihuan/console-kit';
import type { ComplaintView } from '@bihuan/complaints-contract';
import { Link } from 'react-router';
import { complaintPath, sanctionPath, supervisionPath, useClassName, useCodeWords } from '../api/complaints';
import { complaintsTexts } from '../locales/texts';

export function ComplaintFacts({ complaint }: { readonly complaint: ComplaintView }) {
  const t = useTexts(complaintsTexts);
  const marks = usePunctuation();
  const words = useCodeWords();
  const className = useClassName();
  const marked = (mark: boolean, label: string): string | undefined => (mark ? label : undefined);
  return (
    <>
      <Section title={t('customer')}>
        <Facts
          rows={[
            [
              t('customerName'),
              complaint.customerId ? (
                <Link to={`/customers/${complaint.customerId}`}>{complaint.customerName}</Link>
              ) : (
                complaint.customerName
              ),
            ],
            [t('phone'), formatPhone(complaint.phone)],
            [t('contact'), complaint.contact],
            [t('address'), complaint.address],
            [t('class'), className(complaint.customerClass)],
            [t('recording'), complaint.recording],
          ]}
        />
      </Section>
      <Section title={t('classification')}>
        <Facts
          rows={[
            [t('channel'), words('channels', complaint.channel)],
            [t('business'), words('businesses', complaint.business)],
            [t('kind'), words('kinds', complaint.kind)],
            [t('symptom'), words('symptoms', complaint.symptom)],
            [t('level'), words('levels', complaint.level)],
            [
              t('gravity'),
              marks.list(
                [
                  ...complaint.gravity.map((code) => words('gravities', code)),
                  marked(complaint.serviceDown, t('serviceDown')),
                  marked(complaint.crossProvince, t('crossProvince')),
                ].filter((word): word is string => Boolean(word)),
              ),
            ],
            [t('marks'), marks.list(complaint.marks.map((code) => words('marks', code)))],
          ]}
        />
      </Section>
      <Road complaint={complaint} />
      <Related complaint={complaint} />
    </>
  );
}

function Road({ complaint }: { readonly complaint: ComplaintView }) {
  const t = useTexts(complaintsTexts);
  const marks = usePunctuation();
  const language = useLanguage();
  const at = (instant: string | null): string | undefined => (instant ? formatInstant(instant, language) : undefined);
  return (
    <Section title={t('route')}>
      <Facts
        rows={[
          [t('heardAt'), at(complaint.heardAt)],
          [t('passedOnBy'), complaint.passedOnBy?.name],
          [t('officer'), [complaint.officer?.name, complaint.intakeUnit.name].filter(Boolean).join(' · ')],
          [t('centre'), complaint.centre.name],
          [t('relay'), complaint.relay ? `${complaint.relay.unit.name} · ${at(complaint.relay.at)}` : undefined],
          [
            t('acknowledged'),
            complaint.acknowledged ? `${complaint.acknowledged.by.name} · ${at(complaint.acknowledged.at)}` : undefined,
          ],
          complaint.road.length === 0
            ? undefined
            : [
                t('road'),
                complaint.road.map((hop) => (
                  <div key={`${hop.unit.id} ${hop.at}`}>
                    <span className="bh-muted">{t(`roadWay.${hop.way}`)}</span> {hop.unit.name}
                    {hop.fedBackAt ? <span className="bh-muted"> · {t('fedBack')}</span> : null}
                    <div className="bh-muted bh-small">
                      {at(hop.at)} {hop.reason}
                    </div>
                  </div>
                )),
              ],
          [t('handler'), complaint.handler?.name],
          [t('coOperators'), marks.list(complaint.coOperators.map(({ name }) => name))],
          [t('answerUnit'), complaint.answerUnit.name],
          [t('promisedAt'), at(complaint.promisedAt)],
          [t('returns'), complaint.returns > 0 ? t('times', { count: complaint.returns }) : undefined],
          [t('concludedAt'), at(complaint.concludedAt)],
        ]}
      />
    </Section>
  );
}

function Related({ complaint }: { readonly complaint: ComplaintView }) {
  const t = useTexts(complaintsTexts);
  const room = useRoomWords();
  const { source, followsId, followedById, leaderId, appealNumber, supervisions, sanctions } = complaint;
  const path = useSubjectPath();
  const to = source ? path(source) : undefined;
  const other = (id: string | null) => (id ? <Link to={complaintPath(id)}>{t('openComplaint')}</Link> : undefined);
  const has = source ?? followsId ?? followedById ?? leaderId ?? appealNumber;
  if (!has && supervisions.length === 0 && sanctions.length === 0) return null;
  return (
    <Section title={t('related')}>
      <Facts
        rows={[
          source ? [t('source'), to ? <Link to={to}>{source.number}</Link> : source.number] : undefined,
          [t('follows'), other(followsId)],
          [t('followedBy'), other(followedById)],
          [t('leader'), other(leaderId)],
          [t('appeal'), appealNumber],
          supervisions.length === 0
            ? undefined
            : [
                t('supervisions'),
                supervisions.map(({ id, number, state, automatic }) => (
                  <div key={id}>
                    <Link to={supervisionPath(id)}>{number}</Link>{' '}
                    <span className="bh-muted">
                      {room('complaints', 'states', state)} {automatic ? t('automatic') : ''}
                    </span>
                  </div>
                )),
              ],
          sanctions.length === 0
            ? undefined
            : [
                t('sanctions'),
                sanctions.map(({ id, number, state, person }) => (
                  <div key={id}>
                    <Link to={sanctionPath(id)}>{number}</Link>{' '}
                    <span className="bh-muted">
                      {person} {room('complaints', 'states', state)}
                    </span>
                  </div>
                )),
              ],
        ]}
      />
    </Section>
  );
}
