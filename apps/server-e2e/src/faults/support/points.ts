/** Points inside PostgreSQL at which a connection is cut: triggers that end their own backend, once, for one subject. */
import type { DataSource } from 'typeorm';

export interface Point {
  readonly name: string;
  readonly table: string;
  readonly on: 'insert' | 'update';
  /** Only rows like this. */
  readonly when?: string;
}

export class Points {
  private constructor(private readonly db: DataSource) {}

  static async make(db: DataSource, points: readonly Point[]): Promise<Points> {
    await db.query('create schema faults');
    await db.query('create table faults.armed (point text, side text, subject text)');
    await db.query('create sequence faults.reached');
    // A sequence counts on when the transaction is taken back, so that the point is reached once.
    await db.query(`create function faults.point() returns trigger language plpgsql as $$ begin
        if exists (select 1 from faults.armed a where a.point = tg_argv[0] and a.side = lower(tg_when)
            and strpos(to_jsonb(new)::text, a.subject) > 0) then
          if nextval('faults.reached') = 1 then
            perform pg_terminate_backend(pg_backend_pid());
            perform pg_sleep(10);
          end if;
        end if;
        return new;
      end $$`);
    for (const { name, table, on, when } of points) {
      for (const side of ['before', 'after']) {
        await db.query(`create trigger "fault ${name} ${side}" ${side} ${on} on ${table} for each row
          ${when ? `when (${when})` : ''} execute function faults.point('${name}')`);
      }
    }
    return new Points(db);
  }

  async arm(point: string, side: string, subject: string): Promise<void> {
    await this.db.query('truncate faults.armed');
    await this.db.query('alter sequence faults.reached restart');
    await this.db.query('insert into faults.armed values ($1, $2, $3)', [point, side, subject]);
  }

  async wasReached(): Promise<boolean> {
    const [row] = (await this.db.query('select is_called as reached from faults.reached')) as { reached: boolean }[];
    return row?.reached ?? false;
  }
}
