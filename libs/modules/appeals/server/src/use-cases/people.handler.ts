/** Who is who: people and units named in a request, and who takes a case that comes to a branch (APL-9). */
import { Injectable } from '@nestjs/common';
import type { UserActor } from '@bihuan/plugin-kit';
import type { Transaction } from '@bihuan/database';
import { Org } from '@bihuan/org';
import { appealsErrors, invalidField } from '../appeals.errors';
import { contactPersons } from '../data/contact-person.store';
import type { Signer } from '../domain/appeal.state';
import { receiverOf } from '../domain/contact-person.rules';

export const signerOf = ({ employeeId, name }: UserActor): Signer => ({ id: employeeId, name });

@Injectable()
export class AppealPeople {
  constructor(private readonly org: Org) {}

  /** @throws 422 at `pointer` where there is no such employee */
  async employee(id: string, pointer: string): Promise<Signer> {
    const { name } = await this.org.demandEmployee(id, pointer);
    return { id, name };
  }

  employees(ids: readonly string[], pointer: string): Promise<Signer[]> {
    return Promise.all([...new Set(ids)].map((id, index) => this.employee(id, `${pointer}/${index}`)));
  }

  /** @throws 422 where there is no such unit */
  async demandUnit(id: string, pointer = '/unitId'): Promise<void> {
    await this.org.demandUnit(id, pointer);
  }

  /** Somebody of the unit or of one below it. @throws 422 where he is not */
  async ofUnit(id: string, unitId: string, pointer: string): Promise<Signer> {
    const found = await this.org.employee(id);
    const units = await this.org.unitsBelow([unitId]);
    if (found && [found.unitId, ...found.furtherUnitIds].some((unit) => units.includes(unit))) {
      return { id: found.id, name: found.name };
    }
    throw invalidField(pointer, 'not-of-the-unit', '该员工不在此单位。 / He does not work for that unit.');
  }

  /** APL-9: a case is never without an owner. @throws 422 where nobody is there */
  async receiver(tx: Transaction, unitId: string, assigneeId: string | undefined): Promise<Signer> {
    await this.demandUnit(unitId);
    if (assigneeId) return this.ofUnit(assigneeId, unitId, '/assigneeId');
    // Shared lock: a change of contact person at this very moment waits, and then finds this case too.
    const [contact] = await contactPersons.find(tx, 'r.unit_id = $1 for share', [unitId]);
    const head = await this.org.headOf(unitId);
    const receiver = receiverOf({
      named: undefined,
      contact: await this.signer(contact?.contactId),
      deputy: await this.signer(contact?.deputyId),
      head: head && { id: head.id, name: head.name },
    });
    if (!receiver) {
      throw appealsErrors['nobody-to-handle']({
        errors: [{ pointer: '/assigneeId', code: 'nobody-to-handle', detail: 'assigneeId' }],
      });
    }
    return receiver;
  }

  private async signer(id: string | undefined): Promise<Signer | undefined> {
    const found = id === undefined ? undefined : await this.org.employee(id);
    return found && { id: found.id, name: found.name };
  }
}
