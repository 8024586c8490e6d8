/** Circulations (服务质量通报, form 28): the list they went to and who has read them (CMP-11). */
import {
  Facts,
  formatInstant,
  MatterActs,
  MatterListPage,
  MatterPage,
  Section,
  useLanguage,
  useTexts,
} from '@bihuan/console-kit';
import type { CirculationLine } from '@bihuan/complaints-contract';
import type { TableColumnsType } from 'antd';
import { Link } from 'react-router';
import { circulationPath, circulations, complaintPath } from '../api/complaints';
import { complaintsTexts } from '../locales/texts';

export function CirculationsPage() {
  const t = useTexts(complaintsTexts);
  const columns: TableColumnsType<CirculationLine> = [
    { title: t('namedUnit'), render: (_, { unit }) => unit?.name },
    {
      title: t('complaint'),
      width: 180,
      render: (_, { complaintNumber }) => <span className="bh-number">{complaintNumber}</span>,
    },
    { title: t('readCount'), width: 120, render: (_, { read, sentTo }) => `${read} / ${sentTo}` },
  ];
  return (
    <MatterListPage
      of={circulations}
      title={t('circulations')}
      path={circulationPath}
      columns={columns}
      empty={{ title: t('circulationsEmpty'), help: t('circulationsHelp') }}
    />
  );
}

export function CirculationPage() {
  const t = useTexts(complaintsTexts);
  const language = useLanguage();
  return (
    <MatterPage
      of={circulations}
      acts={(circulation) => <MatterActs of={circulations} matter={circulation} acts={{ read: {} }} />}
      story={({ matter, ground, handling, requirement }) => (
        <>
          <p className="bh-description">{matter}</p>
          <Facts
            rows={[
              [t('basis'), ground],
              [t('handling'), handling],
              [t('requirement'), requirement],
            ]}
          />
        </>
      )}
      facts={(circulation) => (
        <>
          <Section title={t('circulations')}>
            <Facts
              rows={[
                [t('namedUnit'), circulation.unit?.name],
                [t('namedPerson'), circulation.person?.name],
                [
                  t('complaint'),
                  <Link to={complaintPath(circulation.complaintId)}>{circulation.complaintNumber}</Link>,
                ],
                [t('issuedBy'), circulation.issuedBy.name],
              ]}
            />
          </Section>
          <Section title={t('list')}>
            <Facts
              rows={circulation.list.map(({ person, unit, readAt }) => [
                person.name,
                <>
                  {unit} <span className="bh-muted">{readAt ? formatInstant(readAt, language) : t('notRead')}</span>
                </>,
              ])}
            />
          </Section>
        </>
      )}
      papers={() => ['circulation']}
    />
  );
}
