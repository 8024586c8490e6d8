/** Two thousand timers due in one second: each once, none early; how late, and what the API feels of it, is told (DLN-2; R14). */
import { readSettings, startSuite } from '@bihuan/server';
import { emptyDatabase, until, tell } from '@bihuan/testing-kit';
import { lookInto } from '../support/archive';
import { amount } from './support/amount';
import { armSpread, missing, outcome } from './support/clocks';
import { Caller } from './support/people';
import { SuiteProcess } from './support/process';

jest.setTimeout(600_000);

/** Each clock has four steps. */
const CLOCKS = amount(500, 100);
const BEFORE = amount(20, 6);

/** Times of reads one after another, milliseconds. */
async function reads(read: () => Promise<unknown>, isOver: () => boolean): Promise<number[]> {
  const times: number[] = [];
  while (!isOver()) {
    const began = performance.now();
    await read();
    times.push(performance.now() - began);
  }
  return times.sort((a, b) => a - b);
}

const p99 = (times: readonly number[]): number => Math.round(times[Math.floor(times.length * 0.99)] ?? 0);

it('DLN-2 R14 timers due in one second come once each, none early; lateness and the API beside them are told', async () => {
  const database = await emptyDatabase('faults');
  const db = await lookInto(database.url);
  const suite = await SuiteProcess.start({ DATABASE_URL: database.url });
  const api = await startSuite(readSettings({ DATABASE_URL: database.url, PORT: '0', SUITE_ROLE: 'api' }));
  try {
    const agent = await Caller.logIn(suite.url, 'agent');
    const read = () => agent.once(suite.url, '/hotline/contacts?page[size]=20');
    await armSpread(api, { count: CLOCKS, from: BEFORE, until: BEFORE });
    const began = performance.now();
    const idle = await reads(read, () => performance.now() - began > (BEFORE - 3) * 1_000);
    let done = false;
    const stormy = reads(read, () => done);
    await until('every step', async () => (await outcome(db)).done === 4 * CLOCKS, 120);
    done = true;
    const seen = await outcome(db);
    const storm = await stormy;
    tell({ ...seen, 'API p99 idle, ms': p99(idle), 'API p99 in the storm, ms': p99(storm) });
    expect(seen).toMatchObject({ due: 4 * CLOCKS, done: 4 * CLOCKS, lost: 0, early: 0, duplicates: 0 });
    expect(await missing(db)).toBe(0);
  } finally {
    await suite.kill();
    await api.close();
    await db.destroy();
    await database.close();
  }
});
