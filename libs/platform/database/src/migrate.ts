/** Migrations per room, up and down: each room's list is its own, a room deployed late catches up alone (PLG-1). */
import type { DataSource, EntityManager } from 'typeorm';
import type { Migration } from '@bihuan/plugin-kit';

export interface RoomMigrations {
  readonly room: string;
  readonly migrations: readonly Migration[];
}

const LOCK = 7_201_000;

/** Applies what is missing, room by room; several processes may start at once. Answers the names applied. */
export async function migrateUp(db: DataSource, rooms: readonly RoomMigrations[]): Promise<string[]> {
  return withLock(db, async (manager) => {
    await manager.query('create schema if not exists suite');
    await manager.query(
      'create table if not exists suite.migration (name text primary key, room text not null, at timestamptz not null)',
    );
    const done = new Set(await applied(manager));
    const names: string[] = [];
    for (const { room, migrations } of rooms) {
      for (const migration of inOrder(migrations)) {
        if (done.has(migration.name)) continue;
        await manager.transaction(async (tx) => {
          for (const statement of migration.up) await tx.query(statement);
          await tx.query('insert into suite.migration (name, room, at) values ($1, $2, $3)', [
            migration.name,
            room,
            new Date(Number(migration.name.slice(0, 13))),
          ]);
        });
        names.push(migration.name);
      }
    }
    return names;
  });
}

/** Takes back a room's last `steps` migrations. */
export async function migrateDown(db: DataSource, { migrations }: RoomMigrations, steps: number): Promise<string[]> {
  return withLock(db, async (manager) => {
    const done = new Set(await applied(manager));
    const back = inOrder(migrations)
      .filter(({ name }) => done.has(name))
      .reverse()
      .slice(0, steps);
    for (const migration of back) {
      await manager.transaction(async (tx) => {
        for (const statement of migration.down) await tx.query(statement);
        await tx.query('delete from suite.migration where name = $1', [migration.name]);
      });
    }
    return back.map(({ name }) => name);
  });
}

/** Names of these rooms' migrations that are not in the database: `ready` is 503 while there are any. */
export async function pendingMigrations(db: DataSource, rooms: readonly RoomMigrations[]): Promise<string[]> {
  const done = new Set(await applied(db.manager));
  return rooms.flatMap(({ migrations }) => migrations.map(({ name }) => name)).filter((name) => !done.has(name));
}

const inOrder = (migrations: readonly Migration[]) => [...migrations].sort((a, b) => (a.name < b.name ? -1 : 1));

async function applied(manager: EntityManager): Promise<string[]> {
  const rows: { name: string }[] = await manager.query('select name from suite.migration');
  return rows.map(({ name }) => name);
}

async function withLock<T>(db: DataSource, work: (manager: EntityManager) => Promise<T>): Promise<T> {
  const runner = db.createQueryRunner();
  await runner.query('select pg_advisory_lock($1)', [LOCK]);
  try {
    return await work(runner.manager);
  } finally {
    await runner.query('select pg_advisory_unlock($1)', [LOCK]);
    await runner.release();
  }
}
