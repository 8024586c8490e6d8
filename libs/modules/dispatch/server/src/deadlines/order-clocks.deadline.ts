/** The clocks of an order as it goes its way (DSP-3, HOT-9d, DLN-3). */
import { Injectable } from '@nestjs/common';
import type { ClockEnd, ClockRule, ClockStage } from '@bihuan/dispatch-contract';
import type { DeadlineView } from '@bihuan/alarms';
import { Deadlines } from '@bihuan/alarms';
import type { Transaction } from '@bihuan/database';
import { clocksOf, endedBy, endsRequestedTime, startedBy } from '../domain/clocks.rules';
import type { WorkOrder } from '../domain/work-order.state';
import { DispatchPack } from '../pack.settings';
import { orderSubject } from '../work-order.part';
import { REQUESTED_TIME } from './stages.deadline';

/** What a policy's variants ask about (DLN-4). */
const factsOf = ({ type, customerClass, faultLayer, priority }: WorkOrder) => ({
  type,
  customerClass,
  priority,
  ...(faultLayer ? { faultLayer } : {}),
});

/** Until somebody has it the clock is the desk's that took it in. */
const ownerOf = (order: WorkOrder) => ({ unitId: order.unitId ?? order.intakeUnitId, employeeId: order.engineerId });

const peopleOf = (order: WorkOrder): Record<string, string> => ({
  officer: order.dispatcherId ?? order.officerId,
  ...(order.engineerId ? { handler: order.engineerId } : {}),
});

@Injectable()
export class OrderClocks {
  constructor(
    private readonly deadlines: Deadlines,
    private readonly pack: DispatchPack,
  ) {}

  /** Clocks from the report on; with them the time the customer asks for. No question is asked of the database. */
  async opened(tx: Transaction, order: WorkOrder): Promise<DeadlineView[]> {
    const clocks: DeadlineView[] = [];
    for (const clock of startedBy(this.of(order), 'report')) {
      clocks.push(await this.arm(tx, order, clock, order.reportedAt, true));
    }
    if (order.requestedAt) clocks.push(await this.armRequestedTime(tx, order));
    return clocks;
  }

  /** Somebody else has the order: its clocks are his from now on; those that begin with the dispatch begin. */
  async handedOver(tx: Transaction, order: WorkOrder, { dispatched }: { readonly dispatched: boolean }): Promise<void> {
    for (const stage of await this.deadlines.openStages(tx, orderSubject(order.id))) {
      await this.deadlines.changeOwner(tx, orderSubject(order.id), stage, ownerOf(order), peopleOf(order));
    }
    if (!dispatched || order.solvedAt) return;
    for (const clock of startedBy(this.of(order), 'dispatch')) await this.arm(tx, order, clock, tx.now, false);
  }

  /** An act ends its clocks and those of the acts before it; answers what was met in time (DLN-7). */
  async ended(tx: Transaction, order: WorkOrder, act: ClockEnd): Promise<WorkOrder['onTime']> {
    const subject = orderSubject(order.id);
    const met: Partial<Record<ClockStage, boolean>> = {};
    const open = await this.deadlines.openStages(tx, subject);
    for (const { stage } of endedBy(this.of(order), act)) {
      if (!open.includes(stage)) continue;
      const clock = await this.deadlines.meet(tx, subject, stage);
      if (clock) met[stage] = clock.late !== true;
    }
    if (endsRequestedTime(act) && open.includes(REQUESTED_TIME)) {
      await this.deadlines.meet(tx, subject, REQUESTED_TIME);
    }
    return { ...order.onTime, ...met };
  }

  /** The result has to come back too, where the pack has a clock for it. */
  async solved(tx: Transaction, order: WorkOrder): Promise<void> {
    for (const clock of startedBy(this.of(order), 'solve')) await this.arm(tx, order, clock, tx.now, false);
  }

  /** The reason stays with the order; the clocks only know that they stand. */
  async pause(tx: Transaction, order: WorkOrder): Promise<void> {
    const subject = orderSubject(order.id);
    for (const stage of await this.deadlines.openStages(tx, subject)) {
      await this.deadlines.pause(tx, subject, stage, 'suspended');
    }
  }

  async resume(tx: Transaction, order: WorkOrder): Promise<void> {
    const subject = orderSubject(order.id);
    for (const stage of await this.deadlines.openStages(tx, subject)) await this.deadlines.resume(tx, subject, stage);
  }

  /** @param reason a word: `cancelled`, `closed` */
  async over(tx: Transaction, order: WorkOrder, reason: string): Promise<void> {
    await this.deadlines.cancelAll(tx, orderSubject(order.id), reason);
  }

  private of(order: WorkOrder): readonly ClockRule[] {
    return clocksOf(this.pack.section.clocks, order);
  }

  private arm(tx: Transaction, order: WorkOrder, clock: ClockRule, startedAt: Date, first: boolean) {
    return this.deadlines.arm(tx, {
      subject: orderSubject(order.id),
      stage: clock.stage,
      policy: clock.policy,
      startedAt,
      facts: factsOf(order),
      owner: ownerOf(order),
      people: peopleOf(order),
      label: order.number,
      first,
    });
  }

  private armRequestedTime(tx: Transaction, order: WorkOrder): Promise<DeadlineView> {
    return this.deadlines.arm(tx, {
      subject: orderSubject(order.id),
      stage: REQUESTED_TIME,
      policy: this.pack.section.requestedTime.policy,
      startedAt: tx.now,
      dueAt: order.requestedAt as Date,
      owner: ownerOf(order),
      people: peopleOf(order),
      label: order.number,
      first: true,
    });
  }
}
