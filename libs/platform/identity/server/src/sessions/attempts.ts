/**
 * Log-in attempts are counted in PostgreSQL in real time (IDN-1, S9): ten an account in a quarter of an hour, a hundred
 * failures an address. A device on which the person has been logged in before counts for itself, so that a stranger who
 * guesses all day locks out strangers only.
 */
import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { DataSource } from 'typeorm';
import { identityErrors } from '../identity.errors';

const WINDOW_SECONDS = 15 * 60;
const PER_ACCOUNT = 10;
const PER_ADDRESS = 100;

/** Where an attempt comes from. */
export interface AttemptSource {
  readonly username: string;
  readonly ip: string;
  /** Hash of a device known to belong to the user. */
  readonly knownDevice?: string | undefined;
}

@Injectable()
export class Attempts {
  private readonly accounts: RateLimiterPostgres;
  private readonly addresses: RateLimiterPostgres;
  /** Attempts on one account go one after another, so that many at once cannot slip past the count. */
  private readonly queues = new Map<string, Promise<unknown>>();

  constructor(db: DataSource) {
    const shared = {
      storeClient: db,
      storeType: 'typeorm',
      schemaName: 'identity',
      tableName: 'attempt',
      tableCreated: true,
      duration: WINDOW_SECONDS,
    };
    this.accounts = new RateLimiterPostgres({ ...shared, keyPrefix: 'account', points: PER_ACCOUNT });
    this.addresses = new RateLimiterPostgres({ ...shared, keyPrefix: 'address', points: PER_ADDRESS });
  }

  /** Runs the attempt where it is still allowed, and counts it unless it succeeds; else 429 with the time to wait. */
  async count(source: AttemptSource, attempt: () => Promise<boolean>): Promise<boolean> {
    const key = source.knownDevice ? `device:${source.knownDevice}` : nameHash(source.username);
    await refuseSpent(this.addresses, source.ip, PER_ADDRESS);
    await refuseSpent(this.accounts, key, PER_ACCOUNT);
    return this.inTurn(key, async () => {
      await consume(this.accounts, key);
      const succeeded = await attempt();
      if (succeeded) await this.accounts.reward(key, 1);
      else await this.addresses.penalty(source.ip, 1);
      return succeeded;
    });
  }

  private async inTurn<T>(key: string, work: () => Promise<T>): Promise<T> {
    const before = this.queues.get(key) ?? Promise.resolve();
    const turn = before.then(work, work);
    const settled = turn.catch(() => undefined);
    this.queues.set(key, settled);
    try {
      return await turn;
    } finally {
      if (this.queues.get(key) === settled) this.queues.delete(key);
    }
  }
}

/** 429 where all points are used up; uses none itself. */
export async function refuseSpent(limiter: RateLimiterPostgres, key: string, points: number): Promise<void> {
  const spent = await limiter.get(key);
  if (spent && spent.consumedPoints >= points) throw tooMany(spent);
}

/** Uses a point, or 429. */
export async function consume(limiter: RateLimiterPostgres, key: string): Promise<void> {
  try {
    await limiter.consume(key, 1);
  } catch (refusal) {
    throw refusal instanceof RateLimiterRes ? tooMany(refusal) : refusal;
  }
}

const tooMany = ({ msBeforeNext }: RateLimiterRes) =>
  identityErrors['too-many-attempts']({
    params: {
      minutes: Math.max(1, Math.ceil(msBeforeNext / 60_000)),
      retryAfter: Math.max(1, Math.ceil(msBeforeNext / 1_000)),
    },
  });

/** Somebody may type his password where the name belongs: the table shows neither. */
const nameHash = (username: string): string => createHash('sha256').update(username.toLowerCase()).digest('hex');
