/** What to say in the call, with its satisfied and not-satisfied branches (SCR-1, RVT-3). */
import { useTexts, useTitle } from '@bihuan/console-kit';
import type { RevisitTaskView } from '@bihuan/revisit-contract';
import { useScripts } from '../api/tasks';
import { revisitTexts } from '../locales/texts';

export type Branch = 'satisfied' | 'not-satisfied';

/** Which branch the answers given so far lead to; a good answer needs both to be good (RVT-4). */
export function branchOf(satisfied: unknown, machineWorks: unknown): Branch | undefined {
  if (satisfied === false || machineWorks === false) return 'not-satisfied';
  if (satisfied === true) return 'satisfied';
  return satisfied === 'fair' ? 'not-satisfied' : undefined;
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
  const found = useScripts().filter(
    (script) => script.step === step && (!script.branch || !branch || script.branch === branch),
  );
  const known: Readonly<Record<string, string>> = {
    customer: task.customerName,
    site: task.site,
    engineer: task.handler?.name ?? '××',
    equipment: t('machine'),
  };
  const fill = (text: string): string => text.replace(/\{(\w+)\}/g, (_, name: string) => known[name] || '××');
  return found.map((script) => (
    <section key={`${script.step}/${script.branch ?? ''}`} className="bh-script" aria-label={t('script')}>
      <div className="bh-muted bh-small">{title(script.title)}</div>
      <p>{fill(title(script.text))}</p>
      {script.hint ? <p className="bh-muted bh-small">{title(script.hint)}</p> : null}
    </section>
  ));
}
