/**
 * Steps and events whose handlers kill the process that runs them, among others that do not: each of them is parked after
 * five deaths and stands in the list with the reason, all others come once, and sent again by a process that bears it, it
 * is done (DLN-2, EVT-1; R15).
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import { realNow } from '@bihuan/clock';
import { readSettings, startSuite } from '@bihuan/server';
import { emptyDatabase, tell, until } from '@bihuan/testing-kit';
import { lookInto } from '../support/archive';
import { makeForm } from '../support/hotline';
import { logIn } from '../support/suite';
import { amount } from './support/amount';
import { SuiteProcess } from './support/process';

jest.setTimeout(1_800_000);

const DEADLY = amount(5, 1);
const FORMS = amount(100, 12);
const TRIES = 5;
const SUBSCRIBER = 'reporting.on-hotline-contact-changed';

/** A worker, started again whenever it dies. */
class Revived {
  deaths = 0;
  private process: SuiteProcess | undefined;
  private over = false;
  private readonly living: Promise<void>;

  constructor(private readonly env: Readonly<Record<string, string>>) {
    this.living = this.live();
  }

  async stop(): Promise<void> {
    this.over = true;
    await this.process?.kill();
    await this.living;
  }

  private async live(): Promise<void> {
    while (!this.over) {
      // It may die before it says that it is ready.
      this.process = await SuiteProcess.start(this.env).catch(() => undefined);
      if (this.over) await this.process?.kill();
      await this.process?.ended;
      if (!this.over) this.deaths += 1;
    }
  }
}

interface Standing {
  readonly parkedSteps: number;
  readonly parkedEvents: number;
  /** Not parked and not done, but for what waits behind a parked event of its own subject. */
  readonly open: number;
}

async function standing(db: DataSource): Promise<Standing> {
  const [row] = (await db.query(
    `select (select count(*) from alarms.step where key = 'deadly' and state = 'parked')::int as "parkedSteps",
       (select count(*) from outbox.delivery where state = 'parked')::int as "parkedEvents",
       (select count(*) from alarms.step where key = 'deadly' and state = 'armed')::int
         + (select count(*) from outbox.event where not relayed)::int
         + (select count(*) from outbox.delivery d where d.state = 'pending' and not exists (
             select 1 from outbox.delivery b where b.state = 'parked' and b.subscriber = d.subscriber
               and b.subject_id = d.subject_id and b.event_seq < d.event_seq))::int as open`,
  )) as Standing[];
  return row as Standing;
}

it('DLN-2 EVT-1 R15 steps and events that kill their process are parked, all others come once', async () => {
  const database = await emptyDatabase('faults');
  const folder = await mkdtemp(join(tmpdir(), 'bihuan-killers-'));
  const db = await lookInto(database.url);
  const api = await startSuite(readSettings({ DATABASE_URL: database.url, PORT: '0', SUITE_ROLE: 'api' }));
  const file = join(folder, 'deadly');
  const env = {
    DATABASE_URL: database.url,
    SUITE_ROLE: 'worker',
    NODE_OPTIONS: `--require ${join(__dirname, 'support/killer.cjs')}`,
    FAULTS_DEADLY: file,
  };
  const workers: Revived[] = [];
  try {
    const [agent, admin] = [await logIn(api.url, 'agent'), await logIn(api.url, 'admin')];
    const forms: string[] = [];
    for (let made = 0; made < FORMS; made++) forms.push(String((await makeForm(agent))['id']));
    // A step that calls the room is due for each of them.
    await db.query(
      `with one as (
         update alarms.deadline set terms = jsonb_set(terms, '{steps}', terms -> 'steps' || $3::jsonb)
         where id in (select distinct on (subject_id) id from alarms.deadline where subject_id = any($1::uuid[]))
         returning id, round)
       insert into alarms.step (deadline_id, round, key, n, rank, action, at, next_at, state)
       select id, round, 'deadly', 0, 9, 'hotline.chase', $2::timestamptz, $2, 'armed' from one`,
      [forms, realNow(), JSON.stringify([{ key: 'deadly', at: { share: 1 }, action: 'hotline.chase' }])],
    );
    const contacts = (await db.query(
      "select distinct subject_id as id from outbox.event where kind = 'contact' order by subject_id limit $1",
      [DEADLY],
    )) as { id: string }[];
    // From the middle: neighbours before and behind.
    const deadly = forms.slice(FORMS / 2, FORMS / 2 + DEADLY);
    const lines = [...deadly.map((id) => `hotline.chase ${id}`), ...contacts.map(({ id }) => `${SUBSCRIBER} ${id}`)];
    await writeFile(file, lines.join('\n'));
    workers.push(new Revived(env), new Revived(env));
    await until(
      'everything done or parked',
      async () => {
        const { parkedSteps, parkedEvents, open } = await standing(db);
        return parkedSteps === DEADLY && parkedEvents === DEADLY && open === 0;
      },
      120 + 120 * DEADLY,
    );
    const deaths = workers.reduce((sum, worker) => sum + worker.deaths, 0);
    for (const worker of workers.splice(0)) await worker.stop();
    tell({ 'deadly steps': DEADLY, 'deadly events': DEADLY, others: FORMS - DEADLY, deaths });
    expect(deaths).toBeGreaterThanOrEqual(TRIES * DEADLY);
    // Either worker may die of a new event once before its tries are counted (ADR 0014).
    expect(deaths).toBeLessThanOrEqual((2 * TRIES + 2) * DEADLY);
    const chased = async () =>
      ((await db.query(
        "select subject_id as id, count(*)::int as count from work.task where kind = 'hotline.chase' group by 1",
      )) as { id: string; count: number }[]) ?? [];
    const innocent = forms.filter((id) => !deadly.includes(id)).sort();
    expect((await chased()).map(({ id }) => id).sort()).toEqual(innocent);
    expect((await chased()).every(({ count }) => count === 1)).toBe(true);
    // Whoever looks at the engine sees them, with the reason.
    const { body } = await admin.get('/engine');
    expect(body['parts']).toMatchObject({ alarms: { parkedSteps: DEADLY }, outbox: { parked: DEADLY } });
    const steps = await admin.list('/deadlines/parked-steps');
    expect(steps.map(({ error, attempts }) => [error, attempts])).toEqual(
      Array.from({ length: DEADLY }, () => ['ProcessDied', TRIES]),
    );
    const events = await admin.list('/parked-events');
    expect(new Set(events.map(({ error }) => error))).toEqual(new Set(['ProcessDied']));
    // Sent again where nothing kills any more, they come like all others.
    await writeFile(file, '');
    workers.push(new Revived(env));
    for (const { id } of steps) await admin.do(`/deadlines/parked-steps/${String(id)}/replay`);
    for (const { id } of events) await admin.do(`/parked-events/${String(id)}/replay`);
    await until(
      'what was sent again',
      async () => {
        const { parkedSteps, parkedEvents, open } = await standing(db);
        return parkedSteps + parkedEvents + open === 0;
      },
      60,
    );
    expect((await chased()).map(({ id }) => id).sort()).toEqual([...forms].sort());
  } finally {
    for (const worker of workers) await worker.stop();
    await api.close();
    await db.destroy();
    await database.close();
    await rm(folder, { recursive: true, force: true });
  }
});
