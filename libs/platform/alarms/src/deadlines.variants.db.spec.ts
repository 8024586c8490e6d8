/** Clocks armed by facts, cut off at a date, supervised, and what other rooms hear of them (DLN-4, DLN-5, APL-1, EVT-1). */
import type { AlarmPolicy } from './ports';
import { freshRig, OFFICER, shanghai, subject, UNIT, type Rig } from './test/rig';

jest.setTimeout(60_000);

const START = '2026-09-17 09:00';

const handling: AlarmPolicy = {
  code: 'handling',
  version: 2,
  limit: { unit: 'hour', value: 24 },
  variants: [
    {
      key: 'priority',
      when: {
        any: [
          { fact: 'level', in: ['nation-vip'] },
          { fact: 'gravity', present: true },
        ],
      },
      bound: 'lower',
      warnShare: 0.5,
    },
  ],
  limitTable: {
    fact: 'kind',
    rows: { network: { lower: { unit: 'hour', value: 8 }, upper: { unit: 'hour', value: 16 } } },
  },
  steps: [{ key: 'order', at: { share: 1 }, action: 'supervise', to: ['officer'] }],
};

interface Told {
  change: string;
  state: string;
  late: boolean | null;
  at: string;
  dueAt: string;
  variant: string | null;
  limitSeconds?: number;
  actualSeconds?: number;
  number: string | null;
  employeeId: string | null;
}

