/** Sanctions as the API shows them (CMP-11). */
import { Injectable } from '@nestjs/common';
import type { SanctionLine, SanctionView } from '@bihuan/complaints-contract';
import type { UserActor } from '@bihuan/plugin-kit';
import type { ListQuery, Page } from '@bihuan/http';
import { lineOf, MatterLists, Matters } from '@bihuan/matters';
import type { Sanction } from '../domain/sanction.state';
import { sanction as matter } from '../sanction.matter';
import { UnitNames } from './unit-names.query';

const FILTERS = { complaint: 'r.complaint_id::text', unit: 'r.unit_id::text', employee: 'r.employee_id::text' };

@Injectable()
export class SanctionViews {
  constructor(
    private readonly matters: Matters,
    private readonly lists: MatterLists,
    private readonly units: UnitNames,
  ) {}

  async view(actor: UserActor, row: Sanction): Promise<SanctionView> {
    const [frame, unit] = await Promise.all([this.matters.frame(actor, matter, row), this.units.all()]);
    return {
      ...frame,
      state: row.state,
      complaintId: row.complaintId,
      complaintNumber: row.complaintNumber,
      person: personOf(row),
      unit: unit(row.unitId),
      liability: row.liability,
      breach: row.breach,
      stage: row.stage,
      ground: row.ground,
      points: row.points,
      amount: row.amount,
      proposedBy: row.proposedBy,
      decision: row.decision,
      toldAt: row.toldAt?.toISOString() ?? null,
      objectUntil: row.objectUntil?.toISOString() ?? null,
      objection: row.objection,
      review: row.review,
    };
  }

  async list(actor: UserActor, query: ListQuery): Promise<Page<SanctionLine>> {
    const unit = await this.units.all();
    return this.lists.list(actor, matter, query, {
      filters: FILTERS,
      line: (row) => ({
        ...lineOf(row),
        complaintId: row.complaintId,
        complaintNumber: row.complaintNumber,
        person: personOf(row),
        unit: unit(row.unitId),
        liability: row.liability,
        breach: row.breach,
        points: row.points,
        amount: row.amount,
      }),
    });
  }
}

const personOf = ({ employeeId, employeeName }: Sanction) =>
  employeeId ? { id: employeeId, name: employeeName } : null;
