/** Complaints that may be the earlier one, the likeliest first, to be chosen (APL-1). */
import { EmptyNote, formatInstant, useLanguage, usePunctuation, useSettled, useTexts } from '@bihuan/console-kit';
import type { Candidate, KnownComplaintView } from '@bihuan/appeals-contract';
import { Form, Radio } from 'antd';
import { useCandidates, useLikely } from '../api/appeals';
import { appealsTexts } from '../locales/texts';

const OUTCOMES = ['solved', 'explained', 'not-accepted'] as const;
const LIKENESS = ['phone', 'customer', 'matter'] as const;

/** How the earlier complaint ended, and whether in time (APL-6b). */
export function HowItEnded({ complaint }: { readonly complaint: KnownComplaintView }) {
  const t = useTexts(appealsTexts);
  const language = useLanguage();
  const outcome = OUTCOMES.find((one) => one === complaint.outcome);
  return (
    <span className="bh-muted">
      {t('registeredAt')} {formatInstant(complaint.registeredAt, language)}
      {complaint.answeredAt ? ` · ${t('answeredAt')} ${formatInstant(complaint.answeredAt, language)}` : ''}
      {outcome ? ` · ${t(`outcome.${outcome}`)}` : ''}
      {complaint.handledBefore ? ` · ${t('handledBefore')}` : complaint.inTime === false ? ` · ${t('notInTime')}` : ''}
    </span>
  );
}

function Choice({
  candidates,
  help,
}: {
  readonly candidates: readonly Candidate[] | undefined;
  readonly help: string;
}) {
  const t = useTexts(appealsTexts);
  const marks = usePunctuation();
  if (!candidates) return <p className="bh-act-note">{help}</p>;
  if (candidates.length === 0) return <EmptyNote title={t('earlierNone')} />;
  return (
    <Form.Item name="complaintId" label={t('earlier')}>
      <Radio.Group className="bh-earlier">
        {candidates.map((candidate) => (
          <Radio key={candidate.complaintId} value={candidate.complaintId}>
            <b className="bh-number">{candidate.number}</b>{' '}
            <span className="bh-tag bh-tag-small">
              {marks.list(LIKENESS.filter((one) => candidate.reasons.includes(one)).map((one) => t(`like.${one}`)))}
              {candidate.similarity > 0
                ? ` ${t('similarity', { percent: Math.round(candidate.similarity * 100) })}`
                : ''}
            </span>
            <div>{candidate.matter}</div>
            <HowItEnded complaint={candidate} />
          </Radio>
        ))}
      </Radio.Group>
    </Form.Item>
  );
}

/** In the form of a new appeal: of the phone, customer and matter typed so far. */
export function LikelyComplaints() {
  const t = useTexts(appealsTexts);
  const phone = useSettled(Form.useWatch<string | undefined>('phone'));
  const matter = useSettled(Form.useWatch<string | undefined>('matter'));
  const customerId = Form.useWatch<string | undefined>('customerId');
  const found = useLikely({
    ...(phone ? { phone } : {}),
    ...(matter ? { matter } : {}),
    ...(customerId ? { customerId } : {}),
  });
  return <Choice candidates={found.data} help={t('earlierHelp')} />;
}

/** On the appeal's page: of what it says itself. */
export function LinkFields({ appealId }: { readonly appealId: string }) {
  const t = useTexts(appealsTexts);
  return <Choice candidates={useCandidates(appealId).data} help={t('earlierHelp')} />;
}
