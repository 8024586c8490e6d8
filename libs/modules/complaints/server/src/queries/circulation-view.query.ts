/** Circulations as the API shows them, with who has read them (CMP-11). */
import { Injectable } from '@nestjs/common';
import type { CirculationLine, CirculationView } from '@bihuan/complaints-contract';
import type { UserActor } from '@bihuan/plugin-kit';
import type { ListQuery, Page } from '@bihuan/http';
import { lineOf, MatterLists, Matters } from '@bihuan/matters';
import { circulation as matter } from '../circulation.matter';
import type { Circulation } from '../domain/circulation.state';
import { UnitNames } from './unit-names.query';

@Injectable()
export class CirculationViews {
  constructor(
    private readonly matters: Matters,
    private readonly lists: MatterLists,
    private readonly units: UnitNames,
  ) {}

  async view(actor: UserActor, row: Circulation): Promise<CirculationView> {
    const [frame, unit] = await Promise.all([this.matters.frame(actor, matter, row), this.units.all()]);
    return {
      ...frame,
      complaintId: row.complaintId,
      complaintNumber: row.complaintNumber,
      unit: row.unitId ? unit(row.unitId) : null,
      person: row.employeeId ? { id: row.employeeId, name: row.employeeName ?? '' } : null,
      matter: row.matter,
      ground: row.ground,
      handling: row.handling,
      requirement: row.requirement,
      issuedBy: row.issuedBy,
      list: row.list.map(({ id, name, unit: of, readAt }) => ({ person: { id, name }, unit: of, readAt })),
    };
  }

  async list(actor: UserActor, query: ListQuery): Promise<Page<CirculationLine>> {
    const unit = await this.units.all();
    return this.lists.list(actor, matter, query, {
      filters: { complaint: 'r.complaint_id::text' },
      line: (row) => ({
        ...lineOf(row),
        complaintNumber: row.complaintNumber,
        unit: row.unitId ? unit(row.unitId) : null,
        read: row.list.filter(({ readAt }) => readAt !== null).length,
        sentTo: row.list.length,
      }),
    });
  }
}
