/** The facts column of an appeal: the five clocks, the case, the earlier complaint, what came of it (APL-1, APL-2, APL-8). */
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
  useTitle,
} from '@bihuan/console-kit';
import type { AppealView } from '@bihuan/appeals-contract';
import { Link } from 'react-router';
import { circulationPath } from '../api/appeals';
import { appealsTexts } from '../locales/texts';
import { ClockTable } from './clock-table';
import { HowItEnded } from './earlier';

export function AppealFacts({ appeal }: { readonly appeal: AppealView }) {
  const t = useTexts(appealsTexts);
  const marks = usePunctuation();
  const title = useTitle();
  const language = useLanguage();
  const words = useRoomWords();
  const at = (instant: string | null) => (instant ? formatInstant(instant, language) : undefined);
  return (
    <>
      <Section title={t('clocks')}>
        <ClockTable appeal={appeal} />
      </Section>
      <Section title={t('facts2')}>
        <Facts
          rows={[
            [t('regulator'), title(appeal.regulator.title)],
            [t('caseNumber'), appeal.caseNumber],
            [t('filed'), appeal.filed ? t('filedYes') : t('filedNo')],
            [t('channel'), appeal.channel ? title(appeal.channel.title) : undefined],
            [
              t('appellant'),
              appeal.customerId ? (
                <Link to={`/customers/${appeal.customerId}`}>{appeal.appellant}</Link>
              ) : (
                appeal.appellant
              ),
            ],
            [t('phone'), formatPhone(appeal.phone)],
            [t('level'), appeal.level ? title(appeal.level.title) : undefined],
            [t('business'), `${title(appeal.business.title)} · ${title(appeal.nature.title)}`],
            [t('gravity'), marks.list(appeal.gravity.map((one) => title(one.title)))],
            [t('receivedAt'), at(appeal.receivedAt)],
            [t('replyDueAt'), at(appeal.replyDueAt)],
            [t('desk'), appeal.desk.name],
            [t('unit'), appeal.unit?.name],
            [t('handler'), appeal.handler?.name],
            [t('mediation'), appeal.mediation],
          ]}
        />
      </Section>
      <Earlier appeal={appeal} />
      {appeal.circulations.length > 0 ? (
        <Section title={t('circulations')}>
          <ul className="bh-plain-list">
            {appeal.circulations.map(({ id, number, state }) => (
              <li key={id}>
                <Link to={circulationPath(id)}>{number}</Link>{' '}
                <span className="bh-muted">{words('appeals', 'states', state)}</span>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
    </>
  );
}

function Earlier({ appeal: { complaint } }: { readonly appeal: AppealView }) {
  const t = useTexts(appealsTexts);
  const path = useSubjectPath();
  if (!complaint) return null;
  const to = path({ module: 'complaints', kind: 'complaint', id: complaint.complaintId });
  return (
    <Section title={t('earlier')}>
      <div className="bh-number">{to ? <Link to={to}>{complaint.number}</Link> : complaint.number}</div>
      <HowItEnded complaint={complaint} />
    </Section>
  );
}
