/** What an officer does with a contact after taking it (HOT-2, HOT-5, HOT-16). */
import { Injectable } from '@nestjs/common';
import type { AnswerContact, HandOverContact } from '@bihuan/hotline-contract';
import type { UserActor } from '@bihuan/plugin-kit';
import { invalidField } from '@bihuan/plugin-kit';
import type { Transaction } from '@bihuan/database';
import { demandVersion, UnitOfWork } from '@bihuan/database';
import { Recorder } from '@bihuan/audit';
import { DataKeys } from '@bihuan/privacy';
import { Deadlines } from '@bihuan/alarms';
import { Org } from '@bihuan/org';
import { Tasks, WorkPush } from '@bihuan/work';
import { formsOf, readContact } from '../../data/scoped.store';
import { contactSubject, contacts } from '../../data/contact.store';
import { CALL_BACK, STAGES } from '../../deadlines/stages.deadline';
import type { ContactAction } from '../../domain/contact.decide';
import {
  answered,
  awaiting,
  concluded,
  demandContactAction,
  handedOver,
  nuisance,
  reopened,
} from '../../domain/contact.decide';
import type { Contact } from '../../domain/contact.state';
import { isOpen } from '../../domain/problem-form.state';
import { HotlinePack } from '../../pack.settings';

interface Outcome {
  readonly contact: Contact;
  readonly action: string;
  readonly data?: Record<string, unknown>;
}

@Injectable()
export class ActOnContactHandler {
  constructor(
    private readonly work: UnitOfWork,
    private readonly recorder: Recorder,
    private readonly deadlines: Deadlines,
    private readonly tasks: Tasks,
    private readonly push: WorkPush,
    private readonly org: Org,
    private readonly pack: HotlinePack,
    private readonly keys: DataKeys,
  ) {}

  answer(actor: UserActor, id: string, input: AnswerContact): Promise<Contact> {
    return this.act(actor, id, 'answer', { version: input.version, words: input.text }, async (tx, before) => {
      await this.stopWaiting(tx, before);
      const contact = answered(before, input, tx.now);
      return {
        contact,
        action: 'answered',
        data: { understood: input.understood, satisfied: input.satisfied, state: contact.state },
      };
    });
  }

  /** HOT-5b: the 24 hours begin. */
  awaitCustomer(actor: UserActor, id: string, input: { text?: string; version?: number }): Promise<Contact> {
    return this.act(actor, id, 'await-customer', { version: input.version, words: input.text }, async (tx, before) => {
      await this.deadlines.arm(tx, {
        subject: contactSubject(id),
        stage: STAGES.awaitingCustomer,
        policy: this.pack.section.policies.awaitingCustomer,
        startedAt: tx.now,
        owner: { unitId: before.unitId, employeeId: before.ownerId },
        people: { officer: before.ownerId },
      });
      return { contact: awaiting(before, input.text), action: 'awaiting-customer' };
    });
  }

  conclude(actor: UserActor, id: string, input: { text?: string; version?: number }): Promise<Contact> {
    return this.act(actor, id, 'conclude', { version: input.version, words: input.text }, async (tx, before) => {
      await this.stopWaiting(tx, before);
      await this.tasks.closeOpen(tx, contactSubject(id), CALL_BACK, 'done');
      const told = input.text ? { ...before, answer: input.text } : before;
      return { contact: concluded(told, 'officer', tx.now), action: 'concluded' };
    });
  }

  reopen(actor: UserActor, id: string, input: { reason?: string; version?: number }): Promise<Contact> {
    return this.act(actor, id, 'reopen', { version: input.version, words: input.reason }, async (tx, before) => {
      await this.stopWaiting(tx, before);
      return { contact: reopened(before, tx.now), action: 'reopened' };
    });
  }

  /** HOT-2: handed over by name. */
  async handOver(actor: UserActor, id: string, input: HandOverContact): Promise<Contact> {
    const assignee = await this.org.employee(input.assigneeId);
    if (!assignee) throw invalidField('/assigneeId', 'unknown-employee', '没有这名员工。 / There is no such employee.');
    return this.act(actor, id, 'hand-over', { version: input.version, words: input.reason }, async (tx, before) => {
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
    });
  }

  nuisance(actor: UserActor, id: string, version: number | undefined): Promise<Contact> {
    return this.act(actor, id, 'nuisance', { version }, (tx, before) =>
      Promise.resolve({ contact: nuisance(before, tx.now), action: 'nuisance' }),
    );
  }

  /** HOT-5c: the answer is looked for after the call; the same officer calls back the same day. */
  callBack(actor: UserActor, id: string, input: { text?: string; version?: number }): Promise<Contact> {
    return this.act(actor, id, 'call-back', { version: input.version, words: input.text }, async (tx, before) => {
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

  private act(
    actor: UserActor,
    id: string,
    action: ContactAction,
    { version, words }: { readonly version?: number | undefined; readonly words?: string | undefined },
    decide: (tx: Transaction, before: Contact) => Promise<Outcome>,
  ): Promise<Contact> {
    return this.work.run(actor, async (tx) => {
      const before = await readContact(tx, actor, id, true);
      demandVersion(before, version);
      const open = (await formsOf(tx, id)).filter(isOpen).length;
      demandContactAction(before, open, action);
      if (action === 'answer' || action === 'await-customer' || (action === 'conclude' && words)) {
        await this.keys.demandLiving(tx, before.keyId);
      }
      const { contact, action: happened, data } = await decide(tx, before);
      const after = await contacts.save(tx, before, contact);
      await this.recorder.record(tx, {
        subject: contactSubject(id),
        action: happened,
        ...(data ? { data } : {}),
        ...(words ? { personal: { text: words }, keyId: before.keyId } : {}),
      });
      for (const owner of new Set([before.ownerId, after.ownerId])) this.push.changed(tx, owner);
      return after;
    });
  }

  private async stopWaiting(tx: Transaction, contact: Contact): Promise<void> {
    if (contact.state === 'awaiting-customer') {
      await this.deadlines.meet(tx, contactSubject(contact.id), STAGES.awaitingCustomer);
    }
  }
}
