/** Everything the queues know, deleted while they work: BullMQ's tables emptied, or Redis flushed. */
import type { DataSource } from 'typeorm';

/** Workers are at the tables: emptying them may meet one in a deadlock and lose, then it is tried again. */
const TRIES = 20;

export async function deleteQueueData(db: DataSource, redisUrl: string | undefined): Promise<void> {
  if (redisUrl) {
    const { Redis } = await import('ioredis');
    const redis = new Redis(redisUrl);
    await redis.flushall();
    redis.disconnect();
    return;
  }
  const tables = (await db.query(
    "select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname = 'bullmq' and tablename not like '%migration%'",
  )) as { name: string }[];
  if (tables.length === 0) throw new Error('BullMQ has no tables: no worker ever ran');
  for (let tried = 1; ; tried++) {
    try {
      await db.query(`truncate ${tables.map(({ name }) => name).join(', ')} cascade`);
      return;
    } catch (error) {
      if (tried === TRIES) throw error;
    }
  }
}
