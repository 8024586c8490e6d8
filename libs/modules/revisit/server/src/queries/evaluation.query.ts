/** Evaluations as officers see them, their list, and the figures of a month (RVT-8). */
import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@bihuan/database';
import type { ListQuery, Page } from '@bihuan/http';
import { visible } from '@bihuan/identity';
import { actsOf, lineOf, MatterLists, Matters } from '@bihuan/matters';
import { Org } from '@bihuan/org';
import type { UserActor } from '@bihuan/plugin-kit';
import { invalidField } from '@bihuan/plugin-kit';
import type { EvaluationDetail, EvaluationFigures, EvaluationView, MonthFigure } from '@bihuan/revisit-contract';
import { REVISIT_PERMISSIONS as MAY } from '@bihuan/revisit-contract';
import { evaluations } from '../data/evaluation.store';
import { figuresBy } from '../domain/evaluation.rules';
import type { Evaluation } from '../domain/evaluation.state';
import { evaluation, EVALUATION_SCOPE } from '../evaluation.part';

type Names = ReadonlyMap<string, string>;

const named = (id: string | null, names: Names) => (id ? { id, name: names.get(id) ?? '' } : null);

const fieldsOf = (row: Evaluation, units: Names) => ({
  state: row.state,
  version: row.version,
  customerId: row.customerId,
  subject: { module: row.module, kind: row.kind, id: row.matterId },
  item: row.item,
  project: row.project,
  technicalLevel: row.technicalLevel,
  attitude: row.attitude,
  remark: row.remark,
  month: row.month,
  replacedBy: row.replacedBy,
  customerName: row.customerName,
  evaluator: row.evaluator,
  engineer: row.engineerId ? { id: row.engineerId, name: row.engineerName ?? '' } : null,
  unit: named(row.unitId, units),
  division: named(row.divisionId, units),
  decidedAt: row.decidedAt?.toISOString() ?? null,
  decision: row.decision,
  complaint: row.complaintId ? { id: row.complaintId, number: row.complaintNumber ?? '' } : null,
});

@Injectable()
export class EvaluationViews {
  constructor(
    private readonly matters: Matters,
    private readonly org: Org,
  ) {}

  async view(actor: UserActor, row: Evaluation): Promise<EvaluationDetail> {
    return { ...(await this.matters.frame(actor, evaluation, row)), ...fieldsOf(row, await this.units()) };
  }

  async units(): Promise<Names> {
    return new Map((await this.org.units()).map(({ id, name }) => [id, name]));
  }
}

@Injectable()
export class EvaluationList {
  constructor(
    private readonly lists: MatterLists,
    private readonly views: EvaluationViews,
    private readonly work: UnitOfWork,
    private readonly org: Org,
  ) {}

  /** Those to be confirmed first of all; `filter[state]`, `filter[month]`, `filter[item]`. */
  async list(actor: UserActor, query: ListQuery): Promise<Page<EvaluationView>> {
    const units = await this.views.units();
    return this.lists.list(actor, evaluation, query, {
      filters: { month: 'r.month', item: 'r.item' },
      line: (row) => ({
        ...lineOf(row),
        ...fieldsOf(row, units),
        allowedActions: [...actsOf(evaluation, row, actor)],
      }),
    });
  }

  /** RVT-8a: sums and means of a month, of what counts and the reader may see. */
  async figures(actor: UserActor, month: string | undefined): Promise<EvaluationFigures> {
    if (month === undefined || !/^\d{4}-(0[1-9]|1[0-2])$/.test(month))
      throw invalidField('/filter[month]', 'bad-month', '2026-09');
    const scope = visible(actor, MAY.readEvaluation, EVALUATION_SCOPE, 2);
    const rows = await evaluations.find(this.work, `r.month = $1 and r.replaced_by is null and ${scope.sql}`, [
      month,
      ...scope.parameters,
    ]);
    const units = await this.views.units();
    const people = new Map((await this.org.employees()).map(({ id, name }) => [id, name]));
    const lines = (key: (row: Evaluation) => string | null, names: Names): MonthFigure[] =>
      [...figuresBy(rows, key)]
        .map(([id, figure]) => ({ id, name: names.get(id) ?? '', ...figure }))
        .sort((a, b) => b.mean - a.mean || (a.name < b.name ? -1 : 1));
    return {
      month,
      engineers: lines(({ engineerId }) => engineerId, people),
      departments: lines(({ unitId }) => unitId, units),
      divisions: lines(({ divisionId }) => divisionId, units),
    };
  }
}
