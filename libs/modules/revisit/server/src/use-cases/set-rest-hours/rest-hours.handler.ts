/** Notes when a customer does not want to be called (RVT-2). */
import { Injectable } from '@nestjs/common';
import { Recorder } from '@bihuan/audit';
import { Customers, customerSubject } from '@bihuan/customers';
import { UnitOfWork } from '@bihuan/database';
import type { UserActor } from '@bihuan/plugin-kit';
import { commonErrors } from '@bihuan/plugin-kit';
import type { RestHoursView, SetRestHours } from '@bihuan/revisit-contract';
import { restHours, restOfCustomer } from '../../data/rest-hours.store';

@Injectable()
export class RestHoursHandler {
  constructor(
    private readonly work: UnitOfWork,
    private readonly customers: Customers,
    private readonly recorder: Recorder,
  ) {}

  /** 404 for a customer who is not there. */
  async get(customerId: string): Promise<RestHoursView> {
    if (!(await this.customers.get(customerId))) throw commonErrors['not-found']();
    const hours = await restOfCustomer(this.work, customerId);
    return { customerId, hours: hours.map(([from, to]) => [from, to]) };
  }

  /** 404 for a customer who is not there, 410 for one who was erased. */
  set(actor: UserActor, { customerId, hours }: SetRestHours): Promise<RestHoursView> {
    return this.work.run(actor, async (tx) => {
      const held = await this.customers.hold(tx, customerId);
      const [present] = await restHours.find(tx, 'r.id = $1 for update', [customerId]);
      if (present) await restHours.save(tx, present, { ...present, hours });
      else restHours.add(tx, { id: customerId, version: 1, hours });
      await this.recorder.record(tx, {
        subject: customerSubject(customerId),
        action: 'rest-hours-set',
        personal: { hours },
        keyId: held.keyId,
      });
      return { customerId, hours };
    });
  }
}
