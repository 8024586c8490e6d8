/** Handlers that kill the process that runs them: as PostgreSQL sees it, all its connections end at once (EVT-1; R15). */
import { Logger } from '@nestjs/common';
import type { Transaction } from '@bihuan/database';
import type { Settings } from '@bihuan/plugin-kit';
import type { React } from './test/post';
import { Process, revisited, Stage, subject } from './test/post';
import { NOW } from './test/scene';

// Each death is a warning.
beforeAll(() => Logger.overrideLogger(['error']));

const INNOCENT = 30;

const stage = new Stage();

/** The session that says it lives, waited for as long as a next process would need to start, and the one that works. */
async function die(tx: Transaction): Promise<void> {
  await tx.query(
    `select pg_terminate_backend(pid, 10000) from pg_stat_activity
     where datname = current_database() and application_name = 'bihuan in hand'`,
  );
  await tx.query('select pg_terminate_backend(pg_backend_pid())');
}

const deliveries = async () =>
  stage.test.work.query<{ subject_id: string; state: string; attempts: number; error: string | null }>(
    'select subject_id, state, attempts, error from outbox.delivery order by event_seq',
  );

/** Innocent events, and in their middle one that kills. */
async function publish(): Promise<{ bad: string; react: React }> {
  const bad = subject();
  for (let n = 0; n < INNOCENT; n++) {
    if (n === INNOCENT / 2) await stage.post.revisited(bad, 1);
    await stage.post.revisited(subject(), 1);
  }
  return { bad: bad.id, react: (tx, { subject: about }) => (about.id === bad.id ? die(tx) : Promise.resolve()) };
}

/** Processes that start, work and die, two seconds apart. Answers how many died. */
async function lives(react: React, clock: Settings['clock'], count: number, many = false): Promise<number> {
  let deaths = 0;
  for (let life = 0; life < count; life++) {
    const process = new Process(stage.test, ['hotline'], clock);
    if (many) process.hearsMany('hotline.a', revisited, [], react);
    else process.hears('hotline.a', revisited, react);
    await process.drain().catch(() => (deaths += 1));
    stage.test.clock.set(new Date((await stage.test.clock.now()).getTime() + 2_000));
  }
  return deaths;
}

it.each([
  ['one by one', false],
  ['many at once', true],
])(
  'EVT-1 R15 an event that kills its process is parked after five deaths, the others come once, %s',
  async (_, many) => {
    const { bad, react } = await publish();
    expect(await lives(react, 'system', 60, many)).toBe(5);
    const rows = await deliveries();
    expect(rows.filter(({ state }) => state !== 'done')).toEqual([
      { subject_id: bad, state: 'parked', attempts: 5, error: 'ProcessDied' },
    ]);
    const innocents = rows.filter(({ subject_id }) => subject_id !== bad);
    expect(new Set((await stage.post.got()).map((got) => got.subject)).size).toBe(INNOCENT);
    expect(await stage.post.got()).toHaveLength(INNOCENT);
    // Set apart: hardly any was beside it more than a few times.
    expect(Math.max(...innocents.map(({ attempts }) => attempts))).toBeLessThan(4);
  },
);

it('R15 control: without the note a process dies again and again, and nobody learns of what', async () => {
  const { bad, react } = await publish();
  expect(await lives(react, 'manual', 8)).toBe(8);
  expect((await deliveries()).find(({ subject_id }) => subject_id === bad)).toMatchObject({
    state: 'pending',
    attempts: 0,
  });
});

it('EVT-1 what a living process has in hand is nobody’s failure, nor what was in hand when PostgreSQL ended', async () => {
  const about = subject();
  await stage.post.revisited(about, 1);
  let go = (): void => undefined;
  const held = new Promise<void>((done) => (go = done));
  const first = new Process(stage.test, ['hotline'], 'system').hears('hotline.a', revisited, () => held);
  await first.relay.relay();
  const delivering = first.deliverer.deliver();
  const noted = async () => stage.test.work.query<{ things: string[] }>('select things from outbox.in_hand');
  while ((await noted()).length === 0);
  const other = new Process(stage.test, ['hotline'], 'system').hears('hotline.a', revisited);
  expect(await other.deliverer.deliver()).toBe(0);
  expect(await noted()).toHaveLength(1);
  go();
  expect(await delivering).toBe(1);
  expect(await deliveries()).toMatchObject([{ state: 'done', attempts: 0 }]);
  // An earlier PostgreSQL: who was alive then says nothing.
  await stage.post.revisited(about, 2);
  await other.relay.relay();
  await stage.test.work.query(
    `insert into outbox.in_hand (holder, kind, things, postgres)
     select 1, 'events', array[id || '~0'], $1 from outbox.delivery where state = 'pending'`,
    [NOW],
  );
  const next = new Process(stage.test, ['hotline'], 'system').hears('hotline.a', revisited);
  expect(await next.deliverer.deliver()).toBe(1);
  expect(await deliveries()).toMatchObject([{ attempts: 0 }, { state: 'done', attempts: 0 }]);
});
