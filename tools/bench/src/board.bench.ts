/// <reference lib="dom" />
/**
 * The supervisor's live board with ten thousand open clocks in a real browser (DLN-6): first rows, all rows, how soon a
 * change stands on the screen, frames while it is scrolled and while changes pour in, memory, and the server's CPU. The
 * suite runs in a process of its own; what changes is written by another, as a second api process would.
 */
import 'reflect-metadata';
import type { Page } from 'puppeteer-core';
import { Deadlines, type DeadlineOwner } from '@bihuan/alarms';
import { realNow } from '@bihuan/clock';
import { openBrowser, shot, sitDown } from '@bihuan/console-e2e';
import { UnitOfWork } from '@bihuan/database';
import { systemActor, type Subject } from '@bihuan/plugin-kit';
import { readSettings, startSuite as startHere, type RunningSuite } from '@bihuan/server';
import { armClocks, PASSWORD } from '@bihuan/server-e2e';
import { emptyDatabase } from '@bihuan/testing-kit';
import { median, percentile } from './load/statistics';
import type { BenchRow } from './row';
import { startSuite, type Measured } from './suite/process';

const CLOCKS = 10_000;
const DAY = 86_400_000;
const OPENINGS = 5;
const PROBES = 30;
const FLOOD = { perSecond: 50, seconds: 10 };
const QUIET_SECONDS = 10;

const pause = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));

interface Known {
  readonly subject: Subject;
  readonly label: string;
}

export async function benchBoard(): Promise<BenchRow[]> {
  const database = await emptyDatabase('bench_board');
  const here = await startHere(readSettings({ DATABASE_URL: database.url, PORT: '0', SUITE_ROLE: 'api' }));
  const suite = await startSuite(database.url);
  const browser = await openBrowser();
  try {
    await seed(here);
    const known = await late(here);
    const flood = new Flood(here, known.slice(PROBES), await owners(here));
    const page = await sitDown(browser, { url: suite.url, user: 'supervisor', password: PASSWORD });
    await page.evaluateOnNewDocument(watchFrames);
    const rows = await openings(page, suite.url);
    await shot(page, 'bench-board');
    rows.push(...(await changes(here, page, known)));
    rows.push(...(await frames(page, flood)));
    rows.push(...(await memory(page)));
    rows.push(...(await cpu(suite, page, flood)));
    return rows;
  } finally {
    await browser.close();
    await here.close();
    await suite.stop();
    await database.close();
  }
}

/** A tenth late, a tenth warned, the others due within a month: nothing falls due while it is measured. */
async function seed(here: RunningSuite): Promise<void> {
  const start = realNow().getTime();
  await armClocks(
    here,
    CLOCKS,
    (index) => new Date(start + DAY + Math.floor((index / CLOCKS) * 29 * DAY)),
    (index) => `20260918${String(index).padStart(5, '0')}`,
  );
  const work = here.app.get(UnitOfWork);
  for (const [state, sign, from] of [
    ['breached', '-', 0],
    ['warned', '+', 1_000],
  ] as const) {
    await work.query(
      `with chosen as (select id from alarms.deadline order by due_at, id offset $1 limit 1000),
         silent as (delete from alarms.step where deadline_id in (select id from chosen))
       update alarms.deadline d set state = $2, warn_at = $3, warned_at = $3, breached_at = case when $2 = 'breached' then d.due_at end,
         due_at = $3::timestamptz ${sign} interval '2 hours' ${sign} (d.due_at - $3) / 10
       from chosen where d.id = chosen.id`,
      [from, state, realNow()],
    );
  }
  await work.query('analyze alarms.deadline');
}

/** Those at the top of the board, the first due first. */
async function late(here: RunningSuite): Promise<Known[]> {
  const rows = await here.app
    .get(UnitOfWork)
    .query<{ id: string; label: string }>(
      "select subject_id as id, label from alarms.deadline where state = 'breached' order by due_at, id",
    );
  return rows.map(({ id, label }) => ({ subject: { module: 'hotline', kind: 'problem-form', id }, label }));
}

