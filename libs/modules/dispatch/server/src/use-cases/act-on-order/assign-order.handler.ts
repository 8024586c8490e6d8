/** The dispatcher's acts: dispatch, dispatch again, reassign (DSP-2, DSP-4, DSP-6d). */
import { Injectable } from '@nestjs/common';
import type { DispatchOrder, ReassignOrder, RedispatchOrder } from '@bihuan/dispatch-contract';
import type { UserActor } from '@bihuan/plugin-kit';
import type { Transaction } from '@bihuan/database';
import { Matters } from '@bihuan/matters';
import { OrderClocks } from '../../deadlines/order-clocks.deadline';
import type { Destination } from '../../domain/dispatching.decide';
import { dispatched, reassigned, redispatched } from '../../domain/dispatching.decide';
import type { WorkOrder } from '../../domain/work-order.state';
import { workOrder } from '../../work-order.part';
import { EngineerChoice } from '../choose-engineer/engineer-choice.handler';
import { Destinations } from './destination.handler';

const byOf = (actor: UserActor) => ({ id: actor.employeeId, name: actor.name });

@Injectable()
export class AssignOrderHandler {
  constructor(
    private readonly matters: Matters,
    private readonly destinations: Destinations,
    private readonly choice: EngineerChoice,
    private readonly clocks: OrderClocks,
  ) {}

  dispatch(actor: UserActor, id: string, input: DispatchOrder): Promise<WorkOrder> {
    return this.matters.act(actor, workOrder, id, 'dispatch', input, async (tx, before) => {
      const to = await this.destinations.of(tx, before, input);
      const row = dispatched(before, to, byOf(actor), tx.now);
      await this.sent(tx, row);
      return { row, action: 'dispatched', ...told(to), personal: { text: input.text } };
    });
  }

  /** Without a destination it goes to the same unit, and to the same person if one is there. */
  redispatch(actor: UserActor, id: string, input: RedispatchOrder): Promise<WorkOrder> {
    return this.matters.act(actor, workOrder, id, 'redispatch', input, async (tx, before) => {
      const same = input.unitId === undefined || input.unitId === before.unitId;
      const assigneeId = input.assigneeId ?? (same ? (before.engineerId ?? undefined) : undefined);
      const to = await this.destinations.of(tx, before, { unitId: input.unitId, assigneeId });
      const row = redispatched(before, to, byOf(actor), tx.now);
      await this.sent(tx, row);
      const { participants, data } = told(to);
      return {
        row,
        action: 're-dispatched',
        data: { ...data, redispatches: row.redispatches },
        participants,
        personal: { reason: input.reason },
      };
    });
  }

  /** The text is the hand-over note: the next one asks the customer only to confirm. */
  reassign(actor: UserActor, id: string, input: ReassignOrder): Promise<WorkOrder> {
    return this.matters.act(actor, workOrder, id, 'reassign', input, async (tx, before) => {
      const to = await this.destinations.of(tx, before, { assigneeId: input.assigneeId });
      const row = reassigned(before, to, input.text, byOf(actor), tx.now);
      await this.clocks.handedOver(tx, row, { dispatched: false });
      await this.choice.tell(tx, row);
      return { row, action: 'reassigned', ...told(to, before.engineerId), personal: { text: input.text } };
    });
  }

  /** Clocks and notices follow; a unit in which nobody may be sent has its head told at once (DSP-2). */
  private async sent(tx: Transaction, row: WorkOrder): Promise<void> {
    await this.clocks.handedOver(tx, row, { dispatched: true });
    await this.choice.tell(tx, row);
    if (row.engineerId || !row.unitId) return;
    const people = await this.choice.candidates(row, tx.now, row.unitId);
    if (people.length === 0) await this.choice.tellNobodyFound(tx, row, row.unitId);
  }
}

const told = (to: Destination, from: string | null = null) => ({
  data: { unitId: to.unitId, employeeId: to.engineer?.id ?? null, ...(from ? { fromEmployeeId: from } : {}) },
  participants: [to.engineer?.id ?? null],
});
