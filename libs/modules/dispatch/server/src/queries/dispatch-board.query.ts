/** The dispatcher's board: what nobody has first, then each engineer with his open orders and clocks (DSP-2). */
import { Injectable } from '@nestjs/common';
import type { DispatchBoard, WorkOrderLine } from '@bihuan/dispatch-contract';
import { DISPATCH_PERMISSIONS as MAY } from '@bihuan/dispatch-contract';
import type { UserActor } from '@bihuan/plugin-kit';
import { UnitOfWork } from '@bihuan/database';
import { visible } from '@bihuan/identity';
import type { Employee } from '@bihuan/org';
import { Duty, Org } from '@bihuan/org';
import { workOrders } from '../data/work-order.store';
import type { WorkOrder } from '../domain/work-order.state';
import { DispatchPack } from '../pack.settings';
import { workOrder } from '../work-order.part';
import { WorkOrderList } from './work-order-list.query';

/** Orders the board shows at once; more are found in the list. */
const LIMIT = 500;

/** With somebody and not yet his any more: solved and fed back are no load. */
const AT_WORK = `r.state in ('dispatched', 're-dispatched', 'accepted', 'contacted', 'on-site', 'restored', 'suspended')`;

@Injectable()
export class DispatchBoards {
  constructor(
    private readonly work: UnitOfWork,
    private readonly lines: WorkOrderList,
    private readonly org: Org,
    private readonly duty: Duty,
    private readonly pack: DispatchPack,
  ) {}

  async board(actor: UserActor): Promise<DispatchBoard> {
    const scope = visible(actor, MAY.read, workOrder.scope, 1);
    const [orders, line, people] = await Promise.all([
      workOrders.find(
        this.work,
        `${workOrder.openSql} and (${AT_WORK} or r.state in ('drafted', 'returned')) and ${scope.sql}
         order by (r.engineer_id is not null), r.priority_rank, coalesce(r.due_at, 'infinity'), r.id limit ${LIMIT + 1}`,
        scope.parameters,
      ),
      this.lines.lines(),
      this.engineers(actor),
    ]);
    const shown = orders.slice(0, LIMIT);
    const unassigned = shown.filter((order) => !order.engineerId || order.state === 'returned').map(line);
    const engineers = await this.rows(people, shown, line);
    return { unassigned, engineers, more: orders.length > LIMIT };
  }

  private async rows(
    people: readonly Employee[],
    orders: readonly WorkOrder[],
    line: (order: WorkOrder) => WorkOrderLine,
  ): Promise<DispatchBoard['engineers']> {
    const [{ unitsById }, roster] = await Promise.all([this.org.snapshot(), this.duty.roster(await this.work.now())]);
    const sent = new Map<string, WorkOrder[]>();
    for (const order of orders) {
      if (order.engineerId) sent.set(order.engineerId, [...(sent.get(order.engineerId) ?? []), order]);
    }
    const known = new Set(people.map(({ id }) => id));
    const others = await Promise.all(
      [...sent.keys()].filter((id) => !known.has(id)).map((id) => this.org.employee(id)),
    );
    return [...people, ...others.filter((one) => one !== undefined)].map((person) => {
      const own = [person.unitId, ...person.furtherUnitIds];
      return {
        engineer: { id: person.id, name: person.name },
        unit: { id: person.unitId, name: unitsById.get(person.unitId)?.name ?? '' },
        onDuty: own.some((id) => roster.units.has(id)) ? roster.onDuty.has(person.id) : null,
        orders: (sent.get(person.id) ?? []).map(line),
      };
    });
  }

  /** Everybody who is sent on some kind of order, within the reader's units unless he sees all. */
  private async engineers(actor: UserActor): Promise<readonly Employee[]> {
    const positions = new Set(this.pack.section.types.flatMap((type) => this.pack.positionsOf(type)));
    const all = (await Promise.all([...positions].map((code) => this.org.inPosition(code)))).flat();
    if (actor.permissions.get(MAY.read) === 'all') return all;
    return all.filter((one) => actor.unitsBelow.includes(one.unitId));
  }
}
