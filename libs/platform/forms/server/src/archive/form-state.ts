/** What the engine page says of paper: print jobs, what is on its way to printers, how the browser fares (FRM-5, FRM-6). */
import type { EnginePart } from '@bihuan/plugin-kit';
import { capped } from '@bihuan/plugin-kit';
import type { UnitOfWork } from '@bihuan/database';
import type { Renderer } from '../renderer.provider';

/** What was given up is news for a day, milliseconds. */
const NEWS = 86_400_000;

const sendings = (condition: string) => capped(`forms.sending s where ${condition}`);
const OPEN = "s.state in ('waiting', 'printing')";

const jobs = (state: string) => capped(`forms.print_job j where j.state = '${state}'`);

export class FormState implements EnginePart {
  constructor(
    private readonly work: UnitOfWork,
    private readonly renderer: Renderer,
  ) {}

  async shared(): Promise<unknown> {
    const since = new Date((await this.work.now()).getTime() - NEWS);
    const [[row], [printers]] = await Promise.all([
      this.work.query<Record<string, unknown>>(
        `select ${jobs('waiting')} as waiting, ${jobs('running')} as running, ${jobs('failed')} as failed,
           (select min(j.ordered_at) from forms.print_job j where j.state in ('waiting', 'running')) as "oldestAt"`,
      ),
      this.work.query(
        `select ${sendings("s.state = 'waiting'")} as waiting, ${sendings("s.state = 'printing'")} as printing,
           ${sendings(`${OPEN} and s.failures > 0`)} as retrying,
           ${sendings("s.state = 'failed' and s.done_at > $1")} as failed,
           (select min(s.ordered_at) from forms.sending s where ${OPEN}) as "oldestAt"`,
        [since],
      ),
    ]);
    return { ...row, printers };
  }

  async here(): Promise<unknown> {
    return { ...(await this.renderer.health()), lastFailure: this.renderer.lastFailure ?? null };
  }
}
