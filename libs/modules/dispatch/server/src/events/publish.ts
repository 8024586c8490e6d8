/** What dispatch tells the other modules: conclusion, grade, faults (EVT-1). */
import { Injectable } from '@nestjs/common';
import { dispatchFault, repairGraded, workOrderCancelled, workOrderConcluded } from '@bihuan/events';
import type { Subject } from '@bihuan/plugin-kit';
import type { Transaction } from '@bihuan/database';
import { Publisher } from '@bihuan/outbox';
import type { WorkOrder } from '../domain/work-order.state';
import { orderSubject } from '../work-order.part';

export interface Fault {
  readonly fault: 'overrun' | 'refused' | 'passed-on' | 'wrong-dispatch';
  readonly stage: string | null;
  /** Against whom; `null`: the unit alone. */
  readonly employeeId: string | null;
  /** Unit it counts against; absent: whose order it is. */
  readonly unitId?: string | undefined;
  readonly at: Date;
}

/** DSP-2, DSP-4: held against a person or a unit, and counted there. */
@Injectable()
export class DispatchFaults {
  constructor(private readonly publisher: Publisher) {}

  recorded(tx: Transaction, order: WorkOrder, { fault, stage, employeeId, unitId, at }: Fault): Promise<void> {
    const payload = {
      number: order.number,
      fault,
      stage,
      employeeId,
      unitId: unitId ?? order.unitId ?? order.intakeUnitId,
      at: at.toISOString(),
    };
    return this.publisher.publish(tx, dispatchFault, orderSubject(order.id), payload, null);
  }
}

/** An order is closed: the grade stands, and the customer is called back. */
@Injectable()
export class ClosedOrders {
  constructor(private readonly publisher: Publisher) {}

  async closed(tx: Transaction, order: WorkOrder): Promise<void> {
    await this.graded(tx, order);
    // A co-operating unit's part is not the customer's matter: he is called about the whole (DSP-5).
    if (order.source !== 'co-operation') await this.concluded(tx, order);
  }

  /** What waited for it goes on without it. */
  cancelled(tx: Transaction, order: WorkOrder): Promise<void> {
    const payload = { number: order.number, source: sourceOf(order), cancelledAt: tx.now.toISOString() };
    return this.publisher.publish(tx, workOrderCancelled, orderSubject(order.id), payload, null);
  }

  private async graded(tx: Transaction, order: WorkOrder): Promise<void> {
    const { grade, gradeWeight, gradedById, gradedAt, engineerId, unitId } = order;
    if (grade === null || !gradedById || !gradedAt || !engineerId || !unitId) return;
    const payload = {
      number: order.number,
      engineerId,
      unitId,
      grade,
      weight: gradeWeight ?? 0,
      gradedById,
      gradedAt: gradedAt.toISOString(),
    };
    await this.publisher.publish(tx, repairGraded, orderSubject(order.id), payload, null);
  }

  private async concluded(tx: Transaction, order: WorkOrder): Promise<void> {
    const source = sourceOf(order);
    await this.publisher.publish(
      tx,
      workOrderConcluded,
      orderSubject(order.id),
      {
        number: order.number,
        round: 1,
        type: order.type,
        repair: order.repair,
        customerClass: order.customerClass,
        source,
        concludedAt: (order.solvedAt ?? tx.now).toISOString(),
        customerId: order.customerId,
        siteId: order.siteId,
        unitId: order.unitId ?? order.intakeUnitId,
        officerId: order.dispatcherId ?? order.officerId,
        engineerId: order.engineerId,
        engineerName: order.engineerName,
        faultGrade: order.grade,
        keyId: order.keyId,
      },
      {
        keyId: order.keyId,
        values: {
          customerName: order.customerName,
          phone: order.phone,
          description: order.description,
          site: order.site,
          handling: order.result,
        },
      },
    );
  }
}

/** The matter it came from. */
function sourceOf({ sourceModule, sourceKind, sourceId }: WorkOrder): Subject | null {
  return sourceModule && sourceKind && sourceId ? { module: sourceModule, kind: sourceKind, id: sourceId } : null;
}
