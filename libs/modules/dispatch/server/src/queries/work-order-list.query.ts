/** The list of work orders: the most urgent first, then by the nearest clock (DSP-2, IDN-2). */
import { Injectable } from '@nestjs/common';
import type { WorkOrderLine } from '@bihuan/dispatch-contract';
import type { UserActor } from '@bihuan/plugin-kit';
import type { ListQuery, Page } from '@bihuan/http';
import type { OrderKey } from '@bihuan/matters';
import { lineOf, MatterLists } from '@bihuan/matters';
import { Org } from '@bihuan/org';
import type { WorkOrder } from '../domain/work-order.state';
import { workOrder } from '../work-order.part';

const ORDER = [
  { sql: 'r.priority_rank', type: 'int', of: ({ priorityRank }) => priorityRank },
  { sql: "coalesce(r.due_at, 'infinity')", type: 'timestamptz', of: ({ dueAt }) => dueAt ?? 'infinity' },
] as const satisfies OrderKey<WorkOrder>[];

const FILTERS = {
  type: 'r.type',
  customerClass: 'r.customer_class',
  priority: 'r.priority',
  faultLayer: 'r.fault_layer',
  unit: 'r.unit_id::text',
  engineer: 'r.engineer_id::text',
  source: 'r.source',
  customer: 'r.customer_id::text',
};

@Injectable()
export class WorkOrderList {
  constructor(
    private readonly lists: MatterLists,
    private readonly org: Org,
  ) {}

  async list(actor: UserActor, query: ListQuery): Promise<Page<WorkOrderLine>> {
    const line = await this.lines();
    return this.lists.list(actor, workOrder, query, { order: ORDER, filters: FILTERS, line });
  }

  /** Answers how a row is shown, with the units' names at hand. */
  async lines(): Promise<(order: WorkOrder) => WorkOrderLine> {
    const { unitsById } = await this.org.snapshot();
    return (order) => ({
      ...lineOf(order),
      state: order.state,
      type: order.type,
      customerClass: order.customerClass,
      priority: order.priority,
      faultLayer: order.faultLayer,
      customerName: order.customerName,
      site: order.site,
      region: order.region,
      unit: order.unitId ? { id: order.unitId, name: unitsById.get(order.unitId)?.name ?? '' } : null,
      engineer: order.engineerId ? { id: order.engineerId, name: order.engineerName ?? '' } : null,
      requestedAt: order.requestedAt?.toISOString() ?? null,
      appointmentAt: order.appointmentAt?.toISOString() ?? null,
      redispatches: order.redispatches,
      replacementWanted: order.replacement !== null,
    });
  }
}
