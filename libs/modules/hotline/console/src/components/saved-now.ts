/** What stands in a problem form now, against what an action writes (412). */
import type { ConflictField, Translate } from '@bihuan/console-kit';
import type { ProblemFormView } from '@bihuan/hotline-contract';
import type { hotlineTexts } from '../locales/texts';

type Words = Translate<(typeof hotlineTexts)['keys'][number]>;

export function savedNow(
  form: ProblemFormView,
  action: string,
  t: Words,
  stateWord: (state: string) => string,
): readonly ConflictField[] {
  const round = form.rounds.at(-1);
  const written: Readonly<Record<string, readonly [label: string, value: string | undefined]>> = {
    accept: [t('remark'), form.acceptance?.text],
    plan: [t('plan'), round?.plan?.text],
    handle: [t('result'), round?.result?.text],
    audit: [t('audit'), round?.audit?.text],
    answer: [t('answer'), round?.answer?.text],
    dissatisfied: [t('notSatisfied'), round?.dissatisfaction ?? undefined],
  };
  const [label, value] = written[action] ?? [t('reason'), form.waitingFor ?? undefined];
  return [
    { field: 'text', label, value: value ?? '—' },
    { label: t('state'), value: stateWord(form.state) },
    { label: t('handler'), value: form.handler?.name ?? '—' },
  ];
}
