/** BullMQ on PostgreSQL is only the alarm: with it steps come on the second, without it they come all the same (DLN-2, R1). */
import { realNow } from '@bihuan/clock';
import { until } from '@bihuan/testing-kit';
import { freshRig, subject, type Rig } from '../test/rig';

const SECOND = 1_000;

describe('queues', () => {
  let rig: Rig;
  let close: () => Promise<void>;

  beforeEach(async () => {
    ({ rig, close } = await freshRig());
  });
  afterEach(() => close());

  /** One clock that is due in so many milliseconds. */
  const armDueIn = (milliseconds: number) =>
    rig.arm('plain', subject(), new Date(realNow().getTime() + milliseconds - 60 * SECOND));

  const fired = async () => (await rig.chased()).length;

  const lateness = async () => {
    const [row] = await rig.work.query<{ worst: number; early: number }>(
      `select max(extract(epoch from fired_at - at))::float8 as worst,
              count(*) filter (where fired_at < at)::int as early from alarms.step where state = 'fired' and key = 'do'`,
    );
    return row;
  };

  it('DLN-2 an alarm a second wakes the worker: nothing early, nothing later than a second or two', async () => {
    await rig.host.onApplicationBootstrap();
    try {
      for (let i = 0; i < 20; i++) await armDueIn(1_500 + i * 100);
      await until('20 steps by their alarms', async () => (await fired()) === 20);
      const measured = await lateness();
      expect(measured?.early).toBe(0);
      expect(measured?.worst).toBeLessThan(2.5);
      // Done jobs are gone, so that a later alarm of the same second is not swallowed.
      await until('an empty queue', async () => {
        const [jobs] = await rig.work.query<{ count: number }>('select count(*)::int from bullmq.job');
        return jobs?.count === 0;
      });
    } finally {
      await rig.host.beforeApplicationShutdown();
    }
  });

  it('DLN-2 BullMQ tables emptied in the middle: every step still comes, once, by the sweeper (R1)', async () => {
    const alarms = { alarm: () => rig.runner.run('alarms').then(() => undefined), events: () => Promise.resolve() };
    await rig.queues.open(alarms);
    for (let i = 0; i < 50; i++) await armDueIn(1_000 + i * 60);
    const seconds = await rig.work.query<{ second: number }>(
      "select distinct extract(epoch from at)::float8 as second from alarms.step where state = 'armed'",
    );
    await rig.queues.alarmAt(seconds.map(({ second }) => second));
    await until('the first steps', async () => (await fired()) > 0);
    const tables = await rig.work.query<{ name: string }>(
      "select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname = 'bullmq' and tablename not like '%migration%'",
    );
    await rig.db.query(`truncate ${tables.map(({ name }) => name).join(', ')} cascade`);
    const before = await fired();
    expect(before).toBeLessThan(50);
    // The control: without a sweeper the rest never comes.
    await new Promise((resolve) => setTimeout(resolve, 4 * SECOND));
    expect(await fired()).toBeLessThan(50);
    rig.sweeper.start(500);
    await until('all 50 steps by the sweeper', async () => (await fired()) === 50);
    const doubles = await rig.work.query('select subject from test.chased group by subject having count(*) > 1');
    expect(doubles).toEqual([]);
    await rig.sweeper.stop();
    // The queue works on: a new alarm comes by itself.
    await armDueIn(1_200);
    const [next] = await rig.work.query<{ second: number }>(
      "select max(extract(epoch from at))::float8 as second from alarms.step where state = 'armed'",
    );
    await rig.queues.alarmAt([next?.second ?? 0]);
    await until('the next alarm', async () => (await fired()) === 51);
    await rig.queues.close();
  });

  it('DLN-2 BullMQ schema dropped: steps come by the sweeper, which opens the queues afresh', async () => {
    const alarms = { alarm: () => rig.runner.run('alarms').then(() => undefined), events: () => Promise.resolve() };
    await rig.queues.open(alarms);
    // The workers are at their tables: the drop may meet them in a deadlock and lose.
    await until('the drop', () =>
      rig.db.query('drop schema if exists bullmq cascade').then(
        () => true,
        () => false,
      ),
    );
    await armDueIn(-2_000);
    await rig.sweeper.sweep();
    expect(await fired()).toBe(1);
    // Twenty errors in ten seconds are a burst; beside other work they take their time.
    const opened = async () => {
      await rig.sweeper.sweep();
      return (await rig.work.query("select 1 from pg_namespace where nspname = 'bullmq'")).length > 0;
    };
    await until('new tables', opened, 60);
    await armDueIn(1_500);
    await rig.sweeper.sweep();
    await until('an alarm on the new tables', async () => (await fired()) === 2);
    await rig.queues.close();
  });

  it('DLN-2 only one process sweeps at a time, and the next takes over when it is gone (R12)', async () => {
    const other = await rig.another();
    const holder = other.db.createQueryRunner();
    await holder.query('select pg_advisory_lock(7201012)');
    await armDueIn(-2_000);
    await rig.sweeper.sweep();
    expect(await fired()).toBe(0);
    await holder.query('select pg_advisory_unlock(7201012)');
    await holder.release();
    await other.stop();
    await rig.sweeper.sweep();
    expect(await fired()).toBe(1);
  });

  it('PLG-4 an API process makes no worker and still arms', async () => {
    Object.assign(rig.deployment.settings, { role: 'api' });
    await rig.host.onApplicationBootstrap();
    await armDueIn(-2_000);
    expect(await fired()).toBe(0);
    expect(await rig.work.query("select 1 from pg_namespace where nspname = 'bullmq'")).toEqual([]);
    await rig.host.beforeApplicationShutdown();
  });
});

describe('queues on the manual clock', () => {
  it('DLN-2 real time fires nothing early, and a sweep never meets a move of the clock', async () => {
    const start = new Date('2026-09-17T00:00:00Z');
    const { rig, close } = await freshRig(start);
    await rig.host.onApplicationBootstrap();
    const form = subject();
    await rig.arm('plain', form, start);
    await rig.sweeper.sweep();
    expect(await rig.chased(form)).toEqual([]);
    const target = new Date(start.getTime() + 3_600 * SECOND);
    await Promise.all([rig.mover.moveTo(target), rig.sweeper.sweep(), rig.runner.run('alarms')]);
    expect(await rig.chased(form)).toMatchObject([{ at: new Date(start.getTime() + 60 * SECOND), late: 0 }]);
    await rig.host.beforeApplicationShutdown();
    await close();
  });
});