/** Put into each page before it loads: when the first rows stood, gaps between frames, tasks over 50 ms. */
function watchFrames(): void {
  const seen: Seen = { first: 0, gaps: [], tasks: [], keys: [] };
  Object.assign(globalThis, { board: seen });
  new PerformanceObserver((list) => {
    for (const task of list.getEntries()) seen.tasks.push(task.duration);
  }).observe({ type: 'longtask', buffered: true });
  new PerformanceObserver((list) => {
    for (const { name, duration } of list.getEntries()) if (name === 'keydown') seen.keys.push(duration);
  }).observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit);
  let last = performance.now();
  const frame = (now: number): void => {
    seen.gaps.push(now - last);
    last = now;
    if (seen.first === 0 && document.querySelector('tr.bh-open-row')) seen.first = now;
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
}

/** All in milliseconds. */
interface Seen {
  first: number;
  gaps: number[];
  tasks: number[];
  /** From a key to the frame that shows what it did; shorter ones than 16 ms are not told. */
  keys: number[];
}

const seenBy = (page: Page): Promise<Seen> =>
  page.evaluate(() => {
    const { board } = globalThis as unknown as { board: Seen };
    const answer = { ...board };
    [board.gaps, board.tasks, board.keys] = [[], [], []];
    return answer;
  });

async function openings(page: Page, url: string): Promise<BenchRow[]> {
  const [first, all]: [number[], number[]] = [[], []];
  for (let index = 0; index < OPENINGS; index++) {
    await page.goto(`${url}/board`, { waitUntil: 'domcontentloaded' });
    await page.waitForFunction(
      (rows) => document.documentElement.scrollHeight > rows * 35,
      { timeout: 30_000, polling: 'raf' },
      CLOCKS,
    );
    all.push(await page.evaluate(() => performance.now()));
    first.push((await seenBy(page)).first);
  }
  return [
    {
      name: `board of ${CLOCKS}: page loaded and first rows shown, median of ${OPENINGS}`,
      value: median(first),
      unit: 'ms',
      goal: { atMost: 1_000 },
    },
    { name: `all ${CLOCKS} clocks in the page`, value: median(all), unit: 'ms', goal: { atMost: 5_000 } },
  ];
}

/** From the commit of another process to the row on the screen; both clocks are this machine's. */
async function changes(here: RunningSuite, page: Page, known: readonly Known[]): Promise<BenchRow[]> {
  const times: number[] = [];
  for (const [index, { subject, label }] of known.slice(0, PROBES).entries()) {
    await page.waitForFunction(isShown, { polling: 'raf' }, label);
    const gone = page.evaluate(
      (wanted) =>
        new Promise<number>((done) => {
          const look = (): void => {
            const there = [...document.querySelectorAll('.bh-number')].some((cell) => cell.textContent === wanted);
            if (!there) done(performance.timeOrigin + performance.now());
            else requestAnimationFrame(look);
          };
          look();
        }),
      label,
    );
    await here.app
      .get(UnitOfWork)
      .run(systemActor('bench'), (tx) => here.app.get(Deadlines).meet(tx, subject, 'requested-time'));
    const committed = realNow().getTime();
    times.push((await gone) - committed);
    await pause(50 + (index % 7) * 40);
  }
  return [
    { name: 'from the commit of a change to the screen, p50', value: median(times), unit: 'ms' },
    { name: 'the same, longest', value: Math.max(...times), unit: 'ms', goal: { atMost: 1_000 } },
  ];
}

const isShown = (label: string): boolean =>
  [...document.querySelectorAll('.bh-number')].some((cell) => cell.textContent === label);

/** Clocks at the top of the board given from hand to hand, each in a transaction of its own, at an even pace. */
class Flood {
  private done = 0;

  constructor(
    private readonly here: RunningSuite,
    private readonly known: readonly Known[],
    private readonly owners: readonly DeadlineOwner[],
  ) {}

  async pour(): Promise<void> {
    const { perSecond, seconds } = FLOOD;
    const began = performance.now();
    for (let index = 0; index < perSecond * seconds; index++) {
      const { subject } = this.known[(this.done * 7) % this.known.length] as Known;
      const owner = this.owners[this.done % this.owners.length] as DeadlineOwner;
      this.done += 1;
      const { app } = this.here;
      await app
        .get(UnitOfWork)
        .run(systemActor('bench'), (tx) => app.get(Deadlines).changeOwner(tx, subject, 'requested-time', owner));
      await pause(Math.max(0, began + ((index + 1) * 1_000) / perSecond - performance.now()));
    }
    const took = performance.now() - began;
    if (took > seconds * 1_200) throw new Error(`${perSecond} changes a second were too many: it took ${took} ms.`);
  }
}

