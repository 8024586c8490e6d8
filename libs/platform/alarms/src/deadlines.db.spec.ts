/** Clocks on a real database, moved by the manual clock: due, chased, judged (DLN-1, DLN-5, DLN-7, HOT-8). */
import { freshRig, OFFICER, shanghai, subject, SUPERVISOR, UNIT, type Rig } from './test/rig';

jest.setTimeout(60_000);

describe('deadlines', () => {
  let rig: Rig;
  let close: () => Promise<void>;

  beforeEach(async () => {
    ({ rig, close } = await freshRig(shanghai('2026-09-17 08:00')));
  });
  afterEach(() => close());

  const to = (text: string) => rig.mover.moveTo(shanghai(text));

  it('DLN-1 warns at its share, breaches at its due instant and tells who is named, on the calendar of the owner', async () => {
    const form = subject();
    await to('2026-09-18 17:30');
    const armed = await rig.arm('referral', form, shanghai('2026-09-18 17:30'), 'referral');
    expect(armed).toMatchObject({ state: 'armed', calendar: 'handlers', generation: 1, policyVersion: 1 });
    // Friday 17:30 and a make-up Sunday: half an hour on Friday, the rest from Sunday 09:00 (SYS-06).
    expect(armed.dueAt).toEqual(shanghai('2026-09-20 10:30'));
    expect(armed.warnAt).toEqual(shanghai('2026-09-20 10:18'));

    await to('2026-09-20 10:17');
    expect(await rig.deadlines.of(form)).toMatchObject([{ state: 'armed' }]);
    await to('2026-09-20 10:18');
    expect(await rig.deadlines.of(form)).toMatchObject([{ state: 'warned' }]);
    expect(await rig.told(form)).toEqual([]);
    await to('2026-09-20 10:30');
    expect(await rig.deadlines.of(form)).toMatchObject([{ state: 'breached', breachedAt: armed.dueAt, late: null }]);
    const told = await rig.told(form);
    expect(told.map(({ person }) => person).sort()).toEqual([OFFICER, SUPERVISOR].sort());
    expect(told[0]).toMatchObject({ template: 'deadline-breached', channels: ['inbox'], params: { number: 'no. 1' } });
    expect(await rig.history(form)).toEqual([
      `deadline-armed ${shanghai('2026-09-18 17:30').toISOString()}`,
      `deadline-warned ${armed.warnAt.toISOString()}`,
      `deadline-breached ${armed.dueAt.toISOString()}`,
      `deadline-escalated ${armed.dueAt.toISOString()}`,
    ]);
  });

  it('DLN-1a warns at the share the policy names', async () => {
    const form = subject();
    const armed = await rig.arm('response', form, shanghai('2026-09-17 08:00'));
    expect(armed.warnAt).toEqual(shanghai('2026-09-17 08:10'));
    await to('2026-09-17 08:10');
    expect(await rig.told(form)).toMatchObject([{ template: 'deadline-warned' }, { template: 'deadline-warned' }]);
    await to('2026-09-17 09:00');
    expect((await rig.told(form)).map(({ template }) => template)).toContain('deadline-breached');
  });

  it('HOT-8c chases at the breach and at the opening of each working day, a make-up Sunday included, until it is met', async () => {
    const form = subject();
    await to('2026-09-17 10:00');
    const { dueAt } = await rig.arm('result', form, shanghai('2026-09-17 10:00'));
    // Thursday does not count; Friday and the make-up Sunday do.
    expect(dueAt).toEqual(shanghai('2026-09-20 18:00'));
    await to('2026-09-28 08:00');
    expect((await rig.chased(form)).map(({ at, n }) => [n, at])).toEqual(
      ['2026-09-20 18:00', '2026-09-21 09:00', '2026-09-22 09:00', '2026-09-23 09:00', '2026-09-24 09:00'].map(
        (text, n) => [n, shanghai(text)],
      ),
    );
    // The 25th is a holiday, then a weekend: the next is Monday's.
    await to('2026-09-28 09:00');
    expect(await rig.chased(form)).toHaveLength(6);
    await rig.in((tx) => rig.deadlines.meet(tx, form, 'result'));
    await to('2026-10-30 09:00');
    expect(await rig.chased(form)).toHaveLength(6);
  });

  it('DLN-7 judges by the moment of the act, not by when it was typed or a job ran', async () => {
    const [inTime, onTheDot, late, typedLater] = [subject(), subject(), subject(), subject()];
    for (const form of [inTime, onTheDot, late, typedLater])
      await rig.arm('response', form, shanghai('2026-09-17 08:00'));
    await to('2026-09-17 08:15');
    await rig.in((tx) => rig.deadlines.meet(tx, inTime, 'result'));
    await to('2026-09-17 08:20');
    await rig.in((tx) => rig.deadlines.meet(tx, onTheDot, 'result'));
    await to('2026-09-17 08:25');
    await rig.in((tx) => rig.deadlines.meet(tx, late, 'result'));
    await rig.in((tx) => rig.deadlines.meet(tx, typedLater, 'result', shanghai('2026-09-17 08:19')));
    const judged = async (form: typeof late) => {
      const [clock] = await rig.deadlines.of(form);
      return [clock?.state, clock?.late];
    };
    expect(await judged(inTime)).toEqual(['met', false]);
    expect(await judged(onTheDot)).toEqual(['met', false]);
    expect(await judged(late)).toEqual(['met', true]);
    expect(await judged(typedLater)).toEqual(['met', false]);
  });

  it('DLN-7 a step that fell due before the act still comes, stamped with its own instant; later ones do not', async () => {
    const form = subject();
    const armed = await rig.arm('response', form, shanghai('2026-09-17 08:00'));
    // The act is at 08:25, before any job has looked: the breach of 08:20 has happened, the step of 08:30 never will.
    await rig.db.query('update clock.manual_clock set now = $1', [shanghai('2026-09-17 08:25')]);
    const met = await rig.in((tx) => rig.deadlines.meet(tx, form, 'result'));
    expect(met).toMatchObject({ late: true });
    await to('2026-09-17 09:00');
    expect(await rig.deadlines.of(form)).toMatchObject([{ state: 'met', late: true, breachedAt: armed.dueAt }]);
    expect(await rig.history(form)).toContain(`deadline-breached ${armed.dueAt.toISOString()}`);
    const steps = await rig.work.query('select key, state, late_by_seconds from alarms.step order by rank');
    expect(steps).toEqual([
      { key: '@warn', state: 'fired', late_by_seconds: 900 },
      { key: '@breach', state: 'fired', late_by_seconds: 300 },
      { key: 'half', state: 'fired', late_by_seconds: 900 },
      { key: 'late', state: 'void', late_by_seconds: null },
    ]);
  });

  it('DLN-3 a clock armed and met in one breath is written met: what fell due before the act still comes, nothing after is kept', async () => {
    const form = subject();
    const met = await rig.in(async (tx) => {
      await rig.armIn(tx, 'response', form, shanghai('2026-09-17 07:45'));
      return rig.deadlines.meet(tx, form, 'result');
    });
    const [clock] = await rig.deadlines.of(form);
    expect(clock).toEqual(met);
    expect(clock).toMatchObject({ state: 'met', metAt: shanghai('2026-09-17 08:00'), late: false });
    expect(await rig.history(form)).toHaveLength(2);
    await to('2026-09-17 09:00');
    expect(await rig.work.query('select key, state from alarms.step order by rank')).toEqual([
      { key: '@warn', state: 'fired' },
      { key: 'half', state: 'fired' },
    ]);
    // In the same way a second time, and one that is cancelled.
    await rig.in(async (tx) => {
      await rig.armIn(tx, 'response', form, shanghai('2026-09-17 09:00'));
      await rig.deadlines.cancel(tx, form, 'result', 'withdrawn');
      expect(await rig.deadlines.openStages(tx, form)).toEqual([]);
    });
    expect(await rig.deadlines.of(form)).toMatchObject([{ state: 'cancelled', generation: 2, late: null }]);
  });

  it('DLN-2 a rolled back use case leaves no clock', async () => {
    const form = subject();
    await expect(
      rig.in(async (tx) => {
        await rig.armIn(tx, 'response', form, shanghai('2026-09-17 08:00'));
        throw new Error('no');
      }),
    ).rejects.toThrow('no');
    expect(await rig.deadlines.of(form)).toEqual([]);
  });

  it('HOT-9d a due time that somebody names runs day and night until that instant, with its warning', async () => {
    const form = subject();
    const armed = await rig.in((tx) =>
      rig.deadlines.arm(tx, {
        subject: form,
        stage: 'requested-time',
        policy: 'referral',
        startedAt: shanghai('2026-09-17 08:00'),
        dueAt: shanghai('2026-09-19 10:00'),
        owner: { unitId: UNIT, employeeId: null },
      }),
    );
    expect(armed).toMatchObject({ dueAt: shanghai('2026-09-19 10:00'), warnAt: shanghai('2026-09-19 05:00') });
    await to('2026-09-19 10:00');
    expect(await rig.deadlines.of(form)).toMatchObject([{ state: 'breached' }]);
  });

  it('DLN-5 a running clock keeps the policy version it was armed with', async () => {
    const form = subject();
    await rig.arm('response', form, shanghai('2026-09-17 08:00'));
    rig.policies.set('response', { code: 'response', version: 4, limit: { unit: 'minute', value: 1 }, steps: [] });
    await to('2026-09-17 08:19');
    expect(await rig.deadlines.of(form)).toMatchObject([{ state: 'warned', policyVersion: 3 }]);
    expect(await rig.told(form)).toHaveLength(2);
    const next = subject();
    expect(await rig.arm('response', next, shanghai('2026-09-17 08:19'))).toMatchObject({
      policyVersion: 4,
      dueAt: shanghai('2026-09-17 08:20'),
    });
  });

  it('IDN-2 whoever owns a clock takes part in its subject', async () => {
    const form = subject();
    await rig.arm('response', form, shanghai('2026-09-17 08:00'));
    expect(await rig.timeline.participated(form, OFFICER)).toBe(true);
    expect(await rig.timeline.participated(form, SUPERVISOR)).toBe(false);
  });
});
