/** One problem form: its acts, its rounds, its facts and its paper (HOT-6 … HOT-9, FRM-1). */
import { MatterPage, useTexts } from '@bihuan/console-kit';
import type { ProblemFormView } from '@bihuan/hotline-contract';
import { problemForms } from '../api/problem-forms';
import { FormActs } from '../components/form-acts';
import { FormFacts } from '../components/form-facts';
import { moverOf } from '../components/mover-of';
import { Rounds } from '../components/rounds';
import { hotlineTexts } from '../locales/texts';

export function ProblemFormPage() {
  const t = useTexts(hotlineTexts);
  const move = (form: ProblemFormView) => {
    const { key, name, employeeId } = moverOf(form);
    return { text: t(key, { name }), employeeId };
  };
  return (
    <MatterPage
      of={problemForms}
      move={move}
      beside={({ round }) => (round > 1 ? <span className="bh-muted">{t('round', { round })}</span> : null)}
      acts={(form) => <FormActs form={form} />}
      story={(form) => (
        <>
          <p className="bh-description">{form.description}</p>
          <Rounds form={form} />
        </>
      )}
      facts={(form) => <FormFacts form={form} />}
      papers={() => [
        { code: 'problem-form', title: t('paper1'), holders: ['800'] },
        { code: 'acceptance-record', title: t('paper2'), holders: ['800'] },
      ]}
    />
  );
}
