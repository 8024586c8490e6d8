/**
 * Forms through the real server — read, rendered, stamped, cut, encrypted, filed, counted, audited — and in the same
 * rounds the usual ways to such a paper, which only draw it (issue 4, "Speed and memory"; performance.md §1, §6).
 */
import { createDataSource } from '@bihuan/database';
import { emptyDatabase } from '@bihuan/testing-kit';
import { median, percentile } from './load/statistics';
import { browserPerForm } from './papers/browser-per-form.peer';
import { isMissing, type Missing, type Peer, type Sheet } from './papers/peer';
import { pdfmake } from './papers/pdfmake.peer';
import { blindTo, type Reader, readers } from './papers/readers';
import { wkhtmltopdf } from './papers/wkhtmltopdf.peer';
import type { BenchRow } from './row';
import { drain } from './suite/drain';
import { logIn } from './suite/officers';
import { type Measured, startSuite } from './suite/process';
import { type Order, Sheets } from './suite/sheets';

/** 2,000 forms in all. */
const ROUNDS = 5;
const SINGLES = 50;
const PAIRS = 100;
const BATCH = 50;
const BATCHES = 5;
const A_ROUND = SINGLES + PAIRS + BATCH * BATCHES;
/** The browser starts with the first form. */
const WARM_UP = 2 * BATCH;

/** Between two looks at the browser's memory, milliseconds. */
const LOOK = 250;

const WORDS = ['用户', '㙍'] as const;

interface Round {
  readonly times: readonly number[];
  readonly pairs: number;
  /** Forms a second of each batch. */
  readonly batches: readonly number[];
  /** CPU a form of the batches, milliseconds. */
  readonly serverCpu: number;
  readonly browserCpu: number;
  /** Bytes of the largest form filed alone, and a form of the batch for the printer. */
  readonly alone: number;
  readonly inBatch: number;
  /** Milliseconds until the batch for the printer was there. */
  readonly joined: number;
  /** Readers that do not find the words in the form alone, or in the batch. */
  readonly blind: readonly string[];
}

/** In a database of its own on the server of TEST_DATABASE_URL. */
export async function benchPrint(rounds = ROUNDS): Promise<BenchRow[]> {
  const database = await emptyDatabase('bench_print');
  const peers = [await browserPerForm(true), await browserPerForm(false), await wkhtmltopdf(), await pdfmake()];
  const reading = await readers();
  const db = createDataSource(database.url, [], 1);
  await db.initialize();
  let suite: Measured | undefined;
  try {
    suite = await startSuite(database.url, { SUITE_PACK: 'atm-5s4e' });
    const sheets = new Sheets(suite.url, await logIn(suite.url, 'agent'));
    await sheets.batch(await sheets.open(WARM_UP));
    const watch = watchBrowser(suite);
    const done: Round[] = [];
    const beside = peers.map((): Beside => ({ single: [], batch: [] }));
    const memory: number[] = [];
    for (let number = 0; number < rounds; number++) {
      const orders = await sheets.open(A_ROUND);
      await drain(db);
      done.push(await round(suite, sheets, orders, reading));
      memory.push(suite.browser().rss);
      const [few, many] = [
        await sheets.forPeers(await sheets.open(2)),
        await sheets.forPeers(await sheets.open(BATCH)),
      ];
      for (const [index, peer] of peers.entries()) {
        if (!isMissing(peer)) await measure(peer, few, many, beside[index] as Beside);
      }
    }
    const browser = watch.stop();
    return [
      ...ownRows(done, reading),
      ...memoryRows(rounds * A_ROUND, memory, browser),
      { name: 'server itself after that', value: suite.rss()[0] ?? 0, unit: 'MB' },
      ...peers.flatMap((peer, index) => peerRows(peer, beside[index] as Beside, done)),
    ];
  } finally {
    for (const peer of peers) if (!isMissing(peer)) await peer.close();
    await suite?.stop();
    await db.destroy();
    await database.close();
  }
}

async function round(
  suite: Measured,
  sheets: Sheets,
  orders: readonly Order[],
  reading: readonly (Reader | Missing)[],
): Promise<Round> {
  let from = 0;
  const next = (count: number): readonly Order[] => orders.slice(from, (from += count));
  const single = await sheets.single(next(SINGLES), 1);
  const pairs = await sheets.single(next(PAIRS), 2);
  const before = { server: suite.cpu(), browser: suite.browser().cpu };
  const batches: number[] = [];
  let url: string | null = null;
  for (let batch = 0; batch < BATCHES; batch++) {
    const some = next(BATCH);
    const start = performance.now();
    url = (await sheets.batch(some)).url;
    batches.push((BATCH * 1_000) / (performance.now() - start));
  }
  const forms = BATCH * BATCHES;
  const serverCpu = ((suite.cpu() - before.server) * 1_000) / forms;
  const browserCpu = ((suite.browser().cpu - before.browser) * 1_000) / forms;
  const start = performance.now();
  const whole = await sheets.get(url ?? '');
  const joined = performance.now() - start;
  const alone = await Promise.all(single.prints.map((print) => sheets.get(print)));
  const blind = await Promise.all([alone[0] as Buffer, whole].map((pdf) => blindTo(reading, pdf, WORDS)));
  return {
    times: single.times,
    pairs: pairs.rate,
    batches,
    serverCpu,
    browserCpu,
    alone: Math.max(...alone.map(({ length }) => length)),
    inBatch: whole.length / BATCH,
    joined,
    blind: blind.flat(),
  };
}

