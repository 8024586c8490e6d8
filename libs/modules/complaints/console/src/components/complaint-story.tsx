/** What was said, found, proposed, decided and answered, in the order of the case (CMP-5, CMP-6, CMP-8 … CMP-10). */
import { formatInstant, SignedRow, useLanguage, usePunctuation, useTexts } from '@bihuan/console-kit';
import type { ComplaintView } from '@bihuan/complaints-contract';
import { useCodeWords } from '../api/complaints';
import { yuan } from '../format/yuan';
import { complaintsTexts } from '../locales/texts';

export function ComplaintStory({ complaint }: { readonly complaint: ComplaintView }) {
  const t = useTexts(complaintsTexts);
  const marks = usePunctuation();
  const words = useCodeWords();
  const { investigation, decision, carriedOut, answer, feedback, revisit, screening, summary } = complaint;
  const chosen = complaint.proposals.findIndex(({ id }) => id === decision?.proposalId) + 1;
  return (
    <>
      <p className="bh-description">{complaint.matter}</p>
      <dl className="bh-facts">
        {complaint.demand ? (
          <div>
            <dt>{t('demand')}</dt>
            <dd className="bh-words">{complaint.demand}</dd>
          </div>
        ) : null}
        <Validity complaint={complaint} />
        <SignedRow
          label={t('investigation')}
          signed={investigation ? { ...investigation, text: investigation.facts } : null}
        >
          {investigation ? (
            <div className="bh-muted">
              {[
                words('causes', investigation.cause),
                investigation.causeText,
                ...investigation.persons.map(({ name }) => name),
              ]
                .filter(Boolean)
                .join(' · ')}
            </div>
          ) : null}
        </SignedRow>
        {complaint.proposals.map((proposal, index) => (
          <SignedRow key={proposal.id} label={t('proposal', { number: index + 1 })} signed={proposal}>
            {proposal.compensation ? (
              <div className="bh-muted">
                {[
                  words('compensations', proposal.compensation.kind),
                  yuan(proposal.compensation.value),
                  proposal.compensation.account,
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </div>
            ) : null}
          </SignedRow>
        ))}
        {complaint.customersChoice ? (
          <div>
            <dt>{t('customersChoice')}</dt>
            <dd>{complaint.customersChoice}</dd>
          </div>
        ) : null}
        <SignedRow label={t('decision')} signed={decision}>
          {chosen > 0 ? <div>{t('proposal', { number: chosen })}</div> : null}
        </SignedRow>
        <SignedRow label={t('carriedOut')} signed={carriedOut}>
          {carriedOut?.consent ? <div>{carriedOut.consent}</div> : null}
        </SignedRow>
        <Report complaint={complaint} />
        <SignedRow label={t('answer')} signed={answer}>
          {answer ? (
            <div>
              {t(`outcome.${answer.outcome}`)}
              <span className="bh-muted">
                {' '}
                {[words('ways', answer.way), answer.firstContact ? t('firstContact') : ''].filter(Boolean).join(' · ')}
              </span>
            </div>
          ) : null}
        </SignedRow>
        <SignedRow label={t('feedback')} signed={feedback} />
        <SignedRow label={t('revisit')} signed={revisit}>
          {revisit ? (
            <div>
              {t('satisfied')}
              {marks.colon}
              {revisit.satisfied ? t('yes') : t('no')}
              {revisit.proposal ? ` · ${t('customersProposal')}${marks.colon}${revisit.proposal}` : ''}
            </div>
          ) : null}
        </SignedRow>
        <SignedRow label={t('screening')} signed={screening}>
          {screening ? (
            <div>
              {t('handlingWrong')} {screening.handlingWrong ? t('yes') : t('no')}
            </div>
          ) : null}
        </SignedRow>
        <Rehandlings complaint={complaint} />
        <SignedRow label={t('summary')} signed={summary ? { ...summary, text: summary.evaluation } : null}>
          {summary ? (
            <div>
              {summary.class}
              <span className="bh-muted">
                {' '}
                {t('countermeasure')}
                {marks.colon}
                {summary.countermeasure}
              </span>
            </div>
          ) : null}
        </SignedRow>
      </dl>
    </>
  );
}

function Validity({ complaint: { validity } }: { readonly complaint: ComplaintView }) {
  const t = useTexts(complaintsTexts);
  const marks = usePunctuation();
  if (!validity) return null;
  const yes = (value: boolean): string => (value ? t('yes') : t('no'));
  return (
    <SignedRow label={t('validity')} signed={validity}>
      <b>{validity.valid ? t('valid') : t('notValid')}</b>
      <div>
        {t('grounds')} {yes(validity.sufficient)}
        {marks.colon}
        {validity.groundsReason}
      </div>
      <div>
        {t('reasonable')} {yes(validity.reasonable)}
        {marks.colon}
        {validity.demandReason}
      </div>
      {validity.consent ? (
        <div>
          {validity.consent.given ? t('consentGiven') : t('consentNotGiven')}
          {marks.colon}
          {validity.consent.words}
        </div>
      ) : null}
    </SignedRow>
  );
}

/** CMP-10: which copy is where. */
function Report({ complaint: { report } }: { readonly complaint: ComplaintView }) {
  const t = useTexts(complaintsTexts);
  const marks = usePunctuation();
  const language = useLanguage();
  if (!report) return null;
  return (
    <>
      <div>
        <dt>{t('report')}</dt>
        <dd>
          <span className="bh-number">{report.number ?? '—'}</span>
          {report.copies.map(({ copy, holder, arrivedAt }) => (
            <div key={copy} className="bh-muted">
              {arrivedAt
                ? t('arrived', { holder, at: formatInstant(arrivedAt, language) })
                : t('notArrived', { holder })}
            </div>
          ))}
          {report.paper ? <div>{t(`repairReport.${report.repairReport ?? 'owed'}`)}</div> : null}
          {report.missingReason ? <div>{report.missingReason}</div> : null}
        </dd>
      </div>
      <SignedRow label={t('phoneNote')} signed={report.phoneNote}>
        {report.phoneNote?.opinion ? (
          <div>
            {t('opinion')}
            {marks.colon}
            {report.phoneNote.opinion}
          </div>
        ) : null}
      </SignedRow>
      <SignedRow label={t('paper')} signed={report.paper} />
    </>
  );
}

function Rehandlings({ complaint }: { readonly complaint: ComplaintView }) {
  const t = useTexts(complaintsTexts);
  const marks = usePunctuation();
  return complaint.rehandlings.map((order) => (
    <SignedRow
      key={order.number}
      label={t('rehandling', { number: order.round })}
      signed={{ text: order.requirement, by: order.screenedBy, at: order.at }}
    >
      <div>
        <span className="bh-number">{order.number}</span> {order.unit?.name}
      </div>
      {order.opinion ? <div className="bh-muted">{order.opinion}</div> : null}
      {order.result ? (
        <div>
          {t('rehandlingResult')}
          {marks.colon}
          {order.result}
        </div>
      ) : null}
    </SignedRow>
  ));
}
