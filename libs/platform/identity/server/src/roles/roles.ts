/** Roles in the database, and the book made of them; a request that has read a newer version gets the newer book (S8). */
import { Injectable } from '@nestjs/common';
import { Deployment } from '@bihuan/plugin-kit';
import type { Transaction } from '@bihuan/database';
import { UnitOfWork } from '@bihuan/database';
import type { RoleData } from '@bihuan/identity-contract';
import { RoleBook } from './role-book';

interface RoleRow {
  id: string;
  title_zh: string;
  title_en: string;
  grants: RoleData['grants'];
  positions: string[];
}

@Injectable()
export class Roles {
  private cached: RoleBook | undefined;
  private readonly every: readonly string[];

  constructor(
    private readonly work: UnitOfWork,
    { rooms }: Deployment,
  ) {
    this.every = rooms.flatMap(({ permissions }) => permissions.map(({ id }) => id));
  }

  /** @param version just read from the database */
  async book(version: number): Promise<RoleBook> {
    if (this.cached && this.cached.version >= version) return this.cached;
    return (this.cached = await this.read());
  }

  async present(): Promise<RoleBook> {
    const [row] = await this.work.query<{ version: number }>('select version from identity.state');
    return this.book(row?.version ?? 0);
  }

  /** Makes the roles of the database those of the pack; roles given to single users stay. Answers whether anything changed. */
  async replace(tx: Transaction, roles: readonly RoleData[]): Promise<boolean> {
    const rows = roles.map(({ id, title, grants, positions }) => ({
      id,
      title_zh: title.zh,
      title_en: title.en,
      grants,
      positions,
    }));
    const changed = await tx.query(
      `with given as (
         select * from jsonb_to_recordset($1::jsonb)
           as g(id text, title_zh text, title_en text, grants jsonb, positions text[])),
       gone as (delete from identity.role where id not in (select id from given) returning 1),
       put as (
         insert into identity.role as r (id, title_zh, title_en, grants, positions) select * from given
         on conflict (id) do update set title_zh = excluded.title_zh, title_en = excluded.title_en,
           grants = excluded.grants, positions = excluded.positions
         where (r.title_zh, r.title_en, r.grants, r.positions) is distinct from
           (excluded.title_zh, excluded.title_en, excluded.grants, excluded.positions)
         returning 1)
       select 1 as one from gone union all select 1 from put`,
      [JSON.stringify(rows)],
    );
    if (changed.length === 0) return false;
    await this.raiseVersion(tx);
    return true;
  }

  async raiseVersion(tx: Transaction): Promise<void> {
    await tx.query('update identity.state set version = version + 1');
  }

  private async read(): Promise<RoleBook> {
    const [state] = await this.work.query<{ version: number }>('select version from identity.state');
    const rows = await this.work.query<RoleRow>(
      'select id, title_zh, title_en, grants, positions from identity.role order by id',
    );
    return new RoleBook(
      state?.version ?? 0,
      rows.map(({ id, title_zh, title_en, grants, positions }) => ({
        id,
        title: { zh: title_zh, en: title_en },
        grants,
        positions,
      })),
      this.every,
    );
  }
}
