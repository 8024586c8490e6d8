/** What the hotline adds to the one screen of a customer's history (CUS-2), and how a form's number finds him (CUS-1). */
import type { OnModuleInit } from '@nestjs/common';
import { Injectable } from '@nestjs/common';
import { HOTLINE_PERMISSIONS } from '@bihuan/hotline-contract';
import type { UserActor } from '@bihuan/plugin-kit';
import { UnitOfWork } from '@bihuan/database';
import type { HistoryItem, HistoryQuestion } from '@bihuan/customers';
import { HistoryParts, NumberFinders } from '@bihuan/customers';
import { visible } from '@bihuan/identity';
import { CONTACT_SCOPE, FORM_SCOPE } from '../data/scoped.store';
import { contactSubject, contacts } from '../data/contact.store';
import { formSubject, problemForms } from '../data/problem-form.store';

const LIMIT = 200;

@Injectable()
export class HotlineHistory implements OnModuleInit {
  constructor(
    private readonly parts: HistoryParts,
    private readonly finders: NumberFinders,
    private readonly work: UnitOfWork,
  ) {}

  onModuleInit(): void {
    this.parts.add('hotline', { history: (actor, question) => this.history(actor, question) });
    this.finders.add('hotline', { customersOf: (number) => this.customersOf(number) });
  }

  private async history(actor: UserActor, { customerId, siteId }: HistoryQuestion): Promise<HistoryItem[]> {
    const site = siteId ?? null;
    const contactScope = visible(actor, HOTLINE_PERMISSIONS.readContact, CONTACT_SCOPE, 3);
    const formScope = visible(actor, HOTLINE_PERMISSIONS.readForm, FORM_SCOPE, 3);
    const where = (scope: string, order: string) =>
      `r.customer_id = $1 and ($2::uuid is null or r.site_id = $2) and ${scope} order by ${order} desc limit ${LIMIT}`;
    const [mine, forms] = await Promise.all([
      contacts.find(this.work, where(contactScope.sql, 'r.started_at'), [customerId, site, ...contactScope.parameters]),
      problemForms.find(this.work, where(formScope.sql, 'r.created_at'), [customerId, site, ...formScope.parameters]),
    ]);
    return [
      ...mine.map((contact) => ({
        subject: contactSubject(contact.id),
        kind: 'contact',
        at: contact.startedAt,
        state: contact.state,
        title: { zh: '来电来访', en: 'Contact' },
      })),
      ...forms.map((form) => ({
        subject: formSubject(form.id),
        kind: 'problem-form',
        number: form.number,
        at: form.createdAt,
        state: form.state,
        title: { zh: '用户问题处理表', en: 'Problem form' },
      })),
    ];
  }

  private async customersOf(number: string): Promise<string[]> {
    const rows = await this.work.query<{ customer_id: string }>(
      'select distinct customer_id from hotline.problem_form where number = $1 and customer_id is not null',
      [number],
    );
    return rows.map(({ customer_id }) => customer_id);
  }
}
