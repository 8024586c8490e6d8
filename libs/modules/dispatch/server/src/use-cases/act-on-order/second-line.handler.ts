/** Who helps: the second-line engineer on duty, else the head of the order's unit (DSP-6a, ORG-4). */
import { Injectable } from '@nestjs/common';
import type { Transaction } from '@bihuan/database';
import { Notices } from '@bihuan/notices';
import { Duty, Org } from '@bihuan/org';
import type { Person, WorkOrder } from '../../domain/work-order.state';
import { DispatchPack } from '../../pack.settings';
import { orderSubject } from '../../work-order.part';

const CALLED = 'work-order-help';

@Injectable()
export class SecondLine {
  constructor(
    private readonly org: Org,
    private readonly duty: Duty,
    private readonly notices: Notices,
    private readonly pack: DispatchPack,
  ) {}

  /** Named and told at once. */
  async called(tx: Transaction, order: WorkOrder): Promise<Person> {
    const purpose = this.pack.section.secondLine?.function;
    const unit = purpose ? (await this.org.units()).find((one) => one.function === purpose) : undefined;
    const { employeeId, name } = await this.duty.onDuty(unit?.id ?? order.unitId ?? order.intakeUnitId, tx.now);
    await this.notices.send(tx, {
      subject: orderSubject(order.id),
      to: [employeeId],
      template: CALLED,
      params: { number: order.number },
      channels: ['inbox', 'sms'],
    });
    return { id: employeeId, name };
  }
}
