/** A contact goes on: to a named colleague, or to the same officer's list of call-backs (HOT-2, HOT-5c). */
import { Injectable } from '@nestjs/common';
import type { HandOverContact } from '@bihuan/hotline-contract';
import type { UserActor } from '@bihuan/plugin-kit';
import { Deadlines } from '@bihuan/alarms';
import { Recorder } from '@bihuan/audit';
import { Org } from '@bihuan/org';
import { Tasks } from '@bihuan/work';
import { contactSubject } from '../../data/contact.store';
import { CALL_BACK, STAGES } from '../../deadlines/stages.deadline';
import { handedOver } from '../../domain/contact.decide';
import type { Contact } from '../../domain/contact.state';
import { HotlinePack } from '../../pack.settings';
import { ActOnContact } from './contact-frame.handler';

@Injectable()
export class PassOnContactHandler {
  constructor(
    private readonly frame: ActOnContact,
    private readonly recorder: Recorder,
    private readonly deadlines: Deadlines,
    private readonly tasks: Tasks,
    private readonly org: Org,
    private readonly pack: HotlinePack,
  ) {}

  /** HOT-2: handed over by name. */
  handOver(actor: UserActor, id: string, input: HandOverContact): Promise<Contact> {
    return this.frame.run(
      actor,
      id,
      'hand-over',
      { version: input.version, words: input.reason },
      async (tx, before) => {
        // After the contact is found to be his: of another's he learns nothing (IDN-2).
        const assignee = await this.org.demandEmployee(input.assigneeId, '/assigneeId');
        this.recorder.participate(tx, contactSubject(id), assignee.id);
        if (before.state === 'awaiting-customer') {
          const owner = { unitId: assignee.unitId, employeeId: assignee.id };
          await this.deadlines.changeOwner(tx, contactSubject(id), STAGES.awaitingCustomer, owner, {
            officer: assignee.id,
          });
        }
        return {
          contact: handedOver(before, assignee.id),
          action: 'handed-over',
          data: { from: before.ownerId, to: assignee.id, toName: assignee.name },
        };
      },
    );
  }

  /** HOT-5c: the answer is looked for after the call; the same officer calls back the same day. */
  callBack(actor: UserActor, id: string, input: { text?: string; version?: number }): Promise<Contact> {
    return this.frame.run(actor, id, 'call-back', { version: input.version, words: input.text }, async (tx, before) => {
      await this.tasks.create(tx, {
        subject: contactSubject(id),
        kind: CALL_BACK,
        assigneeId: before.ownerId,
        unitId: before.unitId,
        title: { zh: '查到答案后当日回电', en: 'Call back today with the answer' },
        dueAt: await this.pack.closeOfDay(tx.now),
      });
      return { contact: before, action: 'call-back-promised' };
    });
  }
}
