/** A calendar changes: open clocks move in the background, nothing fires twice (CAL-4). */
import type { DeadlineMove } from '../registries';
import { freshRig, HANDLERS, shanghai, subject, type Rig } from '../test/rig';

jest.setTimeout(60_000);

describe('recount', () => {
  let rig: Rig;
  let close: () => Promise<void>;

  beforeEach(async () => {
    ({ rig, close } = await freshRig(shanghai('2026-09-17 10:00')));
  });
  afterEach(() => close());

  const to = (text: string) => rig.mover.moveTo(shanghai(text));

  /** The 18th is declared a holiday. */
  const change = (definition: object = { ...HANDLERS, holidays: ['2026-09-18', '2026-09-25'] }) => {
    rig.definitions.set('handlers', definition as typeof HANDLERS);
    return rig.in((tx) => {
      rig.recount.note(tx, ['handlers']);
      return Promise.resolve();
    });
  };

  it('CAL-4 moves open deadlines of that calendar, says so in the timeline and to who asked to know', async () => {
    const [running, elapsed, met] = [subject(), subject(), subject()];
    const moves: DeadlineMove[] = [];
    rig.moved.add('test', { moved: (_tx, move) => Promise.resolve(void moves.push(move)) });
    await rig.arm('result', running, shanghai('2026-09-17 10:00'));
    await rig.arm('response', elapsed, shanghai('2026-09-17 10:00'));
    await rig.arm('result', met, shanghai('2026-09-17 10:00'));
    await rig.in((tx) => rig.deadlines.meet(tx, met, 'result'));
    await change();
    await to('2026-09-17 10:00');
    expect(await rig.deadlines.of(running)).toMatchObject([
      { dueAt: shanghai('2026-09-21 18:00'), firstDueAt: shanghai('2026-09-20 18:00'), state: 'armed' },
    ]);
    expect(moves).toEqual([
      { subject: running, stage: 'result', from: shanghai('2026-09-20 18:00'), dueAt: shanghai('2026-09-21 18:00') },
    ]);
    const [note] = (await rig.timeline.of(running)).filter(({ action }) => action === 'deadline-moved');
    expect(note?.data).toMatchObject({ reason: 'calendar-changed', dueAt: shanghai('2026-09-21 18:00').toISOString() });
    expect(await rig.deadlines.of(elapsed)).toMatchObject([{ dueAt: shanghai('2026-09-17 10:20') }]);
    expect(await rig.deadlines.of(met)).toMatchObject([{ dueAt: shanghai('2026-09-20 18:00'), state: 'met' }]);
    expect(await rig.history(met)).not.toContainEqual(expect.stringContaining('deadline-moved'));
    await to('2026-09-21 17:59');
    expect(await rig.chased(running)).toEqual([]);
    await to('2026-09-21 18:00');
    expect((await rig.chased(running)).map(({ at }) => at)).toEqual([shanghai('2026-09-21 18:00')]);
  });

  it('CAL-4 DLN-3 a clock judged late that stands gets no time back: resumed it stays due then, met it is late', async () => {
    const [resumed, met] = [subject(), subject()];
    for (const about of [resumed, met]) await rig.arm('referral', about, shanghai('2026-09-17 10:00'));
    await to('2026-09-17 14:30');
    for (const about of [resumed, met]) await rig.in((tx) => rig.deadlines.pause(tx, about, 'result', 'customer'));
    // By the new calendar the morning was closed, and half an hour would be left.
    await change({ ...HANDLERS, specialDays: { '2026-09-17': [['13:00', '18:00']] } });
    await to('2026-09-17 16:00');
    expect(await rig.in((tx) => rig.deadlines.meet(tx, met, 'result'))).toMatchObject({ state: 'met', late: true });
    expect(await rig.in((tx) => rig.deadlines.resume(tx, resumed, 'result'))).toMatchObject({
      state: 'breached',
      dueAt: shanghai('2026-09-17 12:00'),
    });
  });

  it('CAL-4 nothing already fired fires again, and a repeated step goes on by the new calendar', async () => {
    const [warned, breached] = [subject(), subject()];
    await rig.arm('result', breached, shanghai('2026-09-16 10:00'));
    await to('2026-09-20 16:30');
    await rig.arm('referral', warned, shanghai('2026-09-20 16:00'), 'referral');
    await to('2026-09-20 17:50');
    expect(await rig.deadlines.of(warned)).toMatchObject([{ state: 'warned' }]);
    expect(await rig.chased(breached)).toHaveLength(2);
    // The rest of that Sunday is taken away, and Monday is closed.
    await change({
      ...HANDLERS,
      breaks: { '2026-09-20': [['17:00', '18:00']] },
      holidays: ['2026-09-21', '2026-09-25'],
    });
    await to('2026-09-20 17:50');
    expect(await rig.deadlines.of(warned)).toMatchObject([{ state: 'warned', dueAt: shanghai('2026-09-22 10:00') }]);
    await to('2026-09-22 12:00');
    const lines = await rig.history(warned);
    expect(lines.filter((line) => line.startsWith('deadline-warned'))).toHaveLength(1);
    expect(lines.filter((line) => line.startsWith('deadline-breached'))).toEqual([
      `deadline-breached ${shanghai('2026-09-22 10:00').toISOString()}`,
    ]);
    // Judged already: its due time stays; the chasing skips the closed Monday.
    expect(await rig.deadlines.of(breached)).toMatchObject([
      { state: 'breached', dueAt: shanghai('2026-09-18 18:00') },
    ]);
    expect((await rig.chased(breached)).map(({ at }) => at)).toEqual(
      ['2026-09-18 18:00', '2026-09-20 09:00', '2026-09-22 09:00'].map(shanghai),
    );
  });

  it('CAL-4 a paused deadline keeps its rest by the new calendar; a promise given by hand stays', async () => {
    const [paused, promised] = [subject(), subject()];
    await rig.arm('result', paused, shanghai('2026-09-17 10:00'));
    await rig.arm('result', promised, shanghai('2026-09-17 10:00'));
    await to('2026-09-17 17:00');
    await rig.in((tx) => rig.deadlines.pause(tx, paused, 'result', 'awaiting-customer'));
    await rig.in((tx) =>
      rig.deadlines.rePromise(tx, promised, 'result', { dueAt: shanghai('2026-09-22 12:00'), reason: 'spare-part' }),
    );
    await change({ ...HANDLERS, breaks: { '2026-09-20': [['09:00', '12:00']] } });
    await to('2026-09-17 17:00');
    expect(await rig.deadlines.of(paused)).toMatchObject([{ state: 'paused', remainingSeconds: (1 + 8 + 5) * 3_600 }]);
    expect(await rig.deadlines.of(promised)).toMatchObject([{ state: 'armed', dueAt: shanghai('2026-09-22 12:00') }]);
  });

  it('CAL-4 thousands are moved in batches, once each', async () => {
    await rig.in(async (tx) => {
      for (let i = 0; i < 1_000; i++) await rig.armIn(tx, 'result', subject(), shanghai('2026-09-17 10:00'));
    });
    await change();
    await to('2026-09-17 10:00');
    const rows = await rig.work.query('select due_at, count(*)::int from alarms.deadline group by due_at');
    expect(rows).toEqual([{ due_at: shanghai('2026-09-21 18:00'), count: 1_000 }]);
    const [moved] = await rig.work.query<{ count: number }>(
      "select count(*)::int from audit.entry where action = 'deadline-moved'",
    );
    expect(moved?.count).toBe(1_000);
    // The second look, after every process has read the calendar again, finds nothing to do.
    await rig.db.query("update alarms.recount set not_before = '2000-01-01'");
    await to('2026-09-17 10:00');
    expect(await rig.work.query('select 1 from alarms.recount')).toEqual([]);
    const [again] = await rig.work.query<{ count: number }>(
      "select count(*)::int from audit.entry where action = 'deadline-moved'",
    );
    expect(again?.count).toBe(1_000);
  });
});
