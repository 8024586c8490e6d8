/** BullMQ on PostgreSQL by default, on Redis where one is configured; the rest of the suite does not see which (DLN-2). */
import type { Processor, QueueOptions, WorkerOptions } from 'bullmq';
import { createPostgresBackend, Queue as RedisQueue, runMigrations, withBackend, Worker as RedisWorker } from 'bullmq';
import { Pool } from 'pg';
import type { Settings } from '@bihuan/plugin-kit';

/** Ids only: nothing personal and nothing that could grow old (reliability.md §2). */
export interface JobData {
  readonly second?: number;
}

/** What we use of a queue. */
export interface JobQueue {
  addBulk(jobs: { name: string; data: JobData; opts?: { jobId?: string; delay?: number } }[]): Promise<unknown>;
  on(event: 'error', listener: (error: Error) => void): unknown;
  getJobCounts(...states: ('waiting' | 'delayed' | 'active' | 'failed')[]): Promise<Record<string, number>>;
  close(): Promise<void>;
}

export interface JobWorker {
  on(event: 'error', listener: (error: Error) => void): unknown;
  /** Rejects where the connection never came up. */
  waitUntilReady(): Promise<unknown>;
  /** Takes jobs until it is closed. */
  run(): Promise<unknown>;
  close(force?: boolean): Promise<void>;
}

export interface Backend {
  queue(name: string): JobQueue;
  worker(name: string, process: Processor<JobData>): JobWorker;
  /** Makes BullMQ's own tables where they are missing. */
  prepare(): Promise<void>;
  /** After queues and workers were closed. */
  close(): Promise<void>;
}

/** Done and failed jobs go at once, so that a later add of the same second is not swallowed. */
const jobs = { defaultJobOptions: { removeOnComplete: true, removeOnFail: true } } satisfies Partial<QueueOptions>;

/**
 * A killed worker's job is taken up after `stalledInterval`; the sweeper does not wait for it. Milliseconds. A worker
 * runs only when it is ready: one whose connection failed at the start would spin without ever yielding.
 */
const manners = { lockDuration: 15_000, stalledInterval: 10_000, autorun: false } satisfies Partial<WorkerOptions>;

/** Connections shared by all queues of this process: two workers listen on one each. */
const POOL = 6;

const SCHEMA = 'bullmq';

/** Wait before another try to reach Redis: it grows by this up to that, milliseconds. */
const RETRY = 100;
const MOST_RETRY = 2_000;

export async function createBackend(
  { databaseUrl, redisUrl }: Settings,
  onError: (error: Error) => void,
): Promise<Backend> {
  return redisUrl ? onRedis(redisUrl, onError) : onPostgres(databaseUrl, onError);
}

function onPostgres(connectionString: string, onError: (error: Error) => void): Backend {
  const { Queue, Worker } = withBackend(createPostgresBackend);
  const connection = new Pool({
    connectionString,
    max: POOL,
    keepAlive: true,
    application_name: 'bihuan queues',
    options: `-c search_path=${SCHEMA}`,
  });
  connection.on('error', onError);
  return {
    queue: (name) => new Queue<JobData>(name, { connection, ...jobs }),
    worker: (name, process) => new Worker<JobData>(name, process, { connection, ...manners }),
    async prepare() {
      const client = await connection.connect();
      try {
        await runMigrations(client, SCHEMA);
      } finally {
        client.release();
      }
    },
    close: () => connection.end(),
  };
}

async function onRedis(url: string, onError: (error: Error) => void): Promise<Backend> {
  // Loaded only where there is a Redis.
  const { Redis } = await import('ioredis');
  let closed = false;
  const connection = new Redis(url, {
    maxRetriesPerRequest: null,
    lazyConnect: true,
    connectionName: 'bihuan queues',
    // Also of the copies BullMQ makes of it: none goes on trying after the close.
    retryStrategy: (times) => (closed ? null : Math.min(times * RETRY, MOST_RETRY)),
  });
  connection.on('error', onError);
  return {
    queue: (name) => new RedisQueue<JobData>(name, { connection, ...jobs }),
    worker: (name, process) => new RedisWorker<JobData>(name, process, { connection, ...manners }),
    prepare: () => Promise.resolve(),
    close() {
      closed = true;
      connection.disconnect();
      return Promise.resolve();
    },
  };
}
