/** DSP-4: an overrun, in handling or in feeding back: counted, told, and sent out again once a step (RD-48). */
import type { OnModuleInit } from '@nestjs/common';
import { Injectable } from '@nestjs/common';
import type { FiredStep } from '@bihuan/alarms';
import { StepHandlers } from '@bihuan/alarms';
import type { Transaction } from '@bihuan/database';
import { Matters } from '@bihuan/matters';
import { Notices } from '@bihuan/notices';
import { Org } from '@bihuan/org';
import { workOrders } from '../data/work-order.store';
import { overrun, overrunAgain, overrunRaised } from '../domain/dispatching.decide';
import { isOpen } from '../domain/work-order.rules';
import type { WorkOrder } from '../domain/work-order.state';
import { DispatchFaults } from '../events/publish';
import { orderSubject, workOrder } from '../work-order.part';
import { OrderClocks } from './order-clocks.deadline';
import { STEPS } from './stages.deadline';

/** Notice to the head who has it now. */
const TOLD = 'work-order-redispatched';

@Injectable()
export class OverrunSteps implements OnModuleInit {
  constructor(
    private readonly handlers: StepHandlers,
    private readonly matters: Matters,
    private readonly clocks: OrderClocks,
    private readonly faults: DispatchFaults,
    private readonly notices: Notices,
    private readonly org: Org,
  ) {}

  onModuleInit(): void {
    this.handlers.add(STEPS.overrun, {
      fire: (tx, step) => this.fire(tx, step, (order) => Promise.resolve(overrun(order))),
    });
    this.handlers.add(STEPS.redispatch, {
      fire: (tx, step) => this.fire(tx, step, (order) => Promise.resolve(overrunAgain(order, step.at))),
    });
    this.handlers.add(STEPS.raise, {
      fire: (tx, step) => this.fire(tx, step, async (order) => overrunRaised(order, await this.above(order), step.at)),
    });
  }

  /** A clock that was met late had its overrun all the same; the order itself is past being sent again (DLN-7). */
  private async fire(
    tx: Transaction,
    step: FiredStep,
    decide: (order: WorkOrder) => Promise<WorkOrder>,
  ): Promise<void> {
    const { subject, deadline, at } = step;
    if (deadline.state === 'cancelled' || (deadline.metAt && deadline.metAt <= at)) return;
    const before = await workOrders.lock(tx, subject.id);
    const row = deadline.metAt || !isOpen(before) ? overrun(before) : await decide(before);
    await this.faults.recorded(tx, before, {
      fault: 'overrun',
      stage: deadline.stage,
      employeeId: before.engineerId,
      at,
    });
    const again = row.redispatches > before.redispatches;
    if (again) await this.handOver(tx, before, row);
    const data = { stage: deadline.stage, step: step.step, overruns: row.overruns, redispatches: row.redispatches };
    await this.matters.keep(tx, workOrder, before, { row, action: again ? 're-dispatched' : 'overrun', data });
  }

  /** Clocks follow to another unit; the head of whoever has it now is told. */
  private async handOver(tx: Transaction, before: WorkOrder, row: WorkOrder): Promise<void> {
    if (row.unitId !== before.unitId || row.engineerId !== before.engineerId) {
      await this.clocks.handedOver(tx, row, { dispatched: false });
    }
    const head = await this.org.headOf(row.unitId ?? row.intakeUnitId);
    await this.notices.send(tx, {
      subject: orderSubject(row.id),
      to: head ? [head.id] : [],
      template: TOLD,
      params: { number: row.number, count: row.redispatches },
      channels: ['inbox', 'sms'],
    });
  }

  /** The unit above; at the top the order stays where it is. */
  private async above(order: WorkOrder): Promise<string> {
    const present = order.unitId ?? order.intakeUnitId;
    return (await this.org.unit(present))?.parentId ?? present;
  }
}
