/** Lists of contacts: what is open first by age, what is closed by day (HOT-1b: an unanswered one is on somebody's list). */
import { Injectable } from '@nestjs/common';
import { HOTLINE_PERMISSIONS } from '@bihuan/hotline-contract';
import type { UserActor } from '@bihuan/plugin-kit';
import { invalidField } from '@bihuan/plugin-kit';
import { UnitOfWork } from '@bihuan/database';
import type { ListQuery, Page } from '@bihuan/http';
import { decodeCursor, pageOf } from '@bihuan/http';
import { visible } from '@bihuan/identity';
import { CONTACT_SCOPE } from '../data/scoped.store';
import { contacts } from '../data/contact.store';
import type { Contact } from '../domain/contact.state';

/** A line of the list. */
export interface ContactLine {
  readonly id: string;
  readonly state: string;
  readonly channel: string;
  readonly category: string;
  readonly callerName: string;
  readonly callerPhone: string;
  readonly summary: string;
  readonly ownerId: string;
  readonly startedAt: string;
}

@Injectable()
export class ContactList {
  constructor(private readonly work: UnitOfWork) {}

  /** `filter[state]` = `open` (default: open and awaiting), `all` or a state; `filter[day]`; `filter[owner]` = employee. */
  async list(actor: UserActor, { filter, size, after }: ListQuery): Promise<Page<ContactLine>> {
    const scope = visible(actor, HOTLINE_PERMISSIONS.readContact, CONTACT_SCOPE, 1);
    const parameters: unknown[] = [...scope.parameters];
    const bind = (value: unknown): string => `$${parameters.push(value)}`;
    const conditions = [scope.sql];
    const state = filter['state'] ?? 'open';
    if (state === 'open') conditions.push("r.state in ('open', 'awaiting-customer')");
    else if (state !== 'all') conditions.push(`r.state = ${bind(state)}`);
    if (filter['day']) conditions.push(`r.day = ${bind(day(filter['day']))}`);
    if (filter['owner']) conditions.push(`r.owner_id::text = ${bind(filter['owner'])}`);
    if (after) {
      const [startedAt, id] = decodeCursor(after, 2);
      conditions.push(`(r.started_at, r.id) > (${bind(startedAt)}::timestamptz, ${bind(id)}::uuid)`);
    }
    const rows = await contacts.find(
      this.work,
      `${conditions.join(' and ')} order by r.started_at, r.id limit ${bind(size + 1)}`,
      parameters,
    );
    return pageOf(rows, size, (row) => [row.startedAt, row.id], contactLine);
  }
}

const contactLine = (contact: Contact): ContactLine => ({
  id: contact.id,
  state: contact.state,
  channel: contact.channel,
  category: contact.category,
  callerName: contact.callerName,
  callerPhone: contact.callerPhone,
  summary: contact.summary,
  ownerId: contact.ownerId,
  startedAt: contact.startedAt.toISOString(),
});

function day(text: string): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) throw invalidField('/filter[day]', 'bad-date', '2026-09-18');
  return text;
}
