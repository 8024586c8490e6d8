/** Rooms of the platform on a fresh database, without Nest: for tests of stores and engines. */
import type { DataSource } from 'typeorm';
import type { Manifest, Settings } from '@bihuan/plugin-kit';
import { Deployment } from '@bihuan/plugin-kit';
import { createDataSource, migrateUp, Transaction, UnitOfWork, WakeBus } from '@bihuan/database';
import { emptyDatabase, StandingClock } from '@bihuan/testing-kit';

export interface TestRooms {
  readonly db: DataSource;
  readonly work: UnitOfWork;
  readonly clock: StandingClock;
  readonly bus: WakeBus;
  readonly deployment: Deployment;
  close(): Promise<void>;
}

/** Settings of a test: everything in one process, manual clock. */
export const testSettings = (databaseUrl: string, more: Partial<Settings> = {}): Settings => ({
  port: 0,
  host: '127.0.0.1',
  modules: ['hotline', 'revisit'],
  pack: 'atm-5s4e',
  role: 'all',
  clock: 'manual',
  production: false,
  databaseUrl,
  ...more,
});

/** A database with these rooms' tables, and a unit of work on a standing clock. */
export async function testRooms(rooms: readonly Manifest[], now: Date): Promise<TestRooms> {
  const database = await emptyDatabase();
  const db = createDataSource(
    database.url,
    rooms.flatMap(({ entities }) => entities),
    6,
  );
  await db.initialize();
  await migrateUp(
    db,
    rooms.map(({ id, migrations }) => ({ room: id, migrations })),
  );
  const clock = new StandingClock(now);
  const deployment = new Deployment(testSettings(database.url), rooms);
  const bus = new WakeBus(db, deployment);
  return {
    db,
    clock,
    bus,
    deployment,
    work: new UnitOfWork(db, clock),
    async close() {
      await bus.onApplicationShutdown();
      await db.destroy();
      await database.close();
    },
  };
}

export { Transaction };
