/** The rounds of a form: plan, result, audit, answer, each with its signature and date (HOT-9b, HOT-9c). */
import { SignedRow, useTexts } from '@bihuan/console-kit';
import type { ProblemFormView, RoundView } from '@bihuan/hotline-contract';
import { hotlineTexts } from '../locales/texts';

const PARTS = ['plan', 'result', 'audit', 'answer'] as const;

const isBegun = (round: RoundView): boolean => PARTS.some((part) => round[part]) || round.dissatisfaction !== null;

export function Rounds({ form }: { readonly form: ProblemFormView }) {
  const t = useTexts(hotlineTexts);
  const rounds = form.rounds.filter(isBegun);
  return rounds.map((round) => (
    <div key={round.round} className="bh-round">
      {form.round > 1 ? <h3>{t('round', { round: round.round })}</h3> : null}
      <dl className="bh-facts">
        {PARTS.map((part) => (
          <SignedRow key={part} label={t(part)} signed={round[part]} />
        ))}
        {round.dissatisfaction ? (
          <div>
            <dt>{t('notSatisfied')}</dt>
            <dd>{round.dissatisfaction}</dd>
          </div>
        ) : null}
      </dl>
    </div>
  ));
}
