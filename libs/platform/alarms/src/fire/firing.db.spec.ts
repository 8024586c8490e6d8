/** Once in effect whatever happens: duplicates, races, poison, downtime, a wrong clock (DLN-2; reliability.md R8–R10, R15). */
import { realNow, SystemClock } from '@bihuan/clock';
import { freshRig, OFFICER, shanghai, subject, SUPERVISOR, type Rig } from '../test/rig';

const MINUTE = 60_000;
const ago = (minutes: number) => new Date(realNow().getTime() - minutes * MINUTE);

jest.setTimeout(60_000);

describe('firing on the manual clock', () => {
  let rig: Rig;
  let close: () => Promise<void>;
  const NINE = shanghai('2026-09-17 09:00');

  beforeEach(async () => {
    ({ rig, close } = await freshRig(NINE));
  });
  afterEach(() => close());

  const armMany = async (count: number) => {
    const forms = Array.from({ length: count }, subject);
    await rig.in(async (tx) => {
      for (const form of forms) await rig.armIn(tx, 'plain', form, NINE);
    });
    return forms;
  };

  const later = (minutes: number) =>
    rig.db.query('update clock.manual_clock set now = $1', [new Date(NINE.getTime() + minutes * MINUTE)]);

  it('DLN-2 deliveries repeated and shuffled over several processes have one effect a step (R10)', async () => {
    const forms = await armMany(300);
    await later(2);
    const others = await Promise.all([rig.another(), rig.another()]);
    const all = [rig, ...others];
    await Promise.all(Array.from({ length: 30 }, (_, i) => (all[i % all.length] as Rig).firing.fireDue()));
    expect(await rig.firing.fireDue()).toBe(0);
    const chased = await rig.chased();
    expect(chased).toHaveLength(forms.length);
    expect(new Set(chased.map((row) => row.subject)).size).toBe(forms.length);
    const states = await rig.work.query('select state, count(*)::int from alarms.step group by state');
    expect(states).toEqual([{ state: 'fired', count: 900 }]);
    const [entries] = await rig.work.query<{ count: number }>(
      "select count(*)::int from audit.entry where action = 'deadline-breached'",
    );
    expect(entries?.count).toBe(300);
    await Promise.all(others.map((other) => other.stop()));
  });

  it('DLN-2 a step that keeps failing is parked with its reason, all others go on, a person sends it again (R15)', async () => {
    const forms = await armMany(40);
    const bad = forms.slice(10, 13);
    for (const form of bad) rig.poison.add(form.id);
    await later(2);
    await rig.runner.run('alarms');
    expect(await rig.chased()).toHaveLength(37);
    const parked = await rig.parked.list();
    expect(parked.map((step) => step.subject.id).sort()).toEqual(bad.map(({ id }) => id).sort());
    expect(parked[0]).toMatchObject({ step: 'do', attempts: 5, error: 'Error: poison', stage: 'result' });
    // The breach of the same clock is no part of the poison.
    expect(await rig.deadlines.of(bad[0] as (typeof bad)[0])).toMatchObject([{ state: 'breached' }]);

    rig.poison.clear();
    await rig.parked.replay({ kind: 'system', name: 'test' }, parked[0]?.id ?? '');
    await rig.runner.run('alarms');
    expect(await rig.chased()).toHaveLength(38);
    expect(await rig.parked.list()).toHaveLength(2);
    await expect(rig.parked.replay({ kind: 'system', name: 'test' }, parked[0]?.id ?? '')).rejects.toMatchObject({
      code: 'not-found',
    });
  });

  it('DLN-2 a clock that a use case holds is left to it: the step waits for the commit and nothing is lost', async () => {
    const [form] = (await armMany(1)) as [ReturnType<typeof subject>];
    await later(2);
    let fired: Promise<number> | undefined;
    await rig.in(async (tx) => {
      await rig.deadlines.pause(tx, form, 'result', 'awaiting-customer');
      fired = rig.firing.fireDue();
      await new Promise((resolve) => setTimeout(resolve, 200));
      expect(await rig.chased()).toEqual([]);
    });
    // Due before the pause: they come, and the clock stands.
    expect(await fired).toBe(3);
    expect(await rig.deadlines.of(form)).toMatchObject([{ state: 'paused', breachedAt: expect.any(Date) }]);
  });

  it('DLN-2 while somebody holds the clocks’ table a look gives up at once, and the next one fires', async () => {
    const [form = subject()] = await armMany(1);
    await later(10);
    const holder = rig.db.createQueryRunner();
    await holder.startTransaction();
    await holder.query('lock table alarms.deadline in access exclusive mode');
    const fired = rig.firing.fireDue();
    await new Promise((resolve) => setTimeout(resolve, 600));
    await holder.rollbackTransaction();
    await holder.release();
    // The warning, the breach and the step.
    expect(await fired).toBe(3);
    expect(await rig.chased(form)).toHaveLength(1);
  });

  it('DLN-2 a worker that dies in the middle leaves nothing half done; another does it all, once (R4)', async () => {
    const forms = await armMany(50);
    rig.policies.set('deadly', {
      code: 'deadly',
      version: 1,
      limit: { unit: 'minute', value: 1 },
      steps: [{ key: 'die', at: { share: 1 }, action: 'test.die' }],
    });
    let deaths = 0;
    rig.handlers.add('test.die', {
      fire: async (tx) => {
        if (deaths++ > 0) return;
        const [own] = await tx.query<{ pid: number }>('select pg_backend_pid() as pid');
        await rig.db.query('select pg_terminate_backend($1)', [own?.pid]);
        await tx.query('select 1');
      },
    });
    await rig.arm('deadly', subject(), NINE);
    await later(2);
    await expect(rig.firing.fireDue()).rejects.toThrow();
    expect(await rig.chased()).toEqual([]);
    expect(await rig.work.query("select 1 from alarms.step where state <> 'armed'")).toEqual([]);
    expect(await rig.firing.fireDue()).toBe(51 * 3);
    expect(await rig.chased()).toHaveLength(forms.length);
    expect(deaths).toBe(2);
  });

  it('DLN-2 what a room does to the clock it is called for holds', async () => {
    const form = subject();
    rig.policies.set('closing', {
      code: 'closing',
      version: 1,
      limit: { unit: 'hour', value: 24 },
      steps: [
        { key: 'close', at: { share: 1 }, action: 'test.close' },
        { key: 'again', at: { repeat: 'opening-of-each-working-day' }, action: 'test.chase' },
      ],
    });
    rig.handlers.add('test.close', {
      fire: async (tx, { subject: about, at }) => void (await rig.deadlines.meet(tx, about, 'result', at)),
    });
    await rig.arm('closing', form, NINE);
    await rig.mover.moveTo(shanghai('2026-10-09 09:00'));
    expect(await rig.deadlines.of(form)).toMatchObject([
      { state: 'met', late: false, metAt: shanghai('2026-09-18 09:00') },
    ]);
    expect(await rig.chased(form)).toMatchObject([{ state: 'met' }]);
  });
});

