/** What to say in the call, with its satisfied and not-satisfied branches (SCR-1, RVT-3). */
import { formatDay, spoken, useLanguage, useScripts, useTexts, useTitle } from '@bihuan/console-kit';
import type { RevisitTaskView } from '@bihuan/revisit-contract';
import type { Branch } from '../api/pack';
import { revisitTexts } from '../locales/texts';

/** Which branch the answers given so far lead to; a good answer needs both to be good (RVT-4); 'fair' is the pack's (RVT-3b). */
export function branchOf(
  satisfied: unknown,
  machineWorks: unknown,
  { fairBranch = 'not-satisfied', trouble }: { readonly fairBranch?: Branch; readonly trouble?: unknown } = {},
): Branch | undefined {
  if (satisfied === false || machineWorks === false || trouble) return 'not-satisfied';
  if (satisfied === true) return 'satisfied';
  return satisfied === 'fair' ? fairBranch : undefined;
}

export function Script({
  task,
  step,
  branch,
}: {
  readonly task: RevisitTaskView;
  readonly step: string;
  readonly branch?: Branch | undefined;
}) {
  const t = useTexts(revisitTexts);
  const title = useTitle();
  const language = useLanguage();
  const found = useScripts('revisit').filter(
    (script) => script.step === step && (!script.branch || !branch || script.branch === branch),
  );
  const known = {
    customer: task.customerName,
    site: task.site,
    engineer: task.handler?.name ?? '××',
    equipment: t('machine'),
    serviceDate: formatDay(task.concludedAt, language),
  };
  return found.map((script) => (
    <section key={`${script.step}/${script.branch ?? ''}`} className="bh-script" aria-label={t('script')}>
      <div className="bh-muted bh-small">{title(script.title)}</div>
      <p>{spoken(title(script.text), known)}</p>
      {script.hint ? <p className="bh-muted bh-small">{title(script.hint)}</p> : null}
    </section>
  ));
}
