/** When steps fired by PostgreSQL's own clock, whatever the clocks of the workers say. */
import type { DataSource } from 'typeorm';

export async function keepTime(db: DataSource): Promise<void> {
  await db.query('create schema faults');
  await db.query('create table faults.fired (due timestamptz, said timestamptz, at timestamptz)');
  await db.query(`create function faults.fired() returns trigger language plpgsql as $$ begin
      insert into faults.fired values (new.at, new.fired_at, clock_timestamp());
      return new;
    end $$`);
  await db.query(`create trigger fired before update on alarms.step for each row
    when (old.state = 'armed' and new.state = 'fired') execute function faults.fired()`);
}

export interface Firings {
  readonly count: number;
  readonly early: number;
  /** Fired by a worker whose clock was more than a minute fast. */
  readonly ahead: number;
  /** Seconds after the due instant, at most. */
  readonly latest: number;
}

export async function firings(db: DataSource): Promise<Firings> {
  const [row] = (await db.query(
    `select count(*)::int as count, count(*) filter (where at < due)::int as early,
       count(*) filter (where said > at + interval '1 minute')::int as ahead,
       coalesce(max(extract(epoch from at - due)), 0)::float8 as latest from faults.fired`,
  )) as Firings[];
  return row as Firings;
}
