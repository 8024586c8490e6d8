/**
 * Processes killed in the middle of a batch of forms and of papers at the printer: each form is filed once, none is
 * lost, progress never goes back, and the printer prints each paper once (FRM-5, FRM-6; reliability.md R19).
 */
import { readdirSync, readFileSync } from 'node:fs';
import type { DataSource } from 'typeorm';
import type { RunningSuite } from '@bihuan/server';
import { readSettings, startSuite } from '@bihuan/server';
import { emptyDatabase, ippPrinter, readPdf, type TestDatabase, pause, until, tell } from '@bihuan/testing-kit';
import { lookInto } from '../support/archive';
import { makeForm } from '../support/hotline';
import type { Json, Person } from '../support/suite';
import { logIn } from '../support/suite';
import { amount } from './support/amount';
import { SuiteProcess } from './support/process';

jest.setTimeout(1_200_000);

const FORMS = amount(500, 150);
/** Chunks of fifty are what is filed together. */
const KILLS = amount(20, 2);

let database: TestDatabase;
let db: DataSource;
let api: RunningSuite;
let agent: Person;
let env: Record<string, string>;

beforeAll(async () => {
  database = await emptyDatabase('faults');
  env = { DATABASE_URL: database.url, SUITE_ROLE: 'worker' };
  api = await startSuite(readSettings({ DATABASE_URL: database.url, PORT: '0', SUITE_ROLE: 'api' }));
  db = await lookInto(database.url);
  agent = await logIn(api.url, 'agent');
});
afterAll(async () => {
  await db.destroy();
  await api.close();
  await database.close();
});

const count = async (sql: string) =>
  ((await db.query(`select count(*)::int as n ${sql}`)) as { n: number }[])[0]?.n ?? 0;

/** Browsers that a process started. */
function browsersOf(pid: number): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((child) => {
      try {
        const parent = / (\d+) /.exec(
          readFileSync(`/proc/${child}/stat`, 'utf8').split(') ').at(-1)?.slice(1) ?? '',
        )?.[1];
        return Number(parent) === pid && readFileSync(`/proc/${child}/cmdline`, 'utf8').includes('--headless');
      } catch {
        return false;
      }
    });
}

/** The latest lease on open work, as text; null where nobody holds any. */
async function lease(table: string, column: string): Promise<string | null> {
  const [row] = (await db.query(`select max(${column})::text as lease from ${table} where ${column} is not null`)) as {
    lease: string | null;
  }[];
  return row?.lease ?? null;
}

/**
 * Waits until somebody is at work whose lease is not that of the dead. Nothing helps along: what the dead held is free
 * when its lease has really run out. Answers how long it took, milliseconds.
 */
async function takenUp(held: () => Promise<string | null>, dead: string | null, over: () => Promise<boolean>) {
  const start = performance.now();
  const isTaken = async () => {
    const now = await held();
    return (now !== null && now !== dead) || (await over());
  };
  await until('somebody takes the work up', isTaken, 60);
  return performance.now() - start;
}

it('FRM-5 R19 a batch outlives its worker and its browser killed in the middle: each form filed once, progress only forward', async () => {
  const forms: Json[] = [];
  for (let made = 0; made < 10; made++) forms.push(await makeForm(agent));
  const subjects = forms.map(({ id }) => `hotline:problem-form:${String(id)}`);
  const items = Array.from({ length: FORMS }, (_none, index) => ({
    subject: subjects[index % subjects.length],
    formCode: 'problem-form',
  }));
  let worker = await SuiteProcess.start(env);
  const ordered = await agent.do('/forms/print-jobs', { items });
  const seen: number[] = [0];
  const progress = async () => {
    const { body } = await agent.get(`/forms/print-jobs/${String(ordered['id'])}`);
    seen.push(Number(body['done']));
    return body;
  };
  let [workers, browsers, longest] = [0, 0, 0];
  const start = performance.now();
  const held = () => lease('forms.print_job', 'lease_until');
  const over = async () => (await progress())['state'] === 'done';
  for (let dead: string | null = null; workers + browsers < KILLS;) {
    longest = Math.max(longest, await takenUp(held, dead, over));
    if (await over()) break;
    // In the middle of a chunk, each time somewhere else.
    await pause(50 + ((workers + browsers) % 5) * 60);
    const found = browsersOf(worker.pid);
    if ((workers + browsers) % 2 === 1 && found[0] !== undefined) {
      process.kill(found[0], 'SIGKILL');
      browsers++;
      continue;
    }
    await worker.kill();
    workers++;
    dead = await held();
    worker = await SuiteProcess.start(env);
  }
  try {
    await until('the batch', over, 60);
  } finally {
    await worker.stop();
  }
  const done = await progress();
  expect(done).toMatchObject({ state: 'done', done: FORMS, total: FORMS, error: null });
  expect(new Set(done['parts'] as string[]).size).toBe(FORMS);
  expect(await count('from forms.print')).toBe(FORMS);
  expect(await count("from audit.entry where action in ('form-printed', 'form-reprinted')")).toBe(FORMS);
  // Each record's copy was counted as often as it was printed.
  expect(await count(`from forms.print_count where count = ${FORMS / 10}`)).toBe(10);
  expect(seen).toEqual([...seen].sort((one, other) => one - other));
  expect(workers).toBeGreaterThan(0);
  const last = await readPdf((await agent.pdf(String((done['parts'] as string[]).at(-1)))).bytes);
  expect(last[0]?.text).toContain(String(forms.at(-1)?.['number']));
  tell({
    forms: FORMS,
    workers,
    browsers,
    longestWithoutWorkerMs: Math.round(longest),
    lost: 0,
    double: 0,
    ms: Math.round(performance.now() - start),
  });
});

it('FRM-6 R4 papers outlive the worker killed while it talks to the printer; each is printed once', async () => {
  const printer = await ippPrinter();
  if (typeof printer === 'string') return void process.stderr.write(`${printer}\n`);
  try {
    const admin = await logIn(api.url, 'admin');
    const { unitId } = (await agent.get('/auth/me')).body['user'] as { unitId: string };
    const made = await admin.do('/forms/printers', { name: '热线', url: printer.url, unitId });
    const form = await makeForm(agent);
    const papers = amount(40, 6);
    // Each takes the printer a while, so that kills fall between.
    printer.onPaper('sleep 0.2');
    const address = `/hotline/problem-forms/${String(form['id'])}/forms/problem-form/prints`;
    const sendings: Json[] = [];
    let worker = await SuiteProcess.start(env);
    for (let sent = 0; sent < papers; sent++) {
      sendings.push((await agent.do(address, { printer: made['id'] }))['sending'] as Json);
    }
    let [kills, longest] = [0, 0];
    const held = () => lease('forms.sending', 'leased_until');
    const over = () => count("from forms.sending where state in ('waiting', 'printing')").then((open) => open === 0);
    for (let dead: string | null = null; kills < KILLS; kills++) {
      longest = Math.max(longest, await takenUp(held, dead, over));
      if (await over()) break;
      await worker.kill();
      dead = await held();
      worker = await SuiteProcess.start(env);
    }
    try {
      await until('all papers', over, 60);
    } finally {
      await worker.stop();
    }
    expect(kills).toBeGreaterThan(0);
    expect(await count("from forms.sending where state = 'done'")).toBe(papers);
    const names = printer.papers().map(({ name }) => name);
    expect(names.sort()).toEqual(sendings.map(({ id }) => `bihuan-${String(id)}`).sort());
    tell({ papers, kills, longestWithoutWorkerMs: Math.round(longest), lost: 0, double: 0 });
  } finally {
    await printer.close();
  }
});
