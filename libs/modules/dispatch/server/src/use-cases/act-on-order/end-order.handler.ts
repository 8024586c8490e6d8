/** The end of an order: graded by the technical manager, verified, closed (DSP-6, DSP-7, DSP-8e). */
import { Injectable } from '@nestjs/common';
import type { GradeOrder, OptionalText, VerifyOrder } from '@bihuan/dispatch-contract';
import type { UserActor } from '@bihuan/plugin-kit';
import { Matters } from '@bihuan/matters';
import { DataKeys } from '@bihuan/privacy';
import { Tasks } from '@bihuan/work';
import { OrderClocks } from '../../deadlines/order-clocks.deadline';
import { demandGrade } from '../../domain/codes.rules';
import type { WorkOrder } from '../../domain/work-order.state';
import { closed, graded, verified } from '../../domain/working.decide';
import { ClosedOrders } from '../../events/publish';
import { DispatchPack } from '../../pack.settings';
import { orderSubject, workOrder } from '../../work-order.part';
import { GRADE_TASK } from './parts-of-order.handler';

@Injectable()
export class EndOrderHandler {
  constructor(
    private readonly matters: Matters,
    private readonly clocks: OrderClocks,
    private readonly tasks: Tasks,
    private readonly published: ClosedOrders,
    private readonly keys: DataKeys,
    private readonly pack: DispatchPack,
  ) {}

  grade(actor: UserActor, id: string, input: GradeOrder): Promise<WorkOrder> {
    return this.matters.act(actor, workOrder, id, 'grade', input, async (tx, before) => {
      const { grades } = this.pack.lists;
      demandGrade(grades, input.grade, '/grade');
      if (input.gravity !== undefined) demandGrade(grades, input.gravity, '/gravity');
      const weight = this.pack.weightOf(input.grade);
      // Of an erased customer the grade still counts, but nothing more is written (CUS-5).
      const text = (await this.keys.lives(tx, before.keyId)) ? (input.text ?? '') : '';
      const grade = { grade: input.grade, weight, gravity: input.gravity ?? null, text };
      const row = graded(before, grade, { id: actor.employeeId, name: actor.name }, tx.now);
      await this.tasks.closeOpen(tx, orderSubject(id), GRADE_TASK, 'done');
      return {
        row,
        action: 'graded',
        data: { grade: row.grade, gravity: row.gravity },
        personal: { text: input.text },
      };
    });
  }

  verify(actor: UserActor, id: string, input: VerifyOrder): Promise<WorkOrder> {
    return this.matters.act(actor, workOrder, id, 'verify', input, (_tx, before) => ({
      row: verified(before),
      action: 'verified',
      personal: { text: input.text },
    }));
  }

  close(actor: UserActor, id: string, input: OptionalText): Promise<WorkOrder> {
    return this.matters.act(actor, workOrder, id, 'close', input, async (tx, before) => {
      const row = closed(before, tx.now);
      await this.clocks.over(tx, row, 'closed');
      await this.published.closed(tx, row);
      return { row, action: 'closed', personal: { text: input.text } };
    });
  }
}
