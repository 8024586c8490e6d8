/** Sessions in PostgreSQL: found by the hash of their token, dead at once when revoked (IDN-1, S8). Real time throughout. */
import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver';
import { DataSource } from 'typeorm';
import type { Pool } from 'pg';
import { realNow } from '@bihuan/clock';
import type { Transaction } from '@bihuan/database';
import { UnitOfWork } from '@bihuan/database';
import { newToken, tokenHash } from '../sessions/token';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Without a request for so long a session ends. */
const IDLE = 12 * HOUR;

/** However busy, a session ends after so long. */
const ABSOLUTE = 7 * 24 * HOUR;

/** How exactly the last request is kept: a write a minute and session, not a write a request. */
const TOUCH = MINUTE;

/** Everything a request needs to know of the person, read in one statement. */
export interface SessionRow {
  readonly id: string;
  readonly last_seen_at: Date;
  readonly user_id: string;
  readonly username: string;
  readonly must_change: boolean;
  readonly employee_id: string;
  readonly name: string;
  readonly unit_id: string;
  readonly further_unit_ids: readonly string[];
  readonly position: string;
  readonly officer_number: string | null;
  readonly roles: readonly string[] | null;
  readonly roles_version: number;
  readonly org_version: number;
}

const FIND = {
  // Prepared once a connection: planning these joins costs more than running them.
  name: 'identity-session',
  text: `select s.id, s.last_seen_at, s.user_id, u.username, u.must_change, u.employee_id, e.name, e.unit_id,
                e.further_unit_ids, e.position, e.officer_number,
                (select array_agg(r.role_id) from identity.user_role r where r.user_id = u.id) as roles,
                (select version from identity.state) as roles_version, (select version from org.state) as org_version
         from identity.session s
         join identity.app_user u on u.id = s.user_id
         join org.employee e on e.id = u.employee_id
         where s.token_hash = $1 and s.revoked_at is null and s.expires_at > $2 and s.last_seen_at > $3
           and u.disabled_at is null`,
};

@Injectable()
export class SessionStore {
  private readonly pool: Pool;

  constructor(
    db: DataSource,
    private readonly work: UnitOfWork,
  ) {
    this.pool = (db.driver as PostgresDriver).master as Pool;
  }

  /** The living session of a token, with its user, employee and the versions of what is cached. */
  async find(token: string): Promise<SessionRow | undefined> {
    const hash = tokenHash(token);
    if (!hash) return undefined;
    const now = realNow();
    const { rows } = await this.pool.query<SessionRow>({
      ...FIND,
      values: [hash, now, new Date(now.getTime() - IDLE)],
    });
    const [row] = rows;
    if (row && now.getTime() - row.last_seen_at.getTime() >= TOUCH) {
      await this.work.query('update identity.session set last_seen_at = $2 where id = $1 and last_seen_at < $2', [
        row.id,
        now,
      ]);
    }
    return row;
  }

  /** Opens a session; the token is answered here and never again. */
  async open(
    tx: Transaction,
    userId: string,
    ip: string | undefined,
  ): Promise<{ id: string; token: string; expiresAt: Date }> {
    const now = realNow();
    const id = randomUUID();
    const token = newToken();
    const expiresAt = new Date(now.getTime() + ABSOLUTE);
    await tx.query(
      `insert into identity.session (id, token_hash, user_id, created_at, last_seen_at, expires_at, ip)
       values ($1, $2, $3, $4, $4, $5, $6)`,
      [id, tokenHash(token), userId, now, expiresAt, ip ?? null],
    );
    return { id, token, expiresAt };
  }

  async revoke(tx: Transaction, sessionId: string): Promise<void> {
    await tx.query('update identity.session set revoked_at = $2 where id = $1 and revoked_at is null', [
      sessionId,
      realNow(),
    ]);
  }

  async revokeAll(tx: Transaction, userId: string): Promise<void> {
    await tx.query('update identity.session set revoked_at = $2 where user_id = $1 and revoked_at is null', [
      userId,
      realNow(),
    ]);
  }

  /** Removes sessions and known devices whose time is over. */
  async sweep(): Promise<void> {
    const now = realNow();
    await this.work.query('delete from identity.session where expires_at <= $1 or last_seen_at <= $2', [
      now,
      new Date(now.getTime() - IDLE),
    ]);
    await this.work.query('delete from identity.known_device where expires_at <= $1', [now]);
  }
}
