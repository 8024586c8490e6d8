/** Circulations proposed by cases, decided by name, sent with read receipts (APL-8, APL-9, form 28). */
import {
  ChoiceField,
  Facts,
  formatInstant,
  MatterActs,
  MatterListPage,
  MatterPage,
  PersonField,
  Section,
  TextField,
  useLanguage,
  useTexts,
  useTitle,
  useUnits,
} from '@bihuan/console-kit';
import type { CirculationLine, CirculationView } from '@bihuan/appeals-contract';
import type { TableColumnsType } from 'antd';
import { Link } from 'react-router';
import { appealPath, circulationPath, circulations } from '../api/appeals';
import { appealsTexts } from '../locales/texts';

export function CirculationsPage() {
  const t = useTexts(appealsTexts);
  const title = useTitle();
  const columns: TableColumnsType<CirculationLine> = [
    { title: t('ground'), render: (_, { groundTitle }) => title(groundTitle) },
    { title: t('namedUnit'), width: 200, render: (_, { unit }) => unit.name },
    {
      title: t('appeal'),
      width: 180,
      render: (_, { appealNumber }) => <span className="bh-number">{appealNumber}</span>,
    },
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
  const t = useTexts(appealsTexts);
  const title = useTitle();
  const units = useUnits().map(({ id, name }) => ({ value: id, label: name }));
  return (
    <MatterPage
      of={circulations}
      acts={(circulation) => (
        <MatterActs
          of={circulations}
          matter={circulation}
          acts={{
            decide: {
              fields: (
                <>
                  <TextField name="decision" label={t('decision')} required />
                  <TextField name="basis" label={t('basis')} rows={2} />
                  <TextField name="demand" label={t('demand')} rows={2} />
                  <div className="bh-row">
                    <PersonField
                      name="employeeIds"
                      label={t('persons')}
                      unitId={circulation.unit.id}
                      className="bh-grow"
                      multiple
                    />
                    <ChoiceField
                      name="unitIds"
                      label={t('toUnits')}
                      help={t('toUnitsHelp')}
                      options={units}
                      as="list"
                      className="bh-grow"
                      multiple
                    />
                  </div>
                </>
              ),
              initial: { basis: circulation.basis },
            },
            drop: {
              quiet: true,
              fields: <TextField name="reason" label={t('dropReason')} max={1000} required />,
            },
          }}
        />
      )}
      story={(circulation) => (
        <>
          <p className="bh-description">{title(circulation.groundTitle)}</p>
          <Facts
            rows={[
              [t('basis'), circulation.basis],
              [t('decision'), circulation.decision],
              [t('demand'), circulation.demand],
              [t('dropReason'), circulation.reason],
            ]}
          />
        </>
      )}
      facts={(circulation) => <CirculationFacts circulation={circulation} />}
      papers={() => ['circulation']}
    />
  );
}

function CirculationFacts({ circulation }: { readonly circulation: CirculationView }) {
  const t = useTexts(appealsTexts);
  const language = useLanguage();
  const { appeal, unit, persons, decidedBy, decidedAt, receipts } = circulation;
  const read = (sentAt: string | null, readAt: string | null): string =>
    readAt ? formatInstant(readAt, language) : sentAt ? t('notRead') : t('notSent');
  return (
    <>
      <Section title={t('circulations')}>
        <Facts
          rows={[
            [t('appeal'), <Link to={appealPath(appeal.id)}>{appeal.number}</Link>],
            [t('caseNumber'), appeal.caseNumber],
            [t('namedUnit'), [unit.name, ...persons.map(({ name }) => name)].join(' · ')],
            [
              t('decidedBy'),
              decidedBy && decidedAt ? `${decidedBy.name} · ${formatInstant(decidedAt, language)}` : undefined,
            ],
          ]}
        />
      </Section>
      {receipts.length > 0 ? (
        <Section title={t('receipts')}>
          <Facts
            rows={receipts.map(({ unit: to, reader, sentAt, readAt }) => [
              to.name,
              <>
                {reader?.name} <span className="bh-muted">{read(sentAt, readAt)}</span>
              </>,
            ])}
          />
        </Section>
      ) : null}
    </>
  );
}
