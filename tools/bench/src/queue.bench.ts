/** `GET /api/complaints/complaints`: the first page of 10,000 open complaints in order of priority (CMP-3; issue 3). */
import type { DataSource } from 'typeorm';
import { createDataSource } from '@bihuan/database';
import { emptyDatabase } from '@bihuan/testing-kit';
import { Connection } from './load/connection';
import { median, percentile } from './load/statistics';
import type { BenchRow } from './row';
import { ask, logIn } from './suite/officers';
import { OPENINGS } from './suite/openings';
import { startSuite } from './suite/process';

const OPEN = 10_000;
/** Beside them lie complaints that are over. */
const CLOSED = 90_000;
const READS = 200;
const PAGE = 50;
const PATH = `/api/complaints/complaints?page[size]=${PAGE}`;

interface Queue {
  readonly data: readonly { readonly priority: number; readonly dueAt: string | null; readonly state: string }[];
  readonly page: { readonly next?: string };
}

export async function benchQueue(open = OPEN, closed = CLOSED): Promise<BenchRow[]> {
  const database = await emptyDatabase('bench_queue');
  const db = createDataSource(database.url, [], 2);
  await db.initialize();
  const suite = await startSuite(database.url, { SUITE_PACK: 'telecom' });
  try {
    const agent = await logIn(suite.url, 'agent');
    const [one] = OPENINGS.filter(({ pack, table }) => pack === 'telecom' && table === 'complaints.complaint');
    const first = await ask<{ id: string }>(suite.url, agent.token, one?.path ?? '', one?.body(0));
    await copies(db, first.id, open - 1, closed);
    const rows: BenchRow[] = [];
    for (const [reader, goal] of [
      ['supervisor', true],
      ['agent', false],
      ['vip-clerk', false],
    ] as const) {
      const { token } = await logIn(suite.url, reader);
      const line = await Connection.open(suite.url);
      const times: number[] = [];
      let next = '';
      for (let read = 0; read < READS; read++) {
        const began = performance.now();
        const answer = await line.call({ method: 'GET', path: `${PATH}${next}`, token });
        times.push(performance.now() - began);
        if (answer.status !== 200) throw new Error(`The queue answered ${answer.status}: ${answer.body.toString()}`);
        const page = JSON.parse(answer.body.toString('utf8')) as Queue;
        check(page);
        // One reader pages on, as somebody does who looks for more.
        next = page.page.next && read % 4 > 0 ? `&page[after]=${page.page.next}` : '';
      }
      line.close();
      const name = `queue of ${open} open complaints, page of ${PAGE}, as ${reader}`;
      rows.push(
        { name, value: median(times), unit: 'ms', ...(goal ? { goal: { atMost: 50 } } : {}) },
        { name: `${name}, p99`, value: percentile(times, 0.99), unit: 'ms' },
      );
    }
    return rows;
  } finally {
    await suite.stop();
    await db.destroy();
    await database.close();
  }
}

/** Copies of one that was made through the API: other numbers, priorities and due times. */
async function copies(db: DataSource, id: string, open: number, closed: number): Promise<void> {
  const own = ['id', 'number', 'due_at', 'priority', 'state'];
  const columns = (
    (await db.query(
      `select column_name as name from information_schema.columns
       where table_schema = 'complaints' and table_name = 'complaint' and is_generated = 'NEVER' order by ordinal_position`,
    )) as { name: string }[]
  )
    .map(({ name }) => name)
    .filter((name) => !own.includes(name))
    .join(', ');
  for (const [count, state, mark] of [
    [open, 'registered', 'O'],
    [closed, 'filed', 'C'],
  ] as const) {
    await db.query(
      `insert into complaints.complaint (id, number, due_at, priority, state, ${columns})
       select gen_random_uuid(), '${mark}' || n, ${state === 'filed' ? 'null' : "due_at + (n * 7919 % 40320) * interval '1 minute'"},
         1000 + n * 6151 % 9000, '${state}', ${columns}
       from complaints.complaint, generate_series(1, ${count}) n where id = $1`,
      [id],
    );
  }
  await db.query('vacuum (analyze) complaints.complaint');
}

/** The page is full, open, and in order of priority, then due time; else the time means nothing. */
function check({ data }: Queue): void {
  const keys = data.map(({ priority, dueAt }) => priority * 1e14 + Date.parse(dueAt ?? '9999-01-01'));
  const sorted = keys.every((key, index) => index === 0 || key >= (keys[index - 1] ?? Infinity));
  if (data.length === 0 || !sorted || data.some(({ state }) => state !== 'registered')) {
    throw new Error(`The queue is not what is measured: ${JSON.stringify(data.slice(0, 3))}`);
  }
}
