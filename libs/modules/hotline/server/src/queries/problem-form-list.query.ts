/** Lists of forms by due time, within what the reader may see (IDN-2). */
import { Injectable } from '@nestjs/common';
import type { ProblemFormLine } from '@bihuan/hotline-contract';
import type { UserActor } from '@bihuan/plugin-kit';
import type { ListQuery, Page } from '@bihuan/http';
import { lineOf, MatterLists } from '@bihuan/matters';
import { Org } from '@bihuan/org';
import type { ProblemForm } from '../domain/problem-form.state';
import { problemForm } from '../problem-form.matter';

@Injectable()
export class ProblemFormList {
  constructor(
    private readonly lists: MatterLists,
    private readonly org: Org,
  ) {}

  /** `filter[state]` = `open` (default), `closed`, `all` or a state; forms without a clock last. */
  async list(actor: UserActor, query: ListQuery): Promise<Page<ProblemFormLine>> {
    const units = new Map((await this.org.units()).map((unit) => [unit.id, unit.name]));
    return this.lists.list(actor, problemForm, query, { line: (form) => line(form, units) });
  }
}

const line = (form: ProblemForm, units: ReadonlyMap<string, string>): ProblemFormLine => ({
  ...lineOf(form),
  number: form.number,
  state: form.state,
  category: form.category,
  customerName: form.customerName,
  site: form.site,
  unit: form.unitId ? { id: form.unitId, name: units.get(form.unitId) ?? '' } : null,
  handler: form.handlerId ? { id: form.handlerId, name: form.handlerName ?? '' } : null,
  officer: { id: form.officerId, name: form.officerName },
  round: form.round,
});
