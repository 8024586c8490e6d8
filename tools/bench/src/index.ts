/**
 * `npm run bench`: measures what issue "Speed and memory" sets as goals, on the durable PostgreSQL of DATABASE_URL, in
 * databases of its own. `npm run bench -- calendar list` measures only those.
 */
import { Client } from 'pg';
import { realNow } from '@bihuan/clock';
import { benchAppraisal } from './appraisal.bench';
import { benchBoard } from './board.bench';
import { benchCalendar } from './calendar.bench';
import { benchCreate } from './create.bench';
import { benchCustomers } from './customers.bench';
import { benchDeadlines } from './deadlines.bench';
import { benchEvents } from './events.bench';
import { benchForms } from './forms.bench';
import { benchList } from './list.bench';
import { benchMemory } from './memory.bench';
import { benchOpening } from './opening.bench';
import { benchPrint } from './print.bench';
import { benchQueue } from './queue.bench';
import { benchReporting } from './reporting.bench';
import { machine, presentLoad, table, writeReport } from './report';
import type { BenchRow } from './row';
import { benchStart } from './start.bench';

/** The idle ones first: a machine that was just busy is slower for a while. */
const BENCHES: Readonly<Record<string, () => BenchRow[] | Promise<BenchRow[]>>> = {
  calendar: benchCalendar,
  memory: benchMemory,
  start: () => benchStart(),
  create: () => benchCreate(),
  opening: () => benchOpening(),
  deadlines: () => benchDeadlines(),
  board: () => benchBoard(),
  events: () => benchEvents(),
  queue: () => benchQueue(),
  forms: benchForms,
  print: benchPrint,
  list: () => benchList(),
  customers: () => benchCustomers(),
  appraisal: () => benchAppraisal(),
  reporting: () => benchReporting(),
};

const OUT = 'out/bench.json';

async function main(wanted: readonly string[]): Promise<void> {
  const unknown = wanted.filter((name) => !(name in BENCHES));
  if (unknown.length > 0)
    throw new Error(`No bench "${unknown.join()}"; there are ${Object.keys(BENCHES).join(', ')}.`);
  const server = process.env['DATABASE_URL'];
  if (!server) throw new Error('DATABASE_URL is not set: start the bench by "npm run bench".');
  process.env['TEST_DATABASE_URL'] = server;
  const postgres = await checkServer(server);
  const before = presentLoad();
  const rows: BenchRow[] = [];
  for (const name of wanted.length > 0 ? wanted : Object.keys(BENCHES)) {
    process.stdout.write(`▸ ${name}\n`);
    const measured = (await BENCHES[name]?.()) ?? [];
    rows.push(...measured);
    process.stdout.write(`${table(measured)}\n\n`);
  }
  writeReport(OUT, realNow(), machine(postgres, before), rows);
  process.stdout.write(`${table(rows)}\n\n→ ${OUT}\n`);
}

/** Its version; a server that does not wait for the disk would flatter every figure. */
async function checkServer(url: string): Promise<string> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const setting = async (name: string): Promise<string> =>
      ((await client.query(`show ${name}`)).rows[0] as Record<string, string>)[name] ?? '';
    for (const name of ['fsync', 'synchronous_commit', 'full_page_writes']) {
      if ((await setting(name)) !== 'on') throw new Error(`PostgreSQL is not durable: ${name} is off.`);
    }
    return await setting('server_version');
  } finally {
    await client.end();
  }
}

main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = 1;
});
