/** One connection beside the pool, for the few statements that must stand whatever becomes of the caller's transaction. */
import type { OnApplicationShutdown } from '@nestjs/common';
import { Injectable, Logger } from '@nestjs/common';
import { Pool } from 'pg';
import { Deployment } from '@bihuan/plugin-kit';
import { typeParsers } from './instants';
import { prepared } from './statement';

const TIMEOUT = 5_000;
const IDLE = 10_000;

/**
 * A second connection of the pool asked for inside a transaction would be waited for by everybody who holds the first:
 * sixteen at once stand still. This one is nobody's first.
 */
@Injectable()
export class SideConnection implements OnApplicationShutdown {
  private readonly logger = new Logger(SideConnection.name);
  private pool: Pool | undefined;

  constructor(private readonly deployment: Deployment) {}

  /** Committed at once, and kept where the caller's transaction is rolled back. */
  async query<R>(sql: string, parameters: readonly unknown[] = []): Promise<R[]> {
    this.pool ??= this.open();
    return (await this.pool.query<R & Record<string, unknown>>(prepared(sql, parameters))).rows;
  }

  async onApplicationShutdown(): Promise<void> {
    await this.pool?.end();
  }

  private open(): Pool {
    const pool = new Pool({
      connectionString: this.deployment.settings.databaseUrl,
      application_name: 'bihuan side',
      max: 1,
      connectionTimeoutMillis: TIMEOUT,
      idleTimeoutMillis: IDLE,
      allowExitOnIdle: true,
      types: typeParsers,
    });
    pool.on('error', (error) => this.logger.warn(`the idle side connection was lost: ${error.name}`));
    return pool;
  }
}
