/** Opens PostgreSQL through TypeORM with the entities of the rooms that are loaded. */
import type { DynamicModule } from '@nestjs/common';
import { Global, Module } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Deployment, EngineParts } from '@bihuan/plugin-kit';
import { Clock, ClockMover, ManualClock, Pumps, SystemClock } from '@bihuan/clock';
import { typeParsers } from './instants';
import { SideConnection } from './side-connection';
import { UnitOfWork } from './unit-of-work';
import { WakeBus } from './wake-bus';

/** Connections of one process; below PostgreSQL's 100 with several processes and the queues beside it. */
const POOL = 16;

/** A connection left alone so long is closed; opened again it would have to prepare its statements anew. Milliseconds. */
const IDLE = 10 * 60_000;

/** A closed data source for these entities; the caller initialises and destroys it. */
export function createDataSource(url: string, entities: readonly (new () => unknown)[], poolSize = POOL): DataSource {
  return new DataSource({
    type: 'postgres',
    url,
    entities: [...entities],
    poolSize,
    // TypeORM otherwise tries to create uuid-ossp; ids are made with gen_random_uuid() or by us.
    installExtensions: false,
    extra: {
      connectionTimeoutMillis: 5_000,
      idleTimeoutMillis: IDLE,
      application_name: 'bihuan',
      types: typeParsers,
      // What is asked before an answer came is sent at once: one trip for the begin and the first question of a use case.
      pipeline: true,
    },
  });
}

@Global()
@Module({})
export class DatabaseModule {
  /** @param db opened and migrated by the host before Nest starts, so that entities are known and a bad start is early */
  static forRoot(db: DataSource): DynamicModule {
    return {
      module: DatabaseModule,
      providers: [
        { provide: DataSource, useValue: db },
        {
          provide: Clock,
          inject: [Deployment],
          useFactory: ({ settings }: Deployment) =>
            settings.clock === 'manual' ? new ManualClock(db.manager) : new SystemClock(),
        },
        Pumps,
        EngineParts,
        {
          provide: ClockMover,
          inject: [Clock, Pumps],
          useFactory: (clock: Clock, pumps: Pumps) => new ClockMover(db, clock, pumps),
        },
        UnitOfWork,
        SideConnection,
        WakeBus,
      ],
      exports: [DataSource, Clock, Pumps, EngineParts, ClockMover, UnitOfWork, SideConnection, WakeBus],
    };
  }
}
