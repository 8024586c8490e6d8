/** What stops an order or gives it to others: return, replacement, help, standing still, cancelling (DSP-2, DSP-4, DSP-6a). */
import { Injectable } from '@nestjs/common';
import type { ApprovePlanOrder, CallHelpOrder, OptionalText, Reason, ReturnOrder } from '@bihuan/dispatch-contract';
import type { UserActor } from '@bihuan/plugin-kit';
import { Matters } from '@bihuan/matters';
import { Org } from '@bihuan/org';
import { OrderClocks } from '../../deadlines/order-clocks.deadline';
import { demandCode } from '../../domain/codes.rules';
import * as dispatching from '../../domain/dispatching.decide';
import type { WorkOrder } from '../../domain/work-order.state';
import * as working from '../../domain/working.decide';
import { ClosedOrders, DispatchFaults } from '../../events/publish';
import { DispatchPack } from '../../pack.settings';
import { workOrder } from '../../work-order.part';
import { SecondLine } from './second-line.handler';

@Injectable()
export class GiveBackOrderHandler {
  constructor(
    private readonly matters: Matters,
    private readonly clocks: OrderClocks,
    private readonly faults: DispatchFaults,
    private readonly orders: ClosedOrders,
    private readonly secondLine: SecondLine,
    private readonly org: Org,
    private readonly pack: DispatchPack,
  ) {}

  /** With a ground of the pack it was a wrong dispatch, without one it stands against the person (DSP-2, DSP-4). */
  return(actor: UserActor, id: string, input: ReturnOrder): Promise<WorkOrder> {
    return this.matters.act(actor, workOrder, id, 'return', input, async (tx, before) => {
      if (input.ground !== undefined) demandCode(this.pack.section.returnGrounds, input.ground, '/ground');
      const fault = dispatching.faultOfReturn(before, input.ground);
      const against = fault === 'wrong-dispatch' ? before.dispatcherId : actor.employeeId;
      const unitId = against ? (await this.org.employee(against))?.unitId : undefined;
      await this.faults.recorded(tx, before, { fault, stage: null, employeeId: against, unitId, at: tx.now });
      const row = dispatching.returned(before, input.ground);
      await this.clocks.handedOver(tx, { ...row, unitId: null }, { dispatched: false });
      return {
        row,
        action: 'returned',
        data: { fault, against, ground: input.ground ?? null },
        personal: { reason: input.reason },
      };
    });
  }

  requestReplacement(actor: UserActor, id: string, input: Reason): Promise<WorkOrder> {
    return this.matters.act(actor, workOrder, id, 'request-replacement', input, (tx, before) => ({
      row: dispatching.replacementRequested(before, input.reason, { id: actor.employeeId, name: actor.name }, tx.now),
      action: 'replacement-requested',
      personal: { reason: input.reason },
    }));
  }

  /** A second-line engineer on duty is named at once and joins the record (DSP-6a). */
  callHelp(actor: UserActor, id: string, input: CallHelpOrder): Promise<WorkOrder> {
    return this.matters.act(actor, workOrder, id, 'call-help', input, async (tx, before) => {
      const helper = await this.secondLine.called(tx, before);
      return {
        row: before,
        action: 'help-called',
        data: { employeeId: helper.id },
        participants: [helper.id],
        personal: { text: input.text },
      };
    });
  }

  approvePlan(actor: UserActor, id: string, input: ApprovePlanOrder): Promise<WorkOrder> {
    const plan = {
      approvedBy: input.approvedBy,
      text: input.text,
      risks: input.risks ?? '',
      rollback: input.rollback ?? '',
    };
    return this.matters.act(actor, workOrder, id, 'approve-plan', input, (tx, before) => ({
      row: working.planApproved(before, plan, tx.now),
      action: 'plan-approved',
      personal: plan,
    }));
  }

  suspend(actor: UserActor, id: string, input: Reason): Promise<WorkOrder> {
    return this.matters.act(actor, workOrder, id, 'suspend', input, async (tx, before) => {
      const row = working.suspended(before, input.reason);
      await this.clocks.pause(tx, row);
      return { row, action: 'suspended', personal: { reason: input.reason } };
    });
  }

  resume(actor: UserActor, id: string, input: OptionalText): Promise<WorkOrder> {
    return this.matters.act(actor, workOrder, id, 'resume', input, async (tx, before) => {
      const row = working.resumed(before);
      await this.clocks.resume(tx, row);
      return { row, action: 'resumed', personal: { text: input.text } };
    });
  }

  cancel(actor: UserActor, id: string, input: Reason): Promise<WorkOrder> {
    return this.matters.act(actor, workOrder, id, 'cancel', input, async (tx, before) => {
      const row = working.cancelled(before);
      await this.clocks.over(tx, row, 'cancelled');
      await this.orders.cancelled(tx, row);
      return { row, action: 'cancelled', personal: { reason: input.reason } };
    });
  }
}
