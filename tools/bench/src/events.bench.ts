/** Events from their transaction through the outbox into a subscriber's, at a steady rate (EVT-1; issue 4). */
import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { realNow } from '@bihuan/clock';
import { createDataSource, UnitOfWork } from '@bihuan/database';
import { deadlineChanged } from '@bihuan/events';
import { Publisher } from '@bihuan/outbox';
import { systemActor } from '@bihuan/plugin-kit';
import type { RunningSuite } from '@bihuan/server';
import { readSettings, startSuite as startHere } from '@bihuan/server';
import { emptyDatabase } from '@bihuan/testing-kit';
import { median, percentile } from './load/statistics';
import type { BenchRow } from './row';
import { startSuite } from './suite/process';

const RATE = 2_000;
const SECONDS = 10;
/** Events a transaction. */
const TOGETHER = 20;

const pause = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));

export async function benchEvents(rate = RATE, seconds = SECONDS): Promise<BenchRow[]> {
  const database = await emptyDatabase('bench_events');
  const db = createDataSource(database.url, [], 2);
  await db.initialize();
  const here = await startHere(readSettings({ DATABASE_URL: database.url, PORT: '0', SUITE_ROLE: 'api' }));
  const suite = await startSuite(database.url);
  try {
    await publish(here, rate, 2);
    await drained(db, rate * 2);
    const began = realNow();
    const published = await publish(here, rate, seconds);
    await drained(db, rate * (seconds + 2));
    const times = await latencies(db, began);
    return [
      { name: 'events published', value: published, unit: '/s', goal: { atLeast: rate * 0.98 } },
      { name: `from the transaction to the subscriber's commit, p50`, value: median(times), unit: 'ms' },
      { name: `the same, p99`, value: percentile(times, 0.99), unit: 'ms', goal: { atMost: 500 } },
    ];
  } finally {
    await here.close();
    await suite.stop();
    await db.destroy();
    await database.close();
  }
}

/** Answers how many a second were published. */
async function publish({ app }: RunningSuite, rate: number, seconds: number): Promise<number> {
  const [work, publisher] = [app.get(UnitOfWork), app.get(Publisher)];
  const began = performance.now();
  const count = rate * seconds;
  const running = new Set<Promise<void>>();
  for (let done = 0; done < count; done += TOGETHER) {
    const wait = (done / rate) * 1_000 - (performance.now() - began);
    if (wait > 1) await pause(wait);
    const one: Promise<void> = work
      .run(systemActor('bench'), async (tx) => {
        for (let index = 0; index < TOGETHER; index++) {
          const subject = { module: 'hotline', kind: 'problem-form', id: randomUUID() };
          await publisher.publish(tx, deadlineChanged, subject, changed(subject, tx.now), null);
        }
      })
      .finally(() => running.delete(one));
    running.add(one);
    if (running.size >= 8) await Promise.race(running);
  }
  await Promise.all(running);
  return count / ((performance.now() - began) / 1_000);
}

const changed = (subject: { module: string; kind: string; id: string }, now: Date) => ({
  id: randomUUID(),
  subject,
  stage: 'referral',
  policy: 'hotline.referral',
  variant: null,
  generation: 1,
  unitId: subject.id,
  employeeId: null,
  startedAt: now.toISOString(),
  dueAt: now.toISOString(),
  firstDueAt: now.toISOString(),
  state: 'warned' as const,
  change: 'warned' as const,
  at: now.toISOString(),
  late: false,
  number: null,
});

async function drained(db: DataSource, count: number): Promise<void> {
  for (const began = performance.now(); ;) {
    const [found] = (await db.query(
      `select count(*)::int as done from outbox.delivery where subscriber = 'reporting.on-deadline-changed' and state = 'done'`,
    )) as { done: number }[];
    if ((found?.done ?? 0) >= count) return;
    if (performance.now() - began > 120_000) throw new Error(`Of ${count} events ${found?.done ?? 0} arrived.`);
    await pause(100);
  }
}

/** From the instant of the publishing transaction to the commit of the subscriber's, where PostgreSQL notes commits. */
async function latencies(db: DataSource, from: Date): Promise<number[]> {
  const [setting] = (await db.query('show track_commit_timestamp')) as { track_commit_timestamp: string }[];
  const done = setting?.track_commit_timestamp === 'on' ? 'pg_xact_commit_timestamp(d.xmin)' : 'd.done_at';
  const rows = (await db.query(
    `select extract(epoch from ${done} - e.at)::float8 * 1000 as took from outbox.delivery d
     join outbox.event e on e.id = d.event_seq where e.at >= $1 and d.state = 'done'`,
    [from],
  )) as { took: number }[];
  return rows.map(({ took }) => took);
}