interface Beside {
  /** Milliseconds a form. */
  readonly single: number[];
  /** Forms a second. */
  readonly batch: number[];
}

async function measure(peer: Peer, few: readonly Sheet[], many: readonly Sheet[], to: Beside): Promise<void> {
  for (const sheet of few) to.single.push(await timed(() => peer.print([sheet])));
  if (peer.batch) to.batch.push((many.length * 1_000) / (await timed(() => peer.print(many))));
}

async function timed(work: () => Promise<Uint8Array>): Promise<number> {
  const start = performance.now();
  const pdf = await work();
  if (Buffer.from(pdf.subarray(0, 5)).toString('latin1') !== '%PDF-') throw new Error('A peer made no PDF.');
  return performance.now() - start;
}

/** The browser's memory at its highest, and how many browsers there were. */
function watchBrowser(suite: Measured): { stop(): { readonly highest: number; readonly browsers: number } } {
  let highest = 0;
  const browsers = new Set<number>();
  const look = (): void => {
    const { pid, rss } = suite.browser();
    if (pid > 0) browsers.add(pid);
    highest = Math.max(highest, rss);
  };
  const timer = setInterval(look, LOOK);
  return {
    stop: () => {
      clearInterval(timer);
      look();
      return { highest, browsers: browsers.size };
    },
  };
}

const over = (rounds: readonly Round[], of: (one: Round) => number): number => median(rounds.map(of));

function ownRows(rounds: readonly Round[], reading: readonly (Reader | Missing)[]): BenchRow[] {
  const times = rounds.flatMap((one) => one.times);
  const batches = rounds.flatMap((one) => one.batches);
  const able = reading.filter((one) => !isMissing(one));
  const blind = new Set(rounds.flatMap((one) => one.blind));
  const names = reading.map((one) => (isMissing(one) ? `${one.name} not to be had: ${one.reason}` : one.name));
  return [
    { name: 'form of two copies, printed and filed, p50', value: median(times), unit: 'ms', goal: { atMost: 40 } },
    { name: 'the same, p99', value: percentile(times, 0.99), unit: 'ms' },
    {
      name: 'the same, two at a time',
      value: over(rounds, (one) => one.pairs),
      unit: 'forms/s',
      goal: { atLeast: 40 },
    },
    {
      name: `batch of ${BATCH}, printed, cut and filed, p50 of ${batches.length}`,
      value: median(batches),
      unit: 'forms/s',
      goal: { atLeast: 110 },
    },
    { name: 'the same, slowest batch', value: Math.min(...batches), unit: 'forms/s' },
    { name: 'the same, CPU of the server a form', value: over(rounds, (one) => one.serverCpu), unit: 'ms' },
    { name: 'the same, CPU of the browser a form', value: over(rounds, (one) => one.browserCpu), unit: 'ms' },
    {
      name: 'form alone, largest',
      value: Math.max(...rounds.map((one) => one.alone)) / 1_000,
      unit: 'KB',
      goal: { atMost: 60 },
    },
    {
      name: `batch of ${BATCH} in one PDF for the printer, a form`,
      value: Math.max(...rounds.map((one) => one.inBatch)) / 1_000,
      unit: 'KB',
      goal: { atMost: 8 },
    },
    { name: 'the same, time to get it', value: over(rounds, (one) => one.joined), unit: 'ms' },
    {
      name: `readers that find ${WORDS.join(' and ')} in every text (${names.join(', ')})`,
      value: able.length - blind.size,
      unit: `of ${able.length}`,
      goal: { atLeast: able.length },
    },
  ];
}

function memoryRows(
  forms: number,
  after: readonly number[],
  { highest, browsers }: { readonly highest: number; readonly browsers: number },
): BenchRow[] {
  return [
    { name: `browser, all processes, highest in ${forms} forms`, value: highest, unit: 'MB', goal: { atMost: 1_200 } },
    { name: `the same after ${A_ROUND} forms`, value: after[0] ?? 0, unit: 'MB' },
    { name: `the same after ${forms} forms`, value: after.at(-1) ?? 0, unit: 'MB' },
    { name: 'browsers started for them', value: browsers, unit: '', goal: { atMost: 1 } },
  ];
}

/** A peer's own figures, with how many times ours is as fast. */
function peerRows(peer: Peer | Missing, { single, batch }: Beside, rounds: readonly Round[]): BenchRow[] {
  if (isMissing(peer)) return [{ name: `${peer.name}: not to be had here (${peer.reason})`, value: 0, unit: '' }];
  const own = median(rounds.flatMap((one) => one.times));
  const rows: BenchRow[] = [
    {
      name: `${peer.name}: one form, p50; ours is so many times as fast`,
      value: median(single),
      unit: 'ms',
      ratio: median(single) / own,
    },
  ];
  if (batch.length > 0) {
    const ours = median(rounds.flatMap((one) => one.batches));
    rows.push({
      name: `${peer.name}: ${BATCH} in one document; the same`,
      value: median(batch),
      unit: 'forms/s',
      ratio: ours / median(batch),
    });
  }
  return rows;
}
