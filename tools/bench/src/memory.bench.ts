/** Resident memory of our idle Node processes; PostgreSQL and Chromium are not ours (issue "Speed and memory"). */
import { emptyDatabase } from '@bihuan/testing-kit';
import type { BenchRow } from './row';
import { type Measured, startLauncher, startSuite } from './suite/process';

/** After this time nothing of the start is going on any more, seconds. */
const SETTLED = 20;

/** All seven modules, the launcher counted (issue 3). */
const GOAL = { atMost: 400 };

export async function benchMemory(): Promise<BenchRow[]> {
  const database = await emptyDatabase('bench_memory');
  try {
    return [...(await together(database.url)), ...(await apart(database.url))];
  } finally {
    await database.close();
  }
}

/** As `npm start` leaves it: the launcher and the suite in one process. */
async function together(url: string): Promise<BenchRow[]> {
  const launcher = await startLauncher(url);
  try {
    await settle();
    const all = launcher.rss();
    return [
      { name: 'idle RSS, default start: launcher and suite', value: sum(all), unit: 'MB', goal: GOAL },
      { name: 'idle RSS, default start: the launcher of it', value: all[0] ?? 0, unit: 'MB' },
    ];
  } finally {
    await launcher.stop();
  }
}

async function apart(url: string): Promise<BenchRow[]> {
  const processes: Measured[] = [];
  try {
    for (const role of ['api', 'worker']) processes.push(await startSuite(url, { SUITE_ROLE: role }));
    await settle();
    const [api = 0, worker = 0] = processes.map((process) => sum(process.rss()));
    return [
      { name: 'idle RSS, api and worker apart', value: api + worker, unit: 'MB' },
      { name: 'idle RSS, api', value: api, unit: 'MB' },
      { name: 'idle RSS, worker', value: worker, unit: 'MB' },
    ];
  } finally {
    for (const process of processes) await process.stop();
  }
}

const sum = (all: readonly number[]): number => all.reduce((total, one) => total + one, 0);

const settle = (): Promise<void> => new Promise((done) => setTimeout(done, SETTLED * 1_000));
