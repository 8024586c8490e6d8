/** APL-9: one contact person per branch and a deputy; open cases move the same minute. */
import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { NameContact } from '@bihuan/appeals-contract';
import { APPEALS_PERMISSIONS as MAY } from '@bihuan/appeals-contract';
import type { UserActor } from '@bihuan/plugin-kit';
import { commonErrors, reachesUnit } from '@bihuan/plugin-kit';
import { Recorder } from '@bihuan/audit';
import type { Transaction } from '@bihuan/database';
import { demandVersion, UnitOfWork } from '@bihuan/database';
import { Matters } from '@bihuan/matters';
import { Notices } from '@bihuan/notices';
import { appeal as matter } from '../../appeal.matter';
import { appeals } from '../../data/appeal.store';
import type { ContactPerson } from '../../data/contact-person.store';
import { contactPersons } from '../../data/contact-person.store';
import { AppealClocks } from '../../deadlines/appeal-clocks.deadline';
import { handedTo } from '../../domain/appeal.decide';
import type { Signer } from '../../domain/appeal.state';
import { demandTwo } from '../../domain/contact-person.rules';
import { AppealPeople } from '../people.handler';

export interface Named {
  readonly row: ContactPerson;
  /** How many cases went over. */
  readonly moved: number;
}

@Injectable()
export class NameContactHandler {
  constructor(
    private readonly work: UnitOfWork,
    private readonly matters: Matters,
    private readonly recorder: Recorder,
    private readonly clocks: AppealClocks,
    private readonly people: AppealPeople,
    private readonly notices: Notices,
  ) {}

  name(actor: UserActor, input: NameContact): Promise<Named> {
    if (!reachesUnit(actor, MAY.manageContacts, input.unitId)) throw commonErrors['not-found']();
    demandTwo(input.employeeId, input.deputyId);
    return this.work.run(actor, async (tx) => {
      await this.people.demandUnit(input.unitId);
      const contact = await this.people.ofUnit(input.employeeId, input.unitId, '/employeeId');
      const deputy = await this.people.ofUnit(input.deputyId, input.unitId, '/deputyId');
      const [before] = await contactPersons.find(tx, 'r.unit_id = $1 for update', [input.unitId]);
      if (before) demandVersion(before, input.version);
      const row = await this.save(tx, input.unitId, before, { contact, deputy });
      await this.recorder.record(tx, {
        subject: { module: 'appeals', kind: 'contact-person', id: row.id },
        action: 'contact-named',
        data: {
          unitId: input.unitId,
          from: before ? { contactId: before.contactId, deputyId: before.deputyId } : null,
          to: { contactId: contact.id, deputyId: deputy.id },
          reason: input.reason ?? null,
        },
      });
      return { row, moved: before ? await this.move(tx, before, row, contact) : 0 };
    });
  }

  private async save(
    tx: Transaction,
    unitId: string,
    before: ContactPerson | undefined,
    { contact, deputy }: { contact: Signer; deputy: Signer },
  ): Promise<ContactPerson> {
    const named = { contactId: contact.id, deputyId: deputy.id, since: tx.now };
    if (!before) {
      const row: ContactPerson = { ...named, id: randomUUID(), version: 1, unitId, former: [] };
      contactPersons.add(tx, row);
      return row;
    }
    const { contactId, deputyId, since } = before;
    const term = { contactId, deputyId, since: since.toISOString(), until: tx.now.toISOString() };
    return contactPersons.save(tx, before, { ...before, ...named, former: [term, ...before.former] });
  }

  /** What those who went had goes to the new contact person, with its clocks; nothing is without an owner in between. */
  private async move(tx: Transaction, before: ContactPerson, after: ContactPerson, to: Signer): Promise<number> {
    const stay = [after.contactId, after.deputyId];
    const gone = [before.contactId, before.deputyId].filter((id) => !stay.includes(id));
    if (gone.length === 0) return 0;
    const cases = await appeals.find(
      tx,
      `r.unit_id = $1 and r.handler_id = any($2) and r.state in ('dispatched', 'accepted', 'verified', 'planned',
         'answered', 'reported', 'approved') order by r.id for update`,
      [after.unitId, gone],
    );
    for (const each of cases) {
      const row = handedTo(each, to, tx.now);
      await this.clocks.handedTo(tx, row);
      await this.matters.keep(tx, matter, each, {
        row,
        action: 'contact-changed',
        data: { from: each.handlerId, to: to.id },
        participants: [to.id],
      });
      await this.notices.send(tx, {
        subject: matter.subject(each.id),
        to: [to.id],
        template: 'appeal-handed-over',
        params: { number: each.number },
      });
    }
    return cases.length;
  }
}
