/**
 * Tries on the portal's public routes are counted in PostgreSQL in real time (api.md, Portal): so many an address, and
 * so many wrong ones a number, so that the four digits that prove somebody cannot be tried out from many addresses.
 */
import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { SuiteError } from '@bihuan/plugin-kit';
import { RateLimiterPostgres } from 'rate-limiter-flexible';
import { DataSource } from 'typeorm';
import { consume, refuseSpent } from './attempts';

const WINDOW_SECONDS = 15 * 60;
const PER_ADDRESS = 60;
const WRONG_PER_NUMBER = 10;

/** Where a try comes from. */
export interface PortalTry {
  readonly ip: string;
  /** What the last four digits of a phone are to prove: a wrong one counts against it. */
  readonly proofOf?: string;
}

@Injectable()
export class PortalTries {
  private readonly addresses: RateLimiterPostgres;
  private readonly numbers: RateLimiterPostgres;

  constructor(db: DataSource) {
    const shared = {
      storeClient: db,
      storeType: 'typeorm',
      schemaName: 'identity',
      tableName: 'attempt',
      tableCreated: true,
      duration: WINDOW_SECONDS,
    };
    this.addresses = new RateLimiterPostgres({ ...shared, keyPrefix: 'portal-address', points: PER_ADDRESS });
    this.numbers = new RateLimiterPostgres({ ...shared, keyPrefix: 'portal-number', points: WRONG_PER_NUMBER });
  }

  /** Runs what was asked where it is still allowed; else 429 with the time to wait. */
  async count<T>({ ip, proofOf }: PortalTry, work: () => Promise<T>): Promise<T> {
    await consume(this.addresses, ip);
    if (proofOf === undefined) return work();
    const key = createHash('sha256').update(proofOf).digest('hex');
    await refuseSpent(this.numbers, key, WRONG_PER_NUMBER);
    try {
      return await work();
    } catch (error) {
      if (error instanceof SuiteError && error.kind === 'not-found') await this.numbers.penalty(key, 1);
      throw error;
    }
  }
}
