/** What was appealed, each pass through the branch with its review, the reply and the conclusion (APL-3 … APL-7). */
import { SignedRow, usePunctuation, useTexts, useTitle } from '@bihuan/console-kit';
import type { AppealRoundView, AppealView } from '@bihuan/appeals-contract';
import { appealsTexts } from '../locales/texts';
import { Documents } from './documents';

export function AppealStory({ appeal }: { readonly appeal: AppealView }) {
  const t = useTexts(appealsTexts);
  const marks = usePunctuation();
  const rounds = appeal.rounds.filter(isBegun);
  return (
    <>
      <p className="bh-description">{appeal.matter}</p>
      <Documents ids={appeal.documents} />
      <Principles appeal={appeal} />
      {rounds.map((round) => (
        <div key={round.round} className="bh-round">
          {rounds.length > 1 ? <h3>{t('round', { round: round.round })}</h3> : null}
          <Round round={round} />
        </div>
      ))}
      <dl className={hasEnding(appeal) ? 'bh-facts bh-round' : 'bh-facts'}>
        <SignedRow label={t('reply')} signed={appeal.reply} />
        <SignedRow label={t('revisit')} signed={appeal.revisit}>
          {appeal.revisit ? (
            <div>
              {t('satisfied')}
              {marks.colon}
              {appeal.revisit.satisfied ? t('yes') : t('no')}
            </div>
          ) : null}
        </SignedRow>
        <Conclusion appeal={appeal} />
        {appeal.filings.map((filing) => (
          <SignedRow key={filing.number} label={t('filings')} signed={filing}>
            <div>
              <span className="bh-number">{filing.number}</span> → {filing.to}
              <span className="bh-muted">
                {' '}
                {filing.receipt ? `${t('receipt')}${marks.colon}${filing.receipt.text}` : ''}
              </span>
            </div>
          </SignedRow>
        ))}
        {appeal.notes.map((note) => (
          <SignedRow
            key={note.id}
            label={note.afterArchive ? t('afterArchive') : t('notes')}
            signed={note}
            after={<Documents ids={note.documents} />}
          />
        ))}
      </dl>
    </>
  );
}

/** Acts in which one decides on the case (APL-10). */
const DECIDING = ['plan', 'answer', 'approve', 'send-back', 'conclude'];

/** Under the words of the case, while somebody decides on it. */
function Principles({ appeal: { allowedActions, principles } }: { readonly appeal: AppealView }) {
  const t = useTexts(appealsTexts);
  const marks = usePunctuation();
  const title = useTitle();
  if (principles.length === 0 || !allowedActions.some((action) => DECIDING.includes(action))) return null;
  return (
    <p className="bh-act-note">{t('principles', { list: marks.clauses(principles.map((one) => title(one.title))) })}</p>
  );
}

/** A round after one that was sent back begins without taking over. */
const isBegun = ({ accepted, facts, plan, answer, report }: AppealRoundView): boolean =>
  Boolean(accepted ?? facts ?? plan ?? answer ?? report);

/** Is there anything after the rounds? */
const hasEnding = ({ reply, revisit, concluded, filings, notes }: AppealView): boolean =>
  Boolean(reply ?? revisit ?? concluded) || filings.length > 0 || notes.length > 0;

function Round({ round }: { readonly round: AppealRoundView }) {
  const t = useTexts(appealsTexts);
  const marks = usePunctuation();
  const { accepted, facts, plan, answer, report, review } = round;
  const further = (label: string, text: string | undefined) =>
    text ? (
      <div>
        <span className="bh-muted">{`${label}${marks.colon}`}</span>
        {text}
      </div>
    ) : null;
  return (
    <dl className="bh-facts">
      <SignedRow label={t('accepted')} signed={accepted} />
      <SignedRow label={t('facts')} signed={facts} after={<Documents ids={facts?.evidence ?? []} />} />
      <SignedRow label={t('plan')} signed={plan} after={further(t('explanation'), plan?.explanation)} />
      <SignedRow
        label={t('answer')}
        signed={answer}
        after={
          <>
            {further(t('way'), answer?.way)}
            {further(t('improvement'), answer?.improvement)}
          </>
        }
      />
      <SignedRow
        label={t('report')}
        signed={report}
        after={
          <>
            {further(t('basis'), report?.basis)}
            {further(t('measures'), report?.measures)}
            {further(t('noEvidence'), report?.explanation)}
            <Documents ids={report?.evidence ?? []} />
          </>
        }
      />
      <SignedRow label={t('review')} signed={review}>
        {review ? <b>{review.approved ? t('approved') : t('sentBack')}</b> : null}
      </SignedRow>
    </dl>
  );
}

function Conclusion({ appeal: { concluded } }: { readonly appeal: AppealView }) {
  const t = useTexts(appealsTexts);
  const marks = usePunctuation();
  const title = useTitle();
  if (!concluded) return null;
  const { ground, groundText, body, cause, causeText, attribution, liability, liabilityText, unit, persons } =
    concluded;
  const rows: readonly (readonly [string, string])[] = [
    [t('ground'), [ground ? title(ground.title) : groundText, body].filter(Boolean).join(' · ')],
    [t('cause'), cause ? title(cause.title) : causeText],
    [t('attribution'), title(attribution.title)],
    [t('liability'), liability ? title(liability.title) : liabilityText],
    [t('liableUnit'), [unit?.name, ...persons.map(({ name }) => name)].filter(Boolean).join(' · ')],
    [t('tags'), marks.list(concluded.tags)],
  ];
  return (
    <SignedRow label={t('concluded')} signed={{ by: concluded.by, at: concluded.at }}>
      <b>{t(`conclusion.${concluded.conclusion}`)}</b>
      {rows.map(([label, value]) =>
        value ? (
          <div key={label}>
            <span className="bh-muted">{`${label}${marks.colon}`}</span>
            {value}
          </div>
        ) : null,
      )}
    </SignedRow>
  );
}
