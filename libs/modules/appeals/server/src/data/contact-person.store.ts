/** The only reader and writer of `appeals.contact_person`: one and a deputy per branch (APL-9). */
import { RowStore } from '@bihuan/database';

/** A term that is over. */
export interface FormerContact {
  readonly contactId: string;
  readonly deputyId: string;
  /** ISO instants. */
  readonly since: string;
  readonly until: string;
}

export interface ContactPerson {
  readonly id: string;
  readonly version: number;
  readonly unitId: string;
  readonly contactId: string;
  readonly deputyId: string;
  readonly since: Date;
  /** The latest first. */
  readonly former: readonly FormerContact[];
}

export const contactPersons = new RowStore<ContactPerson>('appeals.contact_person', {
  id: 'uuid',
  version: 'int',
  unitId: 'uuid',
  contactId: 'uuid',
  deputyId: 'uuid',
  since: 'timestamptz',
  former: 'jsonb',
});
