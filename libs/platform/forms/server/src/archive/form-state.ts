/** What the engine page says of paper: print jobs that wait, run or were given up, and how the browser fares (FRM-5). */
import type { EnginePart } from '@bihuan/plugin-kit';
import { capped } from '@bihuan/plugin-kit';
import type { UnitOfWork } from '@bihuan/database';
import type { Renderer } from '../renderer.provider';

const jobs = (state: string) => capped(`forms.print_job j where j.state = '${state}'`);

export class FormState implements EnginePart {
  constructor(
    private readonly work: UnitOfWork,
    private readonly renderer: Renderer,
  ) {}

  async shared(): Promise<unknown> {
    const [row] = await this.work.query(
      `select ${jobs('waiting')} as waiting, ${jobs('running')} as running, ${jobs('failed')} as failed,
         (select min(j.ordered_at) from forms.print_job j where j.state in ('waiting', 'running')) as "oldestAt"`,
    );
    return row;
  }

  async here(): Promise<unknown> {
    return { ...(await this.renderer.health()), lastFailure: this.renderer.lastFailure ?? null };
  }
}
