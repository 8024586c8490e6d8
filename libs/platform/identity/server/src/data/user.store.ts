/** Users in PostgreSQL: rows and nothing else (IDN-1). */
import type { Transaction } from '@bihuan/database';
import type { UnitOfWork } from '@bihuan/database';

export interface UserRow {
  readonly id: string;
  readonly username: string;
  readonly employee_id: string;
  readonly name: string;
  readonly staff_number: string;
  readonly unit_id: string;
  readonly position: string;
  readonly password_hash: string;
  readonly must_change: boolean;
  readonly disabled_at: Date | null;
  readonly roles: readonly string[] | null;
}

type Reader = Pick<UnitOfWork | Transaction, 'query'>;

const SELECT = `select u.id, u.username, u.employee_id, e.name, e.staff_number, e.unit_id, e.position, u.password_hash,
    u.must_change, u.disabled_at,
    (select array_agg(r.role_id order by r.role_id) from identity.user_role r where r.user_id = u.id) as roles
  from identity.app_user u join org.employee e on e.id = u.employee_id`;

export const userStore = {
  /** User names are compared without case. */
  async byName(reader: Reader, username: string): Promise<UserRow | undefined> {
    const [row] = await reader.query<UserRow>(`${SELECT} where u.username = $1`, [username.toLowerCase()]);
    return row;
  },

  async byId(reader: Reader, id: string): Promise<UserRow | undefined> {
    const [row] = await reader.query<UserRow>(`${SELECT} where u.id = $1`, [id]);
    return row;
  },

  /** In order of user names, those after the cursor. */
  list(reader: Reader, after: string | undefined, limit: number): Promise<UserRow[]> {
    return reader.query<UserRow>(`${SELECT} where $1::text is null or u.username > $1 order by u.username limit $2`, [
      after ?? null,
      limit,
    ]);
  },

  async insert(
    tx: Transaction,
    user: { id: string; username: string; employeeId: string; passwordHash: string; mustChange: boolean },
  ): Promise<void> {
    await tx.query(
      `insert into identity.app_user (id, username, employee_id, password_hash, must_change, created_at)
       values ($1, $2, $3, $4, $5, $6)`,
      [user.id, user.username.toLowerCase(), user.employeeId, user.passwordHash, user.mustChange, tx.now],
    );
  },

  async setPassword(tx: Transaction, id: string, passwordHash: string, mustChange: boolean): Promise<void> {
    await tx.query('update identity.app_user set password_hash = $2, must_change = $3 where id = $1', [
      id,
      passwordHash,
      mustChange,
    ]);
  },

  async setDisabled(tx: Transaction, id: string, disabledAt: Date | null): Promise<void> {
    await tx.query('update identity.app_user set disabled_at = $2 where id = $1', [id, disabledAt]);
  },

  async setRoles(tx: Transaction, id: string, roles: readonly string[]): Promise<void> {
    await tx.query('delete from identity.user_role where user_id = $1', [id]);
    await tx.query(
      'insert into identity.user_role (user_id, role_id) select $1, unnest($2::text[]) on conflict do nothing',
      [id, roles],
    );
  },
};
