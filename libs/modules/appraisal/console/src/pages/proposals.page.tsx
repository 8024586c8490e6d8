/** Consequences that are proposed and decided by a person with a name; the suite carries none out (APR-6). */
import { APPRAISAL_PERMISSIONS as MAY, type ProposalLine, type ProposalView } from '@bihuan/appraisal-contract';
import {
  ChoiceField,
  Facts,
  formatInstant,
  MatterActs,
  MatterListPage,
  MatterPage,
  NewMatterPage,
  PersonField,
  Section,
  TextField,
  useCan,
  useLanguage,
  useMover,
  usePunctuation,
  useTexts,
  useTitle,
} from '@bihuan/console-kit';
import { Form, type TableColumnsType } from 'antd';
import { proposalPath, proposals, useSection } from '../api/appraisal';
import { appraisalTexts } from '../locales/texts';

/** What the figures of a proposal say, in a line. */
function useFigures(): (facts: ProposalLine['facts']) => string {
  const t = useTexts(appraisalTexts);
  const marks = usePunctuation();
  return ({ months, count, follows }) =>
    [
      marks.list(months.map(({ period, total }) => `${period} ${total}`)),
      count === null ? '' : `${t('count')} ${count}`,
      follows ? `${t('follows')} ${follows}` : '',
    ]
      .filter(Boolean)
      .join(' · ');
}

export function ProposalsPage() {
  const t = useTexts(appraisalTexts);
  const title = useTitle();
  const figures = useFigures();
  const may = useCan()(MAY.propose);
  const columns: TableColumnsType<ProposalLine> = [
    { title: t('name'), width: 110, render: (_, { employee }) => employee.name },
    { title: t('consequence'), width: 220, render: (_, { title: named }) => title(named) },
    { title: t('ground'), render: (_, { ground, facts }) => ground || figures(facts) },
    { title: t('decidedBy'), width: 110, render: (_, { decided }) => decided?.by.name },
  ];
  return (
    <MatterListPage
      of={proposals}
      title={t('proposals')}
      path={proposalPath}
      columns={columns}
      add={may ? { label: t('newProposal'), path: '/appraisal/proposals/new' } : undefined}
      empty={{ title: t('proposalsEmpty'), help: t('proposalsHelp') }}
    />
  );
}

export function NewProposalPage() {
  const t = useTexts(appraisalTexts);
  return (
    <NewMatterPage
      of={proposals}
      title={t('newProposal')}
      submitLabel={t('newProposal')}
      path={proposalPath}
      fields={
        <>
          <PersonField name="employeeId" label={t('person')} required exceptMe />
          <ConsequenceFields />
          <TextField name="ground" label={t('ground')} required rows={4} max={2000} />
        </>
      }
    />
  );
}

function ConsequenceFields() {
  const t = useTexts(appraisalTexts);
  const title = useTitle();
  const section = useSection();
  const chosen = Form.useWatch<string | undefined>('consequence');
  const options = (list: readonly { readonly code: string; readonly title: Parameters<typeof title>[0] }[] = []) =>
    list.map(({ code, title: named }) => ({ value: code, label: title(named) }));
  const causes = section?.consequences.find(({ code }) => code === chosen)?.causes ?? [];
  return (
    <>
      <ChoiceField
        name="consequence"
        label={t('consequence')}
        required
        as="list"
        options={options(section?.consequences)}
      />
      {causes.length > 0 ? (
        <ChoiceField name="cause" label={t('cause')} required as="list" options={options(causes)} />
      ) : null}
    </>
  );
}

export function ProposalPage() {
  const t = useTexts(appraisalTexts);
  const mover = useMover();
  return (
    <MatterPage
      of={proposals}
      acts={(proposal) => (
        <MatterActs
          of={proposals}
          matter={proposal}
          acts={{
            decide: {
              fields: (
                <>
                  <ChoiceField
                    name="decision"
                    label={t('decision')}
                    required
                    options={(['agreed', 'rejected', 'impossible'] as const).map((value) => ({
                      value,
                      label: t(`decision.${value}`),
                    }))}
                  />
                  <TextField name="text" label={t('reason')} required max={2000} />
                </>
              ),
            },
          }}
        />
      )}
      move={(proposal) => (proposal.decided ? mover(null) : undefined)}
      beside={({ employee }) => employee.name}
      story={(proposal) => <Story proposal={proposal} />}
      facts={(proposal) => <ProposalFacts proposal={proposal} />}
    />
  );
}

function Story({ proposal }: { readonly proposal: ProposalView }) {
  const t = useTexts(appraisalTexts);
  const title = useTitle();
  const language = useLanguage();
  const { decided } = proposal;
  return (
    <>
      <p className="bh-description">
        <strong>{title(proposal.title)}</strong> {proposal.ground}
      </p>
      {decided ? (
        <Facts
          rows={[
            [t('decidedBy'), `${decided.by.name} ${formatInstant(decided.at, language)}`],
            [t('reason'), decided.text],
          ]}
        />
      ) : null}
    </>
  );
}

function ProposalFacts({ proposal }: { readonly proposal: ProposalView }) {
  const t = useTexts(appraisalTexts);
  const title = useTitle();
  const section = useSection();
  const { facts, cause } = proposal;
  const causes = section?.consequences.find(({ code }) => code === proposal.consequence)?.causes ?? [];
  return (
    <Section title={t('facts')}>
      <Facts
        rows={[
          [t('name'), proposal.employee.name],
          [t('cause'), cause ? title(causes.find(({ code }) => code === cause)?.title ?? cause) : undefined],
          ...facts.months.map(({ period, total }) => [period, String(total)] as const),
          [t('count'), facts.count === null ? undefined : String(facts.count)],
          [t('follows'), facts.follows ?? undefined],
          [t('proposedBy'), proposal.proposedBy === 'appraisal' ? t('system') : proposal.proposedBy],
        ]}
      />
    </Section>
  );
}
