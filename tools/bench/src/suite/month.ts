/** A month's people, customers, contacts and records of the appraisal, straight into the tables. */
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { realNow } from '@bihuan/clock';

const MONTH = '2026-09';
const AT = '2026-09-15T02:00:00Z';

/** A contact of each person with so many customers; the sample takes half of them. */
const CONTACTS = 20;
const CUSTOMERS = 2_000;

/** Kind, code, points and number of the records of each person. */
const RECORDS = [
  ['check', 'spot-check', 80, 2],
  ['check', 'mistake', null, 2],
  ['incentive', null, 1, 6],
  ['breach', 'noise', 1, 3],
] as const;

/** Somebody with an open session. */
export interface Appraised {
  readonly employeeId: string;
  readonly token: string;
}

/** People in the seven regions; the suite finds them by the raised version of the organisation. */
export async function seedMonth(db: DataSource, people: number): Promise<Appraised[]> {
  await db.query(
    `insert into org.employee (id, staff_number, name, unit_id, position)
     select gen_random_uuid(), 'M' || lpad(n::text, 4, '0'), '专员' || n, u.id, 'service-specialist'
     from generate_series(1, $1::int) n
     join (select id, row_number() over (order by code) - 1 as place, count(*) over () as count
           from org.unit where code like 'region-%') u on n % u.count = u.place`,
    [people],
  );
  await db.query('update org.state set version = version + 1');
  await db.query(
    `with c as (insert into customers.customer
         (id, kind, name, business_lines, region, group_name, named_account, key_id, created_at)
       select gen_random_uuid(), 'franchisee', '加盟店' || n, '[]', '', '', false, gen_random_uuid(), $2
       from generate_series(1, $1::int) n returning id, key_id, name),
     k as (insert into privacy.data_key (id, customer_id, key, created_at)
       select key_id, id, sha256(id::text::bytea), $2 from c)
     insert into customers.contact (id, customer_id, name, phone, office, email, created_at)
     select gen_random_uuid(), id, name, '13900000000', '', '', $2 from c`,
    [CUSTOMERS, AT],
  );
  await db.query(
    `insert into appraisal.contact (id, fact_version, employee_id, unit_id, customer_id, number, period)
     select gen_random_uuid(), 1, e.id, e.unit_id, c.id, '', $1
     from (select id, unit_id, row_number() over (order by id) as place from org.employee where staff_number like 'M%') e
     cross join generate_series(0, $2::int - 1) n
     join (select id, row_number() over (order by id) - 1 as place from customers.customer) c
       on c.place = (e.place * $2::int + n) % $3::int`,
    [MONTH, CONTACTS, CUSTOMERS],
  );
  for (const [kind, code, points, count] of RECORDS) {
    await db.query(
      `insert into appraisal.entry
         (id, version, state, kind, employee_id, unit_id, date, period, code, points, amount, ground, witness, by_name, created_at)
       select gen_random_uuid(), 1, 'counted', $1, e.id, e.unit_id, '2026-09-15', $2, $3, $4, 0, '依据', '', '沈岚', $6
       from org.employee e cross join generate_series(1, $5::int) where e.staff_number like 'M%'`,
      [kind, MONTH, code, points, count, AT],
    );
  }
  return sessions(db);
}

/** Sessions go into the tables: a password costs a tenth of a second of CPU, and nobody logs in here. */
async function sessions(db: DataSource): Promise<Appraised[]> {
  const found = (await db.query("select id from org.employee where staff_number like 'M%' order by staff_number")) as {
    id: string;
  }[];
  const people = found.map(({ id }) => ({ employeeId: id, token: randomBytes(32).toString('base64url') }));
  const rows = people.map(({ employeeId, token }, index) => ({
    id: randomUUID(),
    session: randomUUID(),
    employee_id: employeeId,
    username: `month-${index}`,
    token_hash: `\\x${createHash('sha256').update(token).digest('hex')}`,
  }));
  const now = realNow();
  await db.query(
    `with r as (select * from json_to_recordset($1::json)
        as r(id uuid, session uuid, employee_id uuid, username text, token_hash bytea)),
      u as (insert into identity.app_user (id, username, employee_id, password_hash, must_change, created_at)
        select r.id, r.username, r.employee_id, a.password_hash, false, $2
        from r, identity.app_user a where a.username = 'agent' returning id)
     insert into identity.session (id, token_hash, user_id, created_at, last_seen_at, expires_at)
     select r.session, r.token_hash, r.id, $2, $2, $3 from r join u using (id)`,
    [JSON.stringify(rows), now, new Date(now.getTime() + 86_400_000)],
  );
  return people;
}
