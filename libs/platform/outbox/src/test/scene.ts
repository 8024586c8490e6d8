/** A database with the tables of this room and of those it stands on, and a unit of work on a standing clock. */
import type { DataSource } from 'typeorm';
import { createDataSource, migrateUp, UnitOfWork } from '@bihuan/database';
import { emptyDatabase, StandingClock } from '@bihuan/testing-kit';
import { auditMigrations } from '@bihuan/audit';
import { privacyMigrations } from '@bihuan/privacy';
import { outboxMigrations } from '../outbox.manifest';

export const NOW = new Date('2026-09-17T10:00:00+08:00');

export interface Scene {
  readonly url: string;
  readonly db: DataSource;
  readonly work: UnitOfWork;
  readonly clock: StandingClock;
  close(): Promise<void>;
}

export async function scene(): Promise<Scene> {
  const database = await emptyDatabase();
  const db = createDataSource(database.url, [], 8);
  await db.initialize();
  await migrateUp(db, [
    { room: 'privacy', migrations: privacyMigrations },
    { room: 'audit', migrations: auditMigrations },
    { room: 'outbox', migrations: outboxMigrations },
  ]);
  const clock = new StandingClock(NOW);
  return {
    url: database.url,
    db,
    clock,
    work: new UnitOfWork(db, clock),
    async close() {
      await db.destroy();
      await database.close();
    },
  };
}
