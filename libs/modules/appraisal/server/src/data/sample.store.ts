/** The only reader and writer of `appraisal.contact` and `appraisal.sample` (APR-1a). */
import type { Transaction } from '@bihuan/database';
import { RowStore } from '@bihuan/database';
import type { CallState } from '../domain/source.state';

export interface Sample {
  readonly id: string;
  readonly version: number;
  readonly period: string;
  /** Person whose contact it was. */
  readonly employeeId: string;
  readonly unitId: string;
  readonly contactId: string;
  readonly number: string;
  readonly state: CallState;
  readonly good: boolean | null;
  readonly at: Date | null;
  /** Revisit that was made for it. */
  readonly taskId: string | null;
  readonly ground: string;
  readonly byName: string;
  readonly requestedAt: Date;
}

export const samples = new RowStore<Sample>('appraisal.sample', {
  id: 'uuid',
  version: 'int',
  period: 'text',
  employeeId: 'uuid',
  unitId: 'uuid',
  contactId: 'uuid',
  number: 'text',
  state: 'text',
  good: 'boolean',
  at: 'timestamptz',
  taskId: 'uuid',
  ground: 'text',
  byName: 'text',
  requestedAt: 'timestamptz',
});

export const sampleSubject = (id: string) => ({ module: 'appraisal', kind: 'sample', id });

export interface ContactFact {
  readonly id: string;
  readonly factVersion: number;
  readonly employeeId: string | null;
  readonly unitId: string | null;
  readonly customerId: string | null;
  readonly number: string;
  readonly period: string;
}

/** The present state of contacts, of each the latest version; an older one that comes late is passed over. */
export async function noteContacts(tx: Transaction, facts: readonly ContactFact[]): Promise<void> {
  const latest = new Map<string, ContactFact>();
  for (const fact of facts) {
    if ((latest.get(fact.id)?.factVersion ?? 0) <= fact.factVersion) latest.set(fact.id, fact);
  }
  await tx.query(
    `insert into appraisal.contact as c (id, fact_version, employee_id, unit_id, customer_id, number, period)
     select id, "factVersion", "employeeId", "unitId", "customerId", number, period
     from json_to_recordset($1::json) as r(id uuid, "factVersion" int, "employeeId" uuid, "unitId" uuid,
       "customerId" uuid, number text, period text)
     order by id
     on conflict (id) do update set fact_version = excluded.fact_version, employee_id = excluded.employee_id,
       unit_id = excluded.unit_id, customer_id = excluded.customer_id, number = excluded.number, period = excluded.period
     where c.fact_version < excluded.fact_version`,
    [JSON.stringify([...latest.values()])],
  );
}

export interface SampledContact {
  readonly id: string;
  readonly employeeId: string;
  readonly customerId: string;
  readonly number: string;
}

/** Contacts of a month whose customer is on file: the others cannot be called. */
export const contactsOf = (tx: Transaction, period: string): Promise<SampledContact[]> =>
  tx.query<SampledContact>(
    `select id, employee_id as "employeeId", customer_id as "customerId", number from appraisal.contact
     where period = $1 and employee_id is not null and customer_id is not null`,
    [period],
  );
