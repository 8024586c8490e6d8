/** Supervision orders as the API shows them (CMP-20). */
import { Injectable } from '@nestjs/common';
import type { SupervisionLine, SupervisionView } from '@bihuan/complaints-contract';
import type { UserActor } from '@bihuan/plugin-kit';
import type { ListQuery, Page } from '@bihuan/http';
import { lineOf, MatterLists, Matters } from '@bihuan/matters';
import type { Supervision } from '../domain/supervision.state';
import { supervision as matter } from '../supervision.matter';
import { UnitNames } from './unit-names.query';

const FILTERS = {
  complaint: 'r.complaint_id::text',
  unit: 'r.unit_id::text',
  automatic: 'r.automatic::text',
  ground: 'r.ground',
};

@Injectable()
export class OrderViews {
  constructor(
    private readonly matters: Matters,
    private readonly lists: MatterLists,
    private readonly units: UnitNames,
  ) {}

  async view(actor: UserActor, order: Supervision): Promise<SupervisionView> {
    const [frame, unit] = await Promise.all([this.matters.frame(actor, matter, order), this.units.all()]);
    return {
      ...frame,
      state: order.state,
      complaintId: order.complaintId,
      complaintNumber: order.complaintNumber,
      automatic: order.automatic,
      ground: order.ground,
      stage: order.stage,
      issuingUnit: order.issuingUnitId ? unit(order.issuingUnitId) : null,
      unit: unit(order.unitId),
      person: personOf(order),
      instruction: order.instruction,
      requiredReply: order.requiredReply,
      replyDueAt: order.replyDueAt.toISOString(),
      issuedBy: order.issuedBy,
      reply: order.reply,
    };
  }

  /** `filter[automatic]=false`: those by decision, counted apart. */
  async list(actor: UserActor, query: ListQuery): Promise<Page<SupervisionLine>> {
    const unit = await this.units.all();
    return this.lists.list(actor, matter, query, {
      filters: FILTERS,
      line: (order) => ({
        ...lineOf(order),
        complaintId: order.complaintId,
        complaintNumber: order.complaintNumber,
        automatic: order.automatic,
        ground: order.ground,
        unit: unit(order.unitId),
        person: personOf(order),
      }),
    });
  }
}

const personOf = ({ employeeId, employeeName }: Supervision) =>
  employeeId ? { id: employeeId, name: employeeName ?? '' } : null;