describe('firing on the system clock', () => {
  let rig: Rig;
  let close: () => Promise<void>;

  beforeEach(async () => {
    ({ rig, close } = await freshRig());
  });
  afterEach(() => close());

  it('DLN-2 after downtime each step comes once in due order, marked with how late, and a person is told once a subject (R8)', async () => {
    const form = subject();
    await rig.arm('response', form, ago(180));
    await rig.arm('result', form, ago(20 * 24 * 60), 'second');
    expect(await rig.firing.fireDue()).toBe(7);
    expect(await rig.firing.fireDue()).toBe(0);
    const told = await rig.told(form);
    expect(told.map(({ person }) => person).sort()).toEqual([OFFICER, SUPERVISOR].sort());
    expect(told.find(({ person }) => person === SUPERVISOR)).toMatchObject({ template: 'deadline-breached' });
    // Days of chasing come as one; the next lies ahead.
    const chased = await rig.chased(form);
    expect(chased).toHaveLength(1);
    expect(chased[0]?.late).toBeGreaterThan(10 * 24 * 3_600);
    const [next] = await rig.work.query<{ n: number; at: Date }>("select n, at from alarms.step where state = 'armed'");
    expect(next?.n).toBe(1);
    expect(next?.at.getTime()).toBeGreaterThan(realNow().getTime());
    const [clock] = await rig.deadlines.of(form);
    expect(clock).toMatchObject({ stage: 'second', state: 'breached', breachedAt: clock?.dueAt });
    const order = (await rig.timeline.of(form))
      .filter(({ data }) => 'lateBySeconds' in data)
      .map(({ at }) => at.getTime());
    expect(order).toEqual([...order].sort((a, b) => a - b));
  });

  it('DLN-2 two workers after downtime do not tell a person twice', async () => {
    const forms = Array.from({ length: 60 }, subject);
    for (const form of forms) {
      await rig.in(async (tx) => {
        await rig.armIn(tx, 'response', form, ago(180), 'first');
        await rig.armIn(tx, 'response', form, ago(170), 'second');
      });
    }
    const other = await rig.another();
    await Promise.all([rig, other, rig, other].map((one) => one.firing.fireDue()));
    await rig.firing.fireDue();
    const doubles = await rig.work.query('select person, subject from test.told group by 1, 2 having count(*) > 1');
    expect(doubles).toEqual([]);
    const [count] = await rig.work.query<{ told: number }>('select count(*)::int as told from test.told');
    expect(count?.told).toBe(120);
    await other.stop();
  });

  it('DLN-2 a worker whose clock runs ahead fires nothing early: PostgreSQL has to agree (R9)', async () => {
    class Ahead extends SystemClock {
      override now = () => Promise.resolve(new Date(realNow().getTime() + 60 * MINUTE));
    }
    const form = subject();
    await rig.arm('response', form, ago(0));
    const ahead = await rig.another(new Ahead());
    expect(await ahead.firing.fireDue()).toBe(0);
    expect(await rig.deadlines.of(form)).toMatchObject([{ state: 'armed' }]);
    await ahead.stop();
  });

  it('DLN-2 a failed step is tried again after a while, not at once', async () => {
    const form = subject();
    rig.poison.add(form.id);
    await rig.arm('plain', form, ago(2));
    expect(await rig.firing.fireDue()).toBe(3);
    const [step] = await rig.work.query<{ attempts: number; state: string; wait: number }>(
      "select attempts, state, extract(epoch from next_at - at)::float8 as wait from alarms.step where key = 'do'",
    );
    expect(step).toMatchObject({ attempts: 1, state: 'armed' });
    expect(step?.wait).toBeGreaterThan(4);
  });
});
