/**
 * A month of 500 people scored (issue "Speed and memory"): the month is closed with its sample drawn, the records are
 * frozen on every sheet and all of them are added up; beside it what people do with them over HTTP.
 */
import type { DataSource } from 'typeorm';
import { createDataSource } from '@bihuan/database';
import { emptyDatabase } from '@bihuan/testing-kit';
import { type CallOptions, Connection } from './load/connection';
import { drive, each } from './load/drive';
import type { BenchRow } from './row';
import { type Appraised, seedMonth } from './suite/month';
import { logIn, type Officer } from './suite/officers';
import { startSuite } from './suite/process';

const PEOPLE = 500;
const CONNECTIONS = 8;
const MONTH = '2026-09';

/** Six items of the franchise sheet are the head's; records and calls tell the others. */
const HEAD = Object.entries({
  initiative: 12,
  responsibility: 8,
  'service-awareness': 8,
  communication: 12,
  learning: 8,
  'team-spirit': 8,
}).map(([item, points]) => ({ item, points }));

interface Line {
  readonly id: string;
  readonly employeeId: string;
  readonly state: string;
  readonly total: number | null;
}

/** In a database of its own on the server of TEST_DATABASE_URL, which is dropped afterwards. */
export async function benchAppraisal(people = PEOPLE): Promise<BenchRow[]> {
  const database = await emptyDatabase('bench_appraisal');
  const db = createDataSource(database.url, [], 2);
  await db.initialize();
  const suite = await startSuite(database.url, {
    SUITE_PACK: 'franchise',
    SUITE_MODULES: 'appraisal',
    SUITE_CLOCK: 'manual',
    SUITE_CLOCK_START: '2026-09-20T09:00:00+08:00',
  });
  try {
    return await measure(suite.url, db, people);
  } finally {
    await suite.stop();
    await db.destroy();
    await database.close();
  }
}

async function measure(url: string, db: DataSource, people: number): Promise<BenchRow[]> {
  const [admin, head, hr] = await Promise.all([logIn(url, 'admin'), logIn(url, 'service-manager'), logIn(url, 'hr')]);
  const clock = (to: string) => timed(() => call(url, admin, 'PUT', '/api/clock', { now: `${to}:00+08:00` }));
  const appraised = await seedMonth(db, people);
  await clock('2026-09-20T10:00');
  const closed = await clock('2026-10-01T00:10');
  await db.query("update appraisal.sample set state = 'reached', good = true, at = requested_at");
  const load = (requests: readonly CallOptions[]) =>
    drive({ url, connections: CONNECTIONS, expect: 200, next: each(requests) });
  const ids = new Map((await sheets(url, hr)).map(({ employeeId, id }) => [employeeId, id]));
  const of = ({ employeeId }: Appraised, act: string) => `/api/appraisal/sheets/${ids.get(employeeId) ?? ''}/${act}`;
  const rating = await load(appraised.map((each) => post(each, of(each, 'self-score'), { items: HEAD })));
  const scoring = await load(appraised.map((each) => post(head, of(each, 'head-score'), { items: HEAD })));
  const frozen = await clock('2026-10-09T00:10');
  const summed = await timed(() => sheets(url, hr));
  const complete = summed.value.filter(({ state, total }) => state === 'head-scored' && total !== null);
  if (complete.length !== people) throw new Error(`${complete.length} of ${people} sheets have a total.`);
  const releasing = await load(complete.map(({ id }) => post(hr, `/api/appraisal/sheets/${id}/release`, {})));
  const file = await timed(() => call(url, hr, 'GET', `/api/appraisal/periods/${MONTH}/hr-file?format=xlsx`));
  return [
    {
      name: `month of ${people} people scored`,
      value: people / scoring.rate + frozen.seconds + summed.seconds,
      unit: 's',
      goal: { atMost: 10 },
    },
    { name: 'sheets scored by the head', value: scoring.rate, unit: '/s' },
    { name: 'records frozen on every sheet', value: frozen.seconds, unit: 's' },
    { name: 'all sheets added up and listed', value: summed.seconds, unit: 's' },
    { name: 'month closed, clocks armed, sample drawn', value: closed.seconds, unit: 's' },
    { name: 'sheets scored by their people', value: rating.rate, unit: '/s' },
    { name: 'sheets released', value: releasing.rate, unit: '/s' },
    { name: 'file for HR, XLSX', value: file.seconds, unit: 's' },
  ];
}

const post = ({ token }: Pick<Officer, 'token'>, path: string, body: object) =>
  ({ method: 'POST', path, token, body }) as const;

async function timed<T>(work: () => Promise<T>): Promise<{ readonly seconds: number; readonly value: T }> {
  const start = performance.now();
  const value = await work();
  return { seconds: (performance.now() - start) / 1_000, value };
}

async function sheets(url: string, reader: Officer): Promise<Line[]> {
  const all: Line[] = [];
  for (let next: string | undefined = ''; next !== undefined;) {
    const after: string = next ? `&page[after]=${next}` : '';
    const path = `/api/appraisal/periods/${MONTH}/sheets?page[size]=200${after}`;
    const page = JSON.parse((await call(url, reader, 'GET', path)).toString('utf8')) as {
      readonly data: readonly Line[];
      readonly page: { readonly next?: string };
    };
    all.push(...page.data);
    next = page.page.next;
  }
  return all;
}

async function call(url: string, who: Officer, method: 'GET' | 'PUT', path: string, body?: object): Promise<Buffer> {
  const line = await Connection.open(url);
  try {
    const answer = await line.call({ method, path, token: who.token, ...(body ? { body } : {}) });
    if (answer.status >= 300) throw new Error(`${method} ${path} answered ${answer.status}: ${answer.body.toString()}`);
    return answer.body;
  } finally {
    line.close();
  }
}
