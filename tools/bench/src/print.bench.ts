/** A batch of forms through the real server: read, rendered, stamped, cut, encrypted and filed (FRM-2, FRM-3). */
import type { DataSource } from 'typeorm';
import { createDataSource } from '@bihuan/database';
import { emptyDatabase } from '@bihuan/testing-kit';
import { Connection } from './load/connection';
import { drive, each } from './load/drive';
import { median } from './load/statistics';
import type { BenchRow } from './row';
import { callsFor } from './suite/calls';
import type { Officer } from './suite/officers';
import { ask, logIn } from './suite/officers';
import { startSuite } from './suite/process';

const BATCH = 50;
const BATCHES = 7;

/** The browser starts with the first form. */
const WARM_UP = 2;

/** Between two looks at the job, milliseconds. */
const LOOK = 10;

interface Job {
  readonly id: string;
  readonly state: string;
  readonly parts: readonly string[];
}

/** In a database of its own on the server of TEST_DATABASE_URL. */
export async function benchPrint(): Promise<BenchRow[]> {
  const database = await emptyDatabase('bench_print');
  const db = createDataSource(database.url, [], 1);
  await db.initialize();
  const suite = await startSuite(database.url);
  try {
    const agent = await logIn(suite.url, 'agent');
    const rates: number[] = [];
    for (let batch = -WARM_UP; batch < BATCHES; batch++) {
      const items = await freshForms(suite.url, db, agent);
      const start = performance.now();
      await printed(suite.url, agent, items);
      if (batch >= 0) rates.push((BATCH * 1_000) / (performance.now() - start));
    }
    return [
      {
        name: `batch of ${BATCH} problem forms, printed and filed by the server, p50`,
        value: median(rates),
        unit: 'forms/s',
        goal: { atLeast: 60 },
      },
    ];
  } finally {
    await suite.stop();
    await db.destroy();
    await database.close();
  }
}

/** Forms that were never printed: what is filed already would only be marked as a reprint. */
async function freshForms(url: string, db: DataSource, agent: Officer): Promise<object[]> {
  const requests = await callsFor(url, [agent], BATCH);
  await drive({ url, connections: 1, expect: 201, next: each(requests) });
  const forms = (await db.query('select id from hotline.problem_form order by created_at desc, number desc limit $1', [
    BATCH,
  ])) as { id: string }[];
  return forms.map(({ id }) => ({ subject: `hotline:problem-form:${id}`, formCode: 'problem-form' }));
}

/** Orders the batch and waits until every form of it is filed. */
async function printed(url: string, { token }: Officer, items: readonly object[]): Promise<void> {
  let job = await ask<Job>(url, token, '/api/forms/print-jobs', { items });
  const line = await Connection.open(url);
  try {
    while (job.state !== 'done') {
      if (job.state === 'failed') throw new Error(`The print job failed: ${JSON.stringify(job)}`);
      await new Promise((done) => setTimeout(done, LOOK));
      const { body } = await line.call({ method: 'GET', path: `/api/forms/print-jobs/${job.id}`, token });
      job = JSON.parse(body.toString('utf8')) as Job;
    }
    if (job.parts.length !== items.length) throw new Error(`Only ${job.parts.length} forms were filed.`);
  } finally {
    line.close();
  }
}
