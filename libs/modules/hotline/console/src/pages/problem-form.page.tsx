/** One problem form: whose move, by when, what may be done now; its story, its facts, its paper (HOT-6 … HOT-9, FRM-1). */
import {
  DeadlineBadge,
  isOpenClock,
  Loaded,
  Page,
  PrintPanel,
  Section,
  Timeline,
  useRoomWords,
  useTexts,
} from '@bihuan/console-kit';
import type { ProblemFormView } from '@bihuan/hotline-contract';
import { Tabs } from 'antd';
import { useParams } from 'react-router';
import { FORMS, useForm, useFormClocks } from '../api/problem-forms';
import { FormActs } from '../components/form-acts';
import { FormFacts } from '../components/form-facts';
import { Rounds } from '../components/rounds';
import { WhoseMove } from '../components/whose-move';
import { hotlineTexts } from '../locales/texts';

export function ProblemFormPage() {
  const { id = '' } = useParams();
  return <Loaded query={useForm(id)}>{(form) => <View form={form} />}</Loaded>;
}

function View({ form }: { readonly form: ProblemFormView }) {
  const t = useTexts(hotlineTexts);
  const words = useRoomWords();
  const clocks = useFormClocks(form);
  const open = clocks.filter(isOpenClock).sort((a, b) => Date.parse(a.dueAt) - Date.parse(b.dueAt));
  const past = clocks.filter((clock) => !isOpenClock(clock));
  const paper = (code: string, title: string) => (
    <PrintPanel
      address={`${FORMS}/${form.id}/forms/${code}`}
      title={`${title} ${form.number}`}
      version={form.version}
      holders={['800']}
    />
  );
  return (
    <Page
      tab={form.number}
      title={<span className="bh-number">{form.number}</span>}
      beside={
        <>
          <span className="bh-state">{words('hotline', 'states', form.state)}</span>
          {form.round > 1 ? <span className="bh-muted">{t('round', { round: form.round })}</span> : null}
          <WhoseMove form={form} />
          <span className="bh-clock-row">
            {open.map((clock) => (
              <DeadlineBadge key={clock.id} clock={clock} label={words('hotline', 'stages', clock.stage)} />
            ))}
          </span>
        </>
      }
    >
      <div className="bh-two">
        <div>
          <Section>
            <FormActs form={form} />
            <p className="bh-description">{form.description}</p>
            <Rounds form={form} />
          </Section>
          <Section>
            <Tabs
              size="small"
              items={[
                {
                  key: 'timeline',
                  label: t('timeline'),
                  children: <Timeline subject={{ module: 'hotline', kind: 'problem-form', id: form.id }} />,
                },
                { key: 'form-1', label: t('paper1'), children: paper('problem-form', t('paper1')) },
                { key: 'form-2', label: t('paper2'), children: paper('acceptance-record', t('paper2')) },
              ]}
            />
          </Section>
        </div>
        <div>
          <FormFacts form={form} />
          {past.length > 0 ? (
            <Section title={t('clocks')}>
              <ul className="bh-plain-list">
                {past.map((clock) => (
                  <li key={clock.id}>
                    <DeadlineBadge clock={clock} label={words('hotline', 'stages', clock.stage)} />
                  </li>
                ))}
              </ul>
            </Section>
          ) : null}
        </div>
      </div>
    </Page>
  );
}
