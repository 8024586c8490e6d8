/** A hundred hotline officers with open sessions: the numbers of forms are counted by officer (NUM-1). */
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { realNow } from '@bihuan/clock';
import { Connection } from '../load/connection';

/** All two-digit officer numbers there are; the demonstration's two officers have theirs already. */
const NUMBERS = Array.from({ length: 100 }, (_none, number) => String(number).padStart(2, '0'));
const DAY = 86_400_000;

/** Password of the demonstration users (api.md). */
const PASSWORD = 'demo-5S4E';

export interface Officer {
  readonly token: string;
  readonly employeeId: string;
  readonly unitId: string;
  readonly name: string;
}

interface LoggedIn {
  readonly accessToken: string;
  readonly user: { readonly employeeId: string; readonly unitId: string; readonly name?: string };
}

/** One of the demonstration users, logged in. */
export async function logIn(url: string, username: string): Promise<Officer> {
  const answer = await ask<LoggedIn>(url, undefined, '/api/auth/login', { username, password: PASSWORD });
  const { employeeId, unitId, name } = answer.user;
  return { token: answer.accessToken, employeeId, unitId, name: name ?? username };
}

/**
 * Employees are made through the API, as an administrator does. Users and sessions go into the tables: a password costs a
 * tenth of a second of CPU, and nobody logs in here.
 */
export async function makeOfficers(url: string, db: DataSource): Promise<Officer[]> {
  const admin = await logIn(url, 'admin');
  const agent = await logIn(url, 'agent');
  const taken = (await db.query('select officer_number from org.employee where officer_number is not null')) as {
    officer_number: string;
  }[];
  const free = NUMBERS.filter((number) => !taken.some(({ officer_number }) => officer_number === number));
  const officers: Officer[] = [];
  for (const number of free) {
    const name = `话务员${number}`;
    const { id } = await ask<{ id: string }>(url, admin.token, '/api/employees', {
      staffNumber: `B${number}`,
      name,
      unitId: agent.unitId,
      position: 'hotline-officer',
      officerNumber: number,
    });
    officers.push({ token: randomBytes(32).toString('base64url'), employeeId: id, unitId: agent.unitId, name });
  }
  const rows = officers.map(({ token, employeeId }, index) => ({
    id: randomUUID(),
    session: randomUUID(),
    employee_id: employeeId,
    username: `bench-${index}`,
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
    [JSON.stringify(rows), now, new Date(now.getTime() + DAY)],
  );
  return [agent, await logIn(url, 'agent2'), ...officers];
}

/** A call that must succeed. */
export async function ask<T>(url: string, token: string | undefined, path: string, body: unknown): Promise<T> {
  const line = await Connection.open(url);
  try {
    const answer = await line.call({ method: 'POST', path, body, ...(token ? { token } : {}) });
    const text = answer.body.toString('utf8');
    if (answer.status >= 300) throw new Error(`POST ${path} answered ${answer.status}: ${text}`);
    return JSON.parse(text) as T;
  } finally {
    line.close();
  }
}
