/** A database with a few tables of its own and a unit of work, for this room's tests. */
import type { DataSource } from 'typeorm';
import type { Migration } from '@bihuan/plugin-kit';
import { emptyDatabase, StandingClock } from '@bihuan/testing-kit';
import { createDataSource } from '../database.module';
import { migrateUp } from '../migrate';
import { UnitOfWork } from '../unit-of-work';

export const NOW = new Date('2026-09-17T10:00:00.123+08:00');

export const notes: Migration = {
  name: '1760000099000-notes',
  up: [
    'create schema test',
    `create table test.note (id uuid primary key, version int not null, title text, sealed bytea, facts jsonb,
       tags text[], at timestamptz, count int)`,
    'create table test.line (text text primary key)',
    'create table test.statement (text text)',
    `create function test.note_statement() returns trigger language plpgsql as
       $$ begin insert into test.statement values (current_query()); return null; end $$`,
    ...['note', 'line'].map(
      (table) => `create trigger heard after insert on test.${table} execute function test.note_statement()`,
    ),
  ],
  down: ['drop schema test cascade'],
};

export interface Scene {
  readonly url: string;
  readonly db: DataSource;
  readonly work: UnitOfWork;
  lines(): Promise<string[]>;
  close(): Promise<void>;
}

export async function scene(): Promise<Scene> {
  const database = await emptyDatabase();
  const db = createDataSource(database.url, [], 6);
  await db.initialize();
  await migrateUp(db, [{ room: 'test', migrations: [notes] }]);
  const work = new UnitOfWork(db, new StandingClock(NOW));
  return {
    url: database.url,
    db,
    work,
    lines: async () =>
      (await work.query<{ text: string }>('select text from test.line order by text')).map(({ text }) => text),
    async close() {
      await db.destroy();
      await database.close();
    },
  };
}
