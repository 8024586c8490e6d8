/** Open contacts on their owner's work list (HOT-1b, HOT-2). */
import type { OnModuleInit } from '@nestjs/common';
import { Injectable } from '@nestjs/common';
import type { UserActor } from '@bihuan/plugin-kit';
import { UnitOfWork } from '@bihuan/database';
import { Deadlines } from '@bihuan/alarms';
import type { WorkItem } from '@bihuan/work';
import { WorkSources } from '@bihuan/work';
import { contactSubject, contacts } from '../data/contact.store';
import { contactActions } from '../domain/contact.decide';
import type { Contact } from '../domain/contact.state';

const LIMIT = 200;

@Injectable()
export class ContactWork implements OnModuleInit {
  constructor(
    private readonly sources: WorkSources,
    private readonly work: UnitOfWork,
    private readonly deadlines: Deadlines,
  ) {}

  onModuleInit(): void {
    this.sources.add('hotline.contact', { list: (actor) => this.list(actor) });
  }

  /** One with an open form goes with the form and is not listed twice. */
  private async list(actor: UserActor): Promise<WorkItem[]> {
    const rows = await contacts.find(
      this.work,
      `r.owner_id = $1 and r.state in ('open', 'awaiting-customer') and not exists (
         select 1 from hotline.problem_form f where f.contact_id = r.id and f.officer_id = $1
           and f.state not in ('concluded', 'withdrawn'))
       order by r.started_at limit ${LIMIT}`,
      [actor.employeeId],
    );
    return Promise.all(rows.map((contact) => this.item(contact)));
  }

  private async item(contact: Contact): Promise<WorkItem> {
    const subject = contactSubject(contact.id);
    const clocks = contact.state === 'awaiting-customer' ? await this.deadlines.of(subject) : [];
    return {
      id: contact.id,
      subject,
      kind: 'contact',
      title: { zh: '受理未结', en: 'Open contact' },
      state: contact.state,
      dueAt: clocks.find(({ metAt, state }) => !metAt && state !== 'cancelled')?.dueAt ?? null,
      allowedActions: contactActions(contact, 0),
    };
  }
}