async function owners(here: RunningSuite): Promise<DeadlineOwner[]> {
  return here.app
    .get(UnitOfWork)
    .query<DeadlineOwner & Record<string, unknown>>(
      'select unit_id as "unitId", id as "employeeId" from org.employee order by staff_number',
    );
}

/** Wheel, arrows, pages and both ends of the list, without a pause. */
async function move(page: Page, seconds: number): Promise<void> {
  const end = performance.now() + seconds * 1_000;
  await page.mouse.move(700, 500);
  await page.focus('tr.bh-open-row');
  while (performance.now() < end) {
    for (let turn = 0; turn < 20; turn++) await page.mouse.wheel({ deltaY: turn < 14 ? 300 : -200 });
    for (let turn = 0; turn < 10; turn++) await page.keyboard.press('ArrowDown');
    for (let turn = 0; turn < 3; turn++) await page.keyboard.press('PageDown');
    await page.keyboard.press('End');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Home');
  }
}

async function frames(page: Page, flood: Flood): Promise<BenchRow[]> {
  const rows: BenchRow[] = [];
  for (const [name, beside] of [
    ['scrolled and walked through', () => Promise.resolve()],
    [`the same, with ${FLOOD.perSecond} changes a second`, () => flood.pour()],
  ] as const) {
    await page.evaluate(() => scrollTo(0, 0));
    await pause(1_000);
    await seenBy(page);
    await Promise.all([move(page, FLOOD.seconds), beside()]);
    const { gaps, tasks, keys } = await seenBy(page);
    rows.push(
      { name: `${name}: longest gap between frames`, value: Math.max(...gaps), unit: 'ms', goal: { atMost: 100 } },
      { name: `${name}: gap between frames, p99`, value: percentile(gaps, 0.99), unit: 'ms' },
      { name: `${name}: tasks over 50 ms`, value: tasks.length, unit: '' },
      { name: `${name}: longest task`, value: Math.max(0, ...tasks), unit: 'ms', goal: { atMost: 100 } },
      {
        name: `${name}: longest from a key to its frame`,
        value: Math.max(0, ...keys),
        unit: 'ms',
        goal: { atMost: 200 },
      },
    );
  }
  return rows;
}

async function memory(page: Page): Promise<BenchRow[]> {
  const devtools = await page.createCDPSession();
  await devtools.send('HeapProfiler.collectGarbage');
  await devtools.detach();
  const { JSHeapUsedSize = 0, Nodes = 0 } = await page.metrics();
  return [
    { name: `heap of the page with ${CLOCKS} clocks`, value: JSHeapUsedSize / 1e6, unit: 'MB', goal: { atMost: 100 } },
    { name: 'nodes of the document', value: Nodes, unit: '' },
  ];
}

/** What the suite's process needs of a processor, with the board open and without. */
async function cpu(suite: Measured, page: Page, flood: Flood): Promise<BenchRow[]> {
  const share = async (seconds: number, run: () => Promise<unknown>): Promise<number> => {
    const before = suite.cpu();
    await run();
    return ((suite.cpu() - before) * 1_000) / seconds;
  };
  const idle = await share(QUIET_SECONDS, () => pause(QUIET_SECONDS * 1_000));
  const open = await share(FLOOD.seconds, () => flood.pour());
  await page.goto('about:blank');
  await pause(2_000);
  const quiet = await share(QUIET_SECONDS, () => pause(QUIET_SECONDS * 1_000));
  const closed = await share(FLOOD.seconds, () => flood.pour());
  const flooded = `${FLOOD.perSecond} changes a second`;
  return [
    { name: 'server CPU a second, board open, nothing changes', value: idle, unit: 'ms', goal: { atMost: 30 } },
    { name: 'the same, no board open', value: quiet, unit: 'ms' },
    { name: `server CPU a second, board open, ${flooded}`, value: open, unit: 'ms' },
    { name: 'the same, no board open', value: closed, unit: 'ms' },
    { name: `of it for the board, ${flooded}`, value: open - closed, unit: 'ms', goal: { atMost: 100 } },
  ];
}
