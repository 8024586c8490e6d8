/** A clock that is paused, promised anew, reopened, cancelled or given away (DLN-3, DLN-1b). */
import { compileCalendar } from '@bihuan/domain';
import { freshRig, HANDLERS, OFFICER, OTHER_UNIT, shanghai, subject, SUPERVISOR, UNIT, type Rig } from './test/rig';

jest.setTimeout(60_000);

describe('changes of deadlines', () => {
  let rig: Rig;
  let close: () => Promise<void>;

  beforeEach(async () => {
    ({ rig, close } = await freshRig(shanghai('2026-09-17 08:00')));
  });
  afterEach(() => close());

  const to = (text: string) => rig.mover.moveTo(shanghai(text));

  it('DLN-3 a pause keeps the open seconds left and resume adds them; nothing fires meanwhile', async () => {
    const form = subject();
    await to('2026-09-17 10:00');
    await rig.arm('result', form, shanghai('2026-09-17 10:00'));
    await to('2026-09-18 15:00');
    const paused = await rig.in((tx) => rig.deadlines.pause(tx, form, 'result', 'awaiting-customer'));
    // 3 hours of Friday and 8 of Sunday.
    expect(paused).toMatchObject({ state: 'paused', remainingSeconds: 11 * 3_600, pauseReason: 'awaiting-customer' });
    await expect(rig.in((tx) => rig.deadlines.pause(tx, form, 'result', 'again'))).rejects.toMatchObject({
      code: 'deadline-paused',
    });
    await to('2026-09-23 16:00');
    expect(await rig.chased(form)).toEqual([]);
    const resumed = await rig.in((tx) => rig.deadlines.resume(tx, form, 'result'));
    // 2 hours of Wednesday, 8 of Thursday, Friday is a holiday, 1 on Monday.
    expect(resumed.dueAt).toEqual(shanghai('2026-09-28 10:00'));
    expect(resumed).toMatchObject({ state: 'armed', firstDueAt: shanghai('2026-09-20 18:00'), pausedAt: null });
    await to('2026-09-28 10:00');
    expect((await rig.chased(form)).map(({ at }) => at)).toEqual([shanghai('2026-09-28 10:00')]);
    await expect(rig.in((tx) => rig.deadlines.resume(tx, form, 'result'))).rejects.toMatchObject({
      code: 'deadline-not-paused',
    });
  });

  it('DLN-3 a pause after the breach stops the chasing, resume goes on with it and repeats nothing', async () => {
    const form = subject();
    await rig.arm('result', form, shanghai('2026-09-17 08:00'));
    await to('2026-09-21 10:00');
    expect(await rig.chased(form)).toHaveLength(2);
    await rig.in((tx) => rig.deadlines.pause(tx, form, 'result', 'awaiting-customer'));
    await to('2026-09-23 10:00');
    expect(await rig.chased(form)).toHaveLength(2);
    expect(await rig.in((tx) => rig.deadlines.resume(tx, form, 'result'))).toMatchObject({ state: 'breached' });
    await to('2026-09-24 10:00');
    expect((await rig.chased(form)).map(({ at }) => at).slice(2)).toEqual([shanghai('2026-09-24 09:00')]);
  });

  it('DLN-3 a clock that stands with time left is met in time, however long it stood', async () => {
    const form = subject();
    await rig.arm('response', form, shanghai('2026-09-17 08:00'));
    await to('2026-09-17 08:05');
    await rig.in((tx) => rig.deadlines.pause(tx, form, 'result', 'awaiting-customer'));
    await to('2026-09-19 08:05');
    expect(await rig.in((tx) => rig.deadlines.meet(tx, form, 'result'))).toMatchObject({ state: 'met', late: false });
  });

  it('DLN-3 a new promise keeps the first and the old one, by whom and who approved, and warns once more', async () => {
    const form = subject();
    await rig.arm('response', form, shanghai('2026-09-17 08:00'));
    await to('2026-09-17 08:25');
    const promised = await rig.in((tx) =>
      rig.deadlines.rePromise(tx, form, 'result', {
        dueAt: shanghai('2026-09-17 10:00'),
        reason: 'spare-part',
        approvedBy: SUPERVISOR,
      }),
    );
    expect(promised).toMatchObject({
      state: 'armed',
      dueAt: shanghai('2026-09-17 10:00'),
      firstDueAt: shanghai('2026-09-17 08:20'),
      warnAt: shanghai('2026-09-17 09:00'),
    });
    const [{ data } = { data: {} }] = (await rig.timeline.of(form)).filter(
      ({ action }) => action === 'deadline-re-promised',
    );
    expect(data).toMatchObject({
      from: shanghai('2026-09-17 08:20').toISOString(),
      dueAt: shanghai('2026-09-17 10:00').toISOString(),
      reason: 'spare-part',
      approvedBy: SUPERVISOR,
    });
    await to('2026-09-17 11:00');
    const breaches = (await rig.history(form)).filter((line) => line.startsWith('deadline-breached'));
    expect(breaches).toHaveLength(2);
    await expect(
      rig.in((tx) =>
        rig.deadlines.rePromise(tx, form, 'result', { dueAt: shanghai('2026-09-17 10:30'), reason: 'no' }),
      ),
    ).rejects.toMatchObject({ details: { errors: [{ pointer: '/dueAt', code: 'promise-in-the-past' }] } });
  });

  it('DLN-3 a breach of the old promise that was due before the new one does not colour the new one', async () => {
    const form = subject();
    await rig.arm('response', form, shanghai('2026-09-17 08:00'));
    await rig.db.query('update clock.manual_clock set now = $1', [shanghai('2026-09-17 08:21')]);
    await rig.in((tx) =>
      rig.deadlines.rePromise(tx, form, 'result', { dueAt: shanghai('2026-09-17 10:00'), reason: 'spare-part' }),
    );
    await to('2026-09-17 08:30');
    expect(await rig.deadlines.of(form)).toMatchObject([{ state: 'armed', breachedAt: null }]);
    expect((await rig.history(form)).filter((line) => line.startsWith('deadline-breached'))).toHaveLength(1);
  });

  it('DLN-3 reopening arms a new generation with the full limit and keeps the old as history', async () => {
    const form = subject();
    await rig.arm('response', form, shanghai('2026-09-17 08:00'));
    await to('2026-09-17 08:25');
    await rig.in((tx) => rig.deadlines.meet(tx, form, 'result'));
    await to('2026-09-17 12:00');
    const again = await rig.arm('response', form, shanghai('2026-09-17 12:00'));
    expect(again).toMatchObject({ generation: 2, state: 'armed', dueAt: shanghai('2026-09-17 12:20') });
    expect(await rig.deadlines.of(form)).toMatchObject([{ generation: 2 }]);
    expect(await rig.deadlines.of(form, { history: true })).toMatchObject([
      { generation: 1, state: 'met', late: true },
      { generation: 2, state: 'armed' },
    ]);
    // Armed again while it runs (wrong department): the running one ends in favour of the new one.
    const third = await rig.arm('response', form, shanghai('2026-09-17 12:00'));
    expect(third.generation).toBe(3);
    expect(await rig.work.query("select generation from alarms.deadline where state = 'armed'")).toEqual([
      { generation: 3 },
    ]);
    const ended = (await rig.timeline.of(form)).filter(({ action }) => action === 'deadline-cancelled');
    expect(ended.map(({ data }) => data)).toEqual([{ stage: 'result', generation: 2, reason: 'armed-again' }]);
    await to('2026-09-17 12:20');
    expect((await rig.history(form)).filter((line) => line.startsWith('deadline-breached'))).toHaveLength(2);
  });

  it('DLN-3 cancelling all clocks of a subject ends what was to come and says why', async () => {
    const form = subject();
    await rig.arm('response', form, shanghai('2026-09-17 08:00'), 'response');
    await rig.arm('result', form, shanghai('2026-09-17 08:00'), 'result');
    await rig.in((tx) => rig.deadlines.cancelAll(tx, form, 'withdrawn'));
    await to('2026-10-01 08:00');
    expect(await rig.chased(form)).toEqual([]);
    expect((await rig.deadlines.of(form)).map(({ state }) => state)).toEqual(['cancelled', 'cancelled']);
    const reasons = (await rig.timeline.of(form)).filter(({ action }) => action === 'deadline-cancelled');
    expect(reasons.map(({ data }) => data['reason'])).toEqual(['withdrawn', 'withdrawn']);
  });

  it('DLN-3 merged into another, its clocks end as merged and the leader’s hold; separated, they run to the same instants', async () => {
    const [leader, follower] = [subject(), subject()];
    await rig.arm('response', leader, shanghai('2026-09-17 08:00'), 'response');
    await rig.arm('response', follower, shanghai('2026-09-17 08:00'), 'response');
    await rig.arm('result', follower, shanghai('2026-09-17 08:00'), 'result');
    await rig.in((tx) => rig.deadlines.meet(tx, follower, 'result', shanghai('2026-09-17 08:05')));
    await rig.arm('result', follower, shanghai('2026-09-17 08:06'), 'result');
    const promised = await rig.deadlines.of(follower);
    await to('2026-09-17 08:10');
    await rig.in((tx) => rig.deadlines.merge(tx, follower, { subject: leader, label: 'W1' }));
    await rig.in((tx) => rig.deadlines.merge(tx, follower, { subject: leader, label: 'W1' }));
    await to('2026-09-17 08:30');
    expect(await rig.deadlines.of(follower)).toMatchObject([
      { stage: 'response', state: 'cancelled', merged: true, breachedAt: null, metAt: null, late: null },
      { stage: 'result', state: 'cancelled', merged: true },
    ]);
    // What it did before stays: only what was open is merged.
    expect(
      (await rig.deadlines.of(follower, { history: true })).find(
        ({ generation, stage }) => stage === 'result' && generation === 1,
      ),
    ).toMatchObject({ state: 'met', merged: false });
    expect(await rig.chased(follower)).toEqual([]);
    expect(await rig.deadlines.of(leader)).toMatchObject([{ state: 'breached', merged: false }]);
    const story = (await rig.timeline.of(follower)).filter(({ action }) => action === 'deadline-merged');
    expect(story.map(({ data }) => [data['stage'], data['into'], data['leader']])).toEqual([
      ['response', 'W1', leader],
      ['result', 'W1', leader],
    ]);
    expect((await rig.history(follower)).filter((line) => line.startsWith('deadline-breached'))).toEqual([]);

    // What is done while it follows does not come back.
    const third = subject();
    await rig.arm('response', third, shanghai('2026-09-17 08:00'), 'response');
    await rig.in((tx) => rig.deadlines.merge(tx, third, { subject: leader, label: 'W1' }));
    expect(await rig.in((tx) => rig.deadlines.meet(tx, third, 'response'))).toBeUndefined();
    await rig.in((tx) => rig.deadlines.separate(tx, third));
    expect(await rig.deadlines.of(third)).toMatchObject([{ generation: 1, state: 'cancelled', merged: true }]);

    await rig.in((tx) => rig.deadlines.separate(tx, follower));
    await rig.in((tx) => rig.deadlines.separate(tx, follower));
    const again = await rig.deadlines.of(follower);
    expect(again.map(({ stage, generation }) => [stage, generation])).toEqual([
      ['response', 2],
      ['result', 3],
    ]);
    expect(again.map(({ dueAt }) => dueAt)).toEqual(promised.map(({ dueAt }) => dueAt));
    // The instant of the first had passed while it followed: it is late at once.
    await to('2026-09-17 08:31');
    expect(await rig.deadlines.of(follower)).toMatchObject([
      { stage: 'response', state: 'breached', breachedAt: promised[0]?.dueAt },
      { stage: 'result' },
    ]);
  });

  it('DLN-3 what is armed and met in one transaction is met', async () => {
    const form = subject();
    const met = await rig.in(async (tx) => {
      await rig.armIn(tx, 'response', form, shanghai('2026-09-17 08:00'));
      return rig.deadlines.meet(tx, form, 'result');
    });
    expect(met).toMatchObject({ state: 'met', late: false });
    await to('2026-09-17 09:00');
    expect(await rig.told(form)).toEqual([]);
  });

  it('DLN-1b a clock given to a unit with another calendar runs by that one', async () => {
    const form = subject();
    await to('2026-09-18 17:30');
    await rig.arm('referral', form, shanghai('2026-09-18 17:30'), 'referral');
    const given = await rig.in((tx) =>
      rig.deadlines.changeOwner(tx, form, 'referral', { unitId: OTHER_UNIT, employeeId: null }, { officer: OFFICER }),
    );
    expect(given).toMatchObject({
      calendar: 'always',
      dueAt: shanghai('2026-09-18 19:30'),
      owner: { unitId: OTHER_UNIT },
    });
    await to('2026-09-18 19:30');
    expect(await rig.deadlines.of(form)).toMatchObject([{ state: 'breached' }]);
    const back = subject();
    await rig.arm('referral', back, shanghai('2026-09-18 19:30'), 'referral');
    const same = await rig.in((tx) =>
      rig.deadlines.changeOwner(tx, back, 'referral', { unitId: UNIT, employeeId: SUPERVISOR }),
    );
    expect(same).toMatchObject({ owner: { employeeId: SUPERVISOR }, calendar: 'handlers' });
    expect(compileCalendar(HANDLERS).isOpen(shanghai('2026-09-18 19:30'))).toBe(false);
  });
});
