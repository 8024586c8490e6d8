/** Sanctions: proposed by rule, decided by the head, told, open to objection (CMP-11). */
import {
  Facts,
  formatInstant,
  MatterActs,
  MatterListPage,
  MatterPage,
  MoneyField,
  NumberField,
  Section,
  SignedRow,
  TextField,
  useLanguage,
  useTexts,
  YesNoField,
} from '@bihuan/console-kit';
import type { SanctionLine, SanctionView } from '@bihuan/complaints-contract';
import type { TableColumnsType } from 'antd';
import { Link } from 'react-router';
import { complaintPath, sanctionPath, sanctions, useCodeWords } from '../api/complaints';
import { yuan } from '../format/yuan';
import { complaintsTexts } from '../locales/texts';

export function SanctionsPage() {
  const t = useTexts(complaintsTexts);
  const words = useCodeWords();
  const columns: TableColumnsType<SanctionLine> = [
    { title: t('namedPerson'), width: 160, render: (_, { person, unit }) => person?.name ?? unit?.name },
    { title: t('liability'), width: 140, render: (_, { liability }) => t(`liability.${liability}`) },
    { title: t('breach'), render: (_, { breach }) => words('breaches', breach) },
    { title: t('points'), width: 90, align: 'right', render: (_, { points }) => points },
    { title: t('amount'), width: 120, align: 'right', render: (_, { amount }) => (amount === 0 ? '' : yuan(amount)) },
    {
      title: t('complaint'),
      width: 180,
      render: (_, { complaintNumber }) => <span className="bh-number">{complaintNumber}</span>,
    },
  ];
  return (
    <MatterListPage
      of={sanctions}
      title={t('sanctions')}
      path={sanctionPath}
      columns={columns}
      empty={{ title: t('sanctionsEmpty'), help: t('sanctionsHelp') }}
    />
  );
}

export function SanctionPage() {
  const t = useTexts(complaintsTexts);
  return (
    <MatterPage
      of={sanctions}
      acts={(sanction) => (
        <MatterActs
          of={sanctions}
          matter={sanction}
          acts={{
            decide: {
              fields: (
                <>
                  <YesNoField name="uphold" label={t('uphold')} />
                  <TextField name="text" label={t('reason')} required />
                  <div className="bh-row">
                    <NumberField name="points" label={t('points')} min={-100} max={100} step={0.5} />
                    <MoneyField name="amount" label={t('amount')} negative />
                  </div>
                </>
              ),
              initial: { points: sanction.points, amount: sanction.amount },
            },
            object: { fields: <TextField name="text" label={t('objection')} required /> },
            review: {
              fields: (
                <>
                  <YesNoField name="uphold" label={t('upholdReview')} />
                  <TextField name="text" label={t('reason')} required />
                </>
              ),
            },
          }}
        />
      )}
      story={(sanction) => (
        <>
          <p className="bh-description">{sanction.ground}</p>
          <dl className="bh-facts">
            <SignedRow label={t('decision')} signed={sanction.decision} />
            <SignedRow
              label={t('objection')}
              signed={sanction.objection ? { ...sanction.objection, by: null } : null}
            />
            <SignedRow label={t('review')} signed={sanction.review} />
          </dl>
        </>
      )}
      facts={(sanction) => <SanctionFacts sanction={sanction} />}
    />
  );
}

function SanctionFacts({ sanction }: { readonly sanction: SanctionView }) {
  const t = useTexts(complaintsTexts);
  const language = useLanguage();
  const words = useCodeWords();
  const at = (instant: string | null) => (instant ? formatInstant(instant, language) : undefined);
  return (
    <Section title={t('sanctions')}>
      <Facts
        rows={[
          [t('namedPerson'), sanction.person?.name],
          [t('unit'), sanction.unit.name],
          [t('liability'), t(`liability.${sanction.liability}`)],
          [t('breach'), words('breaches', sanction.breach)],
          [t('points'), sanction.points],
          [t('amount'), sanction.amount === 0 ? undefined : yuan(sanction.amount)],
          [t('complaint'), <Link to={complaintPath(sanction.complaintId)}>{sanction.complaintNumber}</Link>],
          [t('toldAt'), at(sanction.toldAt)],
          [t('objectUntil'), at(sanction.objectUntil)],
        ]}
      />
    </Section>
  );
}
