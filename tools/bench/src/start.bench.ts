/** Start to ready and idle memory of subsets: each module alone, the pairs of issue 3, all seven (PLG-1; "Speed and memory"). */
import { emptyDatabase } from '@bihuan/testing-kit';
import type { BenchRow } from './row';
import { startSuite } from './suite/process';

const MODULES = ['hotline', 'dispatch', 'complaints', 'appeals', 'revisit', 'appraisal', 'reporting'] as const;
const PAIRS = ['hotline,revisit', 'complaints,appeals'] as const;

/** The pack in which a module has something to serve. */
const PACK: Readonly<Record<string, string>> = {
  appeals: 'telecom',
  'complaints,appeals': 'telecom',
  appraisal: 'franchise',
};

/** After this time nothing of the start is going on any more, seconds. */
const SETTLED = 20;

const SECONDS = { atMost: 8 };
const MEMORY = { one: { atMost: 250 }, all: { atMost: 400 } };

/** @param settled seconds until memory is read */
export async function benchStart(settled = SETTLED): Promise<BenchRow[]> {
  const rows: BenchRow[] = [];
  for (const modules of [...MODULES, ...PAIRS, 'all']) rows.push(...(await subset(modules, settled)));
  return rows;
}

async function subset(modules: string, settled: number): Promise<BenchRow[]> {
  const database = await emptyDatabase('bench_start');
  const env = {
    SUITE_PACK: PACK[modules] ?? 'atm-5s4e',
    ...(modules === 'all' ? {} : { SUITE_MODULES: modules }),
  };
  try {
    const began = performance.now();
    // The first start makes the schema and the company.
    await (await startSuite(database.url, env)).stop();
    const first = (performance.now() - began) / 1_000;
    const again = performance.now();
    const suite = await startSuite(database.url, env);
    const seconds = (performance.now() - again) / 1_000;
    try {
      await new Promise((done) => setTimeout(done, settled * 1_000));
      const rss = suite.rss().reduce((sum, one) => sum + one, 0);
      const title = modules === 'all' ? 'all seven modules' : modules.replace(',', ' + ');
      const goal = modules === 'all' ? MEMORY.all : modules.includes(',') ? undefined : MEMORY.one;
      return [
        { name: `${title}: start to ready`, value: seconds, unit: 's', goal: SECONDS },
        { name: `${title}: the first start, with its database`, value: first, unit: 's' },
        { name: `${title}: idle RSS of the suite`, value: rss, unit: 'MB', ...(goal ? { goal } : {}) },
      ];
    } finally {
      await suite.stop();
    }
  } finally {
    await database.close();
  }
}
