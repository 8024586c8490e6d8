/** Orders that hang on another: parts of co-operating units (DSP-5), left-over items (DSP-8b); and the task to grade it. */
import { Injectable } from '@nestjs/common';
import type { CoOperateOrder } from '@bihuan/dispatch-contract';
import type { UserActor } from '@bihuan/plugin-kit';
import type { Transaction } from '@bihuan/database';
import { Matters } from '@bihuan/matters';
import { Org } from '@bihuan/org';
import { Tasks } from '@bihuan/work';
import { workOrders } from '../../data/work-order.store';
import { typeOf } from '../../domain/codes.rules';
import { inheritedFrom } from '../../domain/new-order.rules';
import type { WorkOrder } from '../../domain/work-order.state';
import { DispatchPack } from '../../pack.settings';
import { orderSubject, workOrder } from '../../work-order.part';
import { OrderOpener } from '../open-order/order-opener.handler';
import { Destinations } from './destination.handler';

/** Kind of the task that asks the technical manager for the grade (DSP-7). */
export const GRADE_TASK = 'dispatch.grade';

@Injectable()
export class PartsOfOrder {
  constructor(
    private readonly matters: Matters,
    private readonly opener: OrderOpener,
    private readonly destinations: Destinations,
    private readonly tasks: Tasks,
    private readonly org: Org,
    private readonly pack: DispatchPack,
  ) {}

  /** Parts of co-operating units, oldest first. */
  of(tx: Transaction, order: WorkOrder): Promise<WorkOrder[]> {
    return workOrders.find(tx, `r.parent_id = $1 and r.source = 'co-operation' order by r.created_at, r.id`, [
      order.id,
    ]);
  }

  /** DSP-5: a further unit with an order and clocks of its own; the lead stays with the whole. */
  coOperate(actor: UserActor, id: string, input: CoOperateOrder): Promise<WorkOrder> {
    return this.matters.act(actor, workOrder, id, 'co-operate', input, async (tx, lead) => {
      const sentTo = await this.destinations.of(tx, lead, input);
      const type = typeOf(this.pack.section, input.type ?? lead.type);
      const { order } = await this.opener.open(tx, {
        ...this.hangingOn(tx, actor, lead),
        type: type.code,
        repair: type.repair,
        // The technical manager grades the repair once, with the lead.
        gradeRequired: false,
        source: 'co-operation',
        description: input.text,
        requestedAt: lead.requestedAt,
        sentTo,
      });
      const data = { part: order.id, number: order.number, unitId: order.unitId };
      return { row: lead, action: 'co-operation-added', data, personal: { text: input.text } };
    });
  }

  /** DSP-8b: one order an item, with the measure agreed with the customer. Answers their numbers. */
  async followUps(tx: Transaction, actor: UserActor, order: WorkOrder): Promise<string[]> {
    const numbers: string[] = [];
    for (const { text, measure } of order.sheet.leftOver) {
      const opened = await this.opener.open(tx, {
        ...this.hangingOn(tx, actor, order),
        type: order.type,
        repair: order.repair,
        gradeRequired: order.gradeRequired,
        source: 'follow-up',
        description: `${text}\n${measure}`,
        requestedAt: null,
      });
      numbers.push(opened.order.number);
    }
    return numbers;
  }

  /** DSP-7: the head of the engineers is asked for the grade as soon as it is solved. */
  async askForGrade(tx: Transaction, order: WorkOrder): Promise<void> {
    const unitId = order.unitId ?? order.intakeUnitId;
    await this.tasks.closeOpen(tx, orderSubject(order.id), GRADE_TASK, 'not-done');
    await this.tasks.create(tx, {
      subject: orderSubject(order.id),
      kind: GRADE_TASK,
      assigneeId: (await this.org.headOf(unitId))?.id ?? null,
      unitId,
      title: { zh: '评定故障等级', en: 'Grade the repair' },
      number: order.number,
      keyId: order.keyId,
    });
  }

  private hangingOn(tx: Transaction, actor: UserActor, order: WorkOrder) {
    return {
      ...inheritedFrom(order),
      parentId: order.id,
      sourceModule: workOrder.module,
      sourceKind: workOrder.kind,
      sourceId: order.id,
      sourceNumber: order.number,
      reportedAt: tx.now,
      officerId: actor.employeeId,
      officerName: actor.name,
      intakeUnitId: order.intakeUnitId,
    };
  }
}
