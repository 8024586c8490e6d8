/** `GET /api/reporting/indicators/:id`: a month and a quarter by kind × level × channel at a million cases (RPT-8; issue 3). */
import type { DataSource } from 'typeorm';
import { createDataSource } from '@bihuan/database';
import { emptyDatabase } from '@bihuan/testing-kit';
import { Connection } from './load/connection';
import { median, percentile } from './load/statistics';
import type { BenchRow } from './row';
import { ask, logIn } from './suite/officers';
import { startSuite } from './suite/process';

const CASES = 1_000_000;
/** Reads before those that count: a server that was just started is slow for a while. */
const WARM_UP = 30;
const READS = 60;
const BY = ['kind', 'level', 'channel'];
const SPANS = [
  { name: 'month', period: '2026-03', from: '2026-03-01', to: '2026-03-31', goal: 20 },
  { name: 'quarter', period: '2026-Q1', from: '2026-01-01', to: '2026-03-31', goal: 40 },
  { name: 'year', period: '2025', from: '2025-01-01', to: '2025-12-31', goal: 300 },
] as const;

interface Figure {
  readonly numerator: number;
  readonly denominator: number;
  readonly rows: readonly { readonly numerator: number; readonly denominator: number }[];
}

export async function benchReporting(cases = CASES): Promise<BenchRow[]> {
  const database = await emptyDatabase('bench_reporting');
  const db = createDataSource(database.url, [], 2);
  await db.initialize();
  const suite = await startSuite(database.url, { SUITE_PACK: 'telecom', SUITE_MODULES: 'complaints,reporting' });
  try {
    await seed(db, cases);
    const { token } = await logIn(suite.url, 'admin');
    const began = performance.now();
    await ask(suite.url, token, '/api/reporting/rebuild', {});
    const rebuilt = (performance.now() - began) / 1_000;
    await db.query('vacuum (analyze) reporting.cell');
    const rows: BenchRow[] = [{ name: `roll-ups of ${cases} cases made anew`, value: rebuilt, unit: 's' }];
    for (const { name, period, from, to, goal } of SPANS) {
      const address = `/api/reporting/indicators/concluded-on-time?period=${period}&by=${BY.join(',')}`;
      const line = await Connection.open(suite.url);
      const times: number[] = [];
      let figure: Figure | undefined;
      for (let read = -WARM_UP; read < READS; read++) {
        const start = performance.now();
        const answer = await line.call({ method: 'GET', path: address, token });
        if (read >= 0) times.push(performance.now() - start);
        if (answer.status !== 200) throw new Error(`The figure answered ${answer.status}: ${answer.body.toString()}`);
        figure = JSON.parse(answer.body.toString('utf8')) as Figure;
      }
      line.close();
      const plain = await plainSql(db, from, to);
      same(figure, plain.sums);
      const what = `${name} by ${BY.join(' × ')} at ${cases} cases`;
      const value = median(times);
      rows.push(
        { name: `${what}, over HTTP`, value, unit: 'ms', goal: { atMost: goal }, ratio: plain.ms / value },
        { name: `${what}, p99`, value: percentile(times, 0.99), unit: 'ms' },
        { name: `${what}, plain SQL over the rows`, value: plain.ms, unit: 'ms' },
      );
    }
    return rows;
  } finally {
    await suite.stop();
    await db.destroy();
    await database.close();
  }
}

/** Two years of cases: 12 kinds, 4 levels, 8 channels, half of them answered. */
async function seed(db: DataSource, cases: number): Promise<void> {
  await db.query(
    `insert into reporting.fact (case_id, matter, module, kind, number, version, state, open, opened_at, day, hour, dims, measures)
     select gen_random_uuid(), 'complaints.complaint', 'complaints', 'complaint', 'B' || n, 1, 'answered', false,
       day + (n % 24) * interval '1 hour', day::date, n % 24,
       jsonb_build_object('kind', 'kind-' || n * 7919 % 12, 'level', 'level-' || n * 104729 % 4,
         'channel', 'channel-' || n * 1299709 % 8, 'cause', 'cause-' || n % 20, 'unit', null, 'person', null),
       jsonb_build_object('cases', 1, 'counted', 1, 'flow-right', n % 3 % 2, 'concluded', n % 2)
         || case when n % 2 = 0 then '{}' else jsonb_build_object('on-time', n % 5 % 2, 'seconds-to-answer', n % 86400,
              'first-contact-in-time', n % 7 % 2, 'satisfied-at-answer', n % 11 % 2) end
     from (select n, timestamp '2025-01-01' + (n * 730 / ${cases}) * interval '1 day' as day
           from generate_series(0, ${cases - 1}::bigint) n) x`,
  );
  await db.query('vacuum (analyze) reporting.fact');
}

/** The same by hand, the best of three. */
async function plainSql(db: DataSource, from: string, to: string) {
  const times: number[] = [];
  let sums: { numerator: number; denominator: number }[] = [];
  for (let read = 0; read < 3; read++) {
    const began = performance.now();
    sums = (await db.query(
      `select ${BY.map((dim) => `dims ->> '${dim}' as "${dim}"`).join(', ')},
         coalesce(sum((measures ->> 'on-time')::numeric), 0)::int as numerator,
         count(*) filter (where measures ? 'on-time')::int as denominator
       from reporting.fact where matter = 'complaints.complaint' and day between $1 and $2 group by 1, 2, 3`,
      [from, to],
    )) as typeof sums;
    times.push(performance.now() - began);
  }
  return { ms: Math.min(...times), sums };
}

/** The two agree to the digit; else the times mean nothing. */
function same(figure: Figure | undefined, plain: readonly { numerator: number; denominator: number }[]): void {
  const total = (rows: readonly { numerator: number; denominator: number }[]) =>
    rows.reduce((sum, row) => [(sum[0] ?? 0) + row.numerator, (sum[1] ?? 0) + row.denominator], [0, 0]).join(' ÷ ');
  const counted = plain.filter(({ denominator }) => denominator > 0);
  if (!figure || figure.rows.length !== counted.length || total(figure.rows) !== total(plain)) {
    throw new Error(`The roll-up says ${total(figure?.rows ?? [])}, the rows say ${total(plain)}.`);
  }
}
