/** The frame of every action on a contact: seen, locked, decided, saved, recorded in one transaction. */
import { Injectable } from '@nestjs/common';
import type { UserActor } from '@bihuan/plugin-kit';
import type { Transaction } from '@bihuan/database';
import { demandVersion, UnitOfWork } from '@bihuan/database';
import { Recorder } from '@bihuan/audit';
import { DataKeys } from '@bihuan/privacy';
import { WorkPush } from '@bihuan/work';
import { contactSubject, contacts } from '../../data/contact.store';
import { ContactFacts } from '../../events/publish';
import { formsOf, readContact } from '../../data/scoped.store';
import type { ContactAction } from '../../domain/contact.decide';
import { demandContactAction } from '../../domain/contact.decide';
import type { Contact } from '../../domain/contact.state';
import { isOpen } from '../../domain/problem-form.state';

/** What a decision came to: the contact afterwards, and how the timeline tells it. */
export interface ContactOutcome {
  readonly contact: Contact;
  readonly action: string;
  readonly data?: Readonly<Record<string, unknown>>;
}

/** What came with the request: the version seen, and words that go into the timeline. */
export interface ContactRequest {
  readonly version?: number | undefined;
  readonly words?: string | undefined;
}

/** Acts whose words stand on the contact itself. */
const WRITES_WORDS: readonly ContactAction[] = ['answer', 'await-customer', 'conclude'];

@Injectable()
export class ActOnContact {
  constructor(
    private readonly work: UnitOfWork,
    private readonly recorder: Recorder,
    private readonly keys: DataKeys,
    private readonly push: WorkPush,
    private readonly facts: ContactFacts,
  ) {}

  run(
    actor: UserActor,
    id: string,
    action: ContactAction,
    { version, words }: ContactRequest,
    decide: (tx: Transaction, before: Contact) => Promise<ContactOutcome>,
  ): Promise<Contact> {
    return this.work.run(actor, async (tx) => {
      const before = await readContact(tx, actor, id, true);
      demandVersion(before, version);
      const open = (await formsOf(tx, id)).filter(isOpen).length;
      demandContactAction(before, open, action);
      if (words && WRITES_WORDS.includes(action)) await this.keys.demandLiving(tx, before.keyId);
      const { contact, action: happened, data } = await decide(tx, before);
      const after = await contacts.save(tx, before, contact);
      await this.recorder.record(tx, {
        subject: contactSubject(id),
        action: happened,
        ...(data ? { data } : {}),
        ...(words ? { personal: { text: words }, keyId: before.keyId } : {}),
      });
      await this.facts.tell(tx, after);
      for (const owner of new Set([before.ownerId, after.ownerId])) this.push.changed(tx, owner);
      return after;
    });
  }
}
