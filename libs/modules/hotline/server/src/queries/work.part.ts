/** What the hotline puts on a person's work list: contacts he owns, forms whose move is his (HOT-1b, HOT-2). */
import type { OnModuleInit } from '@nestjs/common';
import { Injectable } from '@nestjs/common';
import type { UserActor } from '@bihuan/plugin-kit';
import { UnitOfWork } from '@bihuan/database';
import { Deadlines } from '@bihuan/alarms';
import type { WorkItem } from '@bihuan/work';
import { WorkSources } from '@bihuan/work';
import { contactSubject, contacts } from '../data/contact.store';
import { formSubject, problemForms } from '../data/problem-form.store';
import { contactActions } from '../domain/contact.decide';
import type { Contact } from '../domain/contact.state';
import { actionsFor } from '../domain/form-actors.rules';
import type { ProblemForm } from '../domain/problem-form.state';
import { HOTLINE_PERMISSIONS } from '@bihuan/hotline-contract';

const LIMIT = 200;

@Injectable()
export class HotlineWork implements OnModuleInit {
  constructor(
    private readonly sources: WorkSources,
    private readonly work: UnitOfWork,
    private readonly deadlines: Deadlines,
  ) {}

  onModuleInit(): void {
    this.sources.add('hotline', { list: (actor) => this.list(actor) });
  }

  private async list(actor: UserActor): Promise<WorkItem[]> {
    const [mine, forms] = await Promise.all([this.contacts(actor), this.forms(actor)]);
    return [...mine, ...forms];
  }

  /** Open contacts he owns; one with an open form goes with the form and is not listed twice. */
  private async contacts(actor: UserActor): Promise<WorkItem[]> {
    const rows = await contacts.find(
      this.work,
      `r.owner_id = $1 and r.state in ('open', 'awaiting-customer') and not exists (
         select 1 from hotline.problem_form f where f.contact_id = r.id and f.officer_id = $1
           and f.state not in ('concluded', 'withdrawn'))
       order by r.started_at limit ${LIMIT}`,
      [actor.employeeId],
    );
    return Promise.all(rows.map((contact) => this.contactItem(contact)));
  }

  private async contactItem(contact: Contact): Promise<WorkItem> {
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

  /** Forms of the officer, of the handler, and those his unit has not taken yet. */
  private async forms(actor: UserActor): Promise<WorkItem[]> {
    const takes = actor.permissions.has(HOTLINE_PERMISSIONS.acceptForm);
    const rows = await problemForms.find(
      this.work,
      `r.state not in ('concluded', 'withdrawn') and (r.officer_id = $1 or r.handler_id = $1 or r.assignee_id = $1
         or exists (select 1 from hotline.contact c where c.id = r.contact_id and c.owner_id = $1)
         ${takes ? "or (r.unit_id = any($2) and r.state = 'referred' and r.assignee_id is null)" : ''})
       order by coalesce(r.due_at, 'infinity'), r.id limit ${LIMIT}`,
      takes ? [actor.employeeId, [actor.unitId, ...(actor.furtherUnitIds ?? [])]] : [actor.employeeId],
    );
    return rows.map((form) => formItem(form, actor));
  }
}

const formItem = (form: ProblemForm, actor: UserActor): WorkItem => ({
  id: form.id,
  subject: formSubject(form.id),
  kind: 'problem-form',
  number: form.number,
  title: { zh: '用户问题处理表', en: 'Problem form' },
  state: form.state,
  dueAt: form.dueAt,
  allowedActions: actionsFor(form, actor),
});