describe('variants and what is told', () => {
  let rig: Rig;
  let close: () => Promise<void>;
  let orders: string[];

  beforeEach(async () => {
    ({ rig, close } = await freshRig(shanghai(START)));
    rig.policies.set(handling.code, handling);
    orders = [];
    rig.handlers.add('test.supervise', {
      fire: (_tx, { subject: { id }, step, at }) => {
        orders.push(`${id} ${step} ${at.toISOString()}`);
        return Promise.resolve();
      },
    });
  });
  afterEach(() => close());

  const armed = (about: ReturnType<typeof subject>, more: object) =>
    rig.in((tx) =>
      rig.deadlines.arm(tx, {
        subject: about,
        stage: 'handle',
        policy: 'handling',
        startedAt: shanghai(START),
        owner: { unitId: UNIT, employeeId: OFFICER },
        people: { officer: OFFICER },
        label: 'TS-1',
        ...more,
      }),
    );
  const events = async (about: ReturnType<typeof subject>) =>
    (
      await rig.work.query<{ payload: Told }>(
        "select payload from outbox.event where subject_id = $1 and name = 'alarms.deadline.changed.v1' order by id",
        [about.id],
      )
    ).map(({ payload }) => payload);

  it('DLN-4 the facts choose limit and warn share, and the clock keeps which variant it was', async () => {
    const [plain, vip] = [subject(), subject()];
    expect(await armed(plain, { facts: { kind: 'network', level: 'ordinary' } })).toMatchObject({
      dueAt: shanghai('2026-09-18 01:00'),
      variant: null,
      shortened: false,
    });
    expect(await armed(vip, { facts: { kind: 'network', level: 'nation-vip' } })).toMatchObject({
      dueAt: shanghai('2026-09-17 17:00'),
      warnAt: shanghai('2026-09-17 13:00'),
      variant: 'priority',
      policyVersion: 2,
    });
    expect(await rig.deadlines.of(vip)).toMatchObject([{ variant: 'priority', policyVersion: 2 }]);
  });

  it('DLN-5 DLN-4 a running clock keeps the variant’s limit when the policy changes', async () => {
    const about = subject();
    await armed(about, { facts: { kind: 'network', gravity: ['media'] } });
    rig.policies.set('handling', { ...handling, version: 3, limit: { unit: 'hour', value: 1 } });
    await rig.mover.moveTo(shanghai('2026-09-17 10:00'));
    await rig.in((tx) => rig.deadlines.pause(tx, about, 'handle', 'waiting'));
    await rig.mover.moveTo(shanghai('2026-09-17 12:00'));
    expect(await rig.in((tx) => rig.deadlines.resume(tx, about, 'handle'))).toMatchObject({
      dueAt: shanghai('2026-09-17 19:00'),
      variant: 'priority',
      policyVersion: 2,
    });
  });

  it('APL-1 a clock is not due after the date given, and says so', async () => {
    const about = subject();
    const notAfter = shanghai('2026-09-17 20:00');
    expect(await armed(about, { notAfter })).toMatchObject({ dueAt: notAfter, shortened: true });
    expect(await rig.deadlines.of(about)).toMatchObject([{ dueAt: notAfter, shortened: true }]);
    await rig.mover.moveTo(notAfter);
    expect(await rig.deadlines.of(about)).toMatchObject([{ state: 'breached', breachedAt: notAfter }]);
  });

  it('DLN-1 a step that supervises calls the room of its subject', async () => {
    const about = subject();
    await armed(about, {});
    await rig.mover.moveTo(shanghai('2026-09-18 09:00'));
    expect(orders).toEqual([`${about.id} order ${shanghai('2026-09-18 09:00').toISOString()}`]);
    expect((await rig.timeline.of(about)).map(({ action }) => action)).toContain('deadline-supervised');
    expect((await events(about)).map(({ change }) => change)).toEqual(['warned', 'breached', 'supervised']);
  });

  it('EVT-1 RPT-1 other rooms hear of each change with its instant, never of arming', async () => {
    const about = subject();
    const { dueAt, warnAt } = await armed(about, { facts: { kind: 'network', level: 'nation-vip' } });
    expect(await events(about)).toEqual([]);
    await rig.mover.moveTo(shanghai('2026-09-17 16:00'));
    await rig.in((tx) =>
      rig.deadlines.rePromise(tx, about, 'handle', { dueAt: shanghai('2026-09-17 18:00'), reason: '备件在途' }),
    );
    await rig.mover.moveTo(shanghai('2026-09-17 18:30'));
    await rig.in((tx) => rig.deadlines.meet(tx, about, 'handle', shanghai('2026-09-17 18:20')));
    const told = await events(about);
    expect(told.map(({ change, late, at }) => [change, late, at])).toEqual([
      ['warned', false, warnAt.toISOString()],
      ['re-promised', null, shanghai('2026-09-17 16:00').toISOString()],
      // The new promise is watched anew: half of nine hours had passed already.
      ['warned', false, expect.any(String)],
      ['breached', true, shanghai('2026-09-17 18:00').toISOString()],
      ['supervised', null, shanghai('2026-09-17 18:00').toISOString()],
      ['met', true, shanghai('2026-09-17 18:20').toISOString()],
    ]);
    expect(told.at(-1)).toMatchObject({
      state: 'met',
      variant: 'priority',
      number: 'TS-1',
      employeeId: OFFICER,
      firstDueAt: dueAt.toISOString(),
      limitSeconds: 9 * 3_600,
      actualSeconds: 9 * 3_600 + 20 * 60,
    });
  });

  it('DLN-2 three hundred clocks that fall due together are told of in few statements', async () => {
    const many = Array.from({ length: 300 }, subject);
    await rig.in(async (tx) => {
      for (const about of many) await rig.armIn(tx, 'referral', about, shanghai(START));
    });
    const before = await statements(rig);
    await rig.mover.moveTo(shanghai('2026-09-17 11:00'));
    const asked = (await statements(rig)) - before;
    const [row] = await rig.work.query<{ n: string }>(
      "select count(*) as n from outbox.event where name = 'alarms.deadline.changed.v1'",
    );
    expect(Number(row?.n)).toBe(600);
    expect(asked).toBeLessThan(20);
  });
});

/** Transactions and savepoints that wrote events so far: a batch writes all of its own in one. */
async function statements({ work }: Rig): Promise<number> {
  const [row] = await work.query<{ n: string }>(
    "select count(distinct xmin::text) as n from outbox.event where name = 'alarms.deadline.changed.v1'",
  );
  return Number(row?.n);
}
