/** Where an order may be sent: a unit that is there, a person of it who may be sent (DSP-2, ORG-3a). */
import { Injectable } from '@nestjs/common';
import { invalidField } from '@bihuan/plugin-kit';
import type { Transaction } from '@bihuan/database';
import type { Unit } from '@bihuan/org';
import { Org } from '@bihuan/org';
import type { Destination } from '../../domain/dispatching.decide';
import type { WorkOrder } from '../../domain/work-order.state';
import { EngineerChoice } from '../choose-engineer/engineer-choice.handler';

export interface Named {
  readonly unitId?: string | undefined;
  readonly assigneeId?: string | undefined;
}

@Injectable()
export class Destinations {
  constructor(
    private readonly org: Org,
    private readonly choice: EngineerChoice,
  ) {}

  /** @throws 422 where the unit or person is unknown, does not fit the other, or may not be sent */
  async of(tx: Transaction, order: WorkOrder, { unitId, assigneeId }: Named): Promise<Destination> {
    const person = assigneeId ? await this.org.demandEmployee(assigneeId, '/assigneeId') : undefined;
    const unit = await this.unit(unitId ?? person?.unitId ?? order.unitId);
    if (!person) return { unitId: unit.id, engineer: null };
    if (![person.unitId, ...person.furtherUnitIds].includes(unit.id)) {
      throw invalidField('/assigneeId', 'not-in-unit', `该人员不在「${unit.name}」。 / Not a member of that unit.`);
    }
    if (!(await this.choice.maySend(order, person.id, tx.now))) {
      throw invalidField(
        '/assigneeId',
        'no-valid-certificate',
        `${person.name}没有该产品线的有效上岗证，不能派工；请改派他人。 / No valid certificate for this product line; send somebody else.`,
      );
    }
    return { unitId: unit.id, engineer: { id: person.id, name: person.name } };
  }

  private async unit(id: string | null): Promise<Unit> {
    const unit = id ? await this.org.unit(id) : undefined;
    if (!unit) throw invalidField('/unitId', 'unknown-unit', '没有这个部门。 / There is no such unit.');
    return unit;
  }
}
