/** Loads contacts that the reader may see; what he may not see does not exist for him (IDN-2). */
import type { UserActor } from '@bihuan/plugin-kit';
import { commonErrors } from '@bihuan/plugin-kit';
import type { Transaction } from '@bihuan/database';
import { visible } from '@bihuan/identity';
import { HOTLINE_PERMISSIONS } from '@bihuan/hotline-contract';
import type { Contact } from '../domain/contact.state';
import type { ProblemForm } from '../domain/problem-form.state';
import { contacts } from './contact.store';
import { problemForms } from './problem-form.store';

type Reader = Pick<Transaction, 'query'>;

/** Columns of the data scope of a contact, on alias `r`. */
export const CONTACT_SCOPE = { ownerColumn: 'r.owner_id', unitColumns: ['r.unit_id'], subjectColumn: 'r.id' };

export async function readContact(reader: Reader, actor: UserActor, id: string, lock = false): Promise<Contact> {
  const scope = visible(actor, HOTLINE_PERMISSIONS.readContact, CONTACT_SCOPE, 2, 'few');
  const [row] = await contacts.find(reader, `r.id = $1 and ${scope.sql} ${lock ? 'for update' : ''}`, [
    id,
    ...scope.parameters,
  ]);
  if (!row) throw commonErrors['not-found']();
  return row;
}

/** Forms of a contact, oldest first. */
export const formsOf = (reader: Reader, contactId: string): Promise<ProblemForm[]> =>
  problemForms.find(reader, 'r.contact_id = $1 order by r.created_at, r.id', [contactId]);
