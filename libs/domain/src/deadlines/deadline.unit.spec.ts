/** Pausing, promising anew, recomputing and judging deadlines (DLN-3, 6, 7; CAL-4). */
import fc from 'fast-check';
import { ALWAYS, OFFICE, OFFICE_2026, beijing } from '../calendar/test/office';
import { compileCalendar } from '../calendar/working-calendar';
import {
  arm,
  judge,
  latenessSeconds,
  pause,
  rePromise,
  recompute,
  resume,
  secondsLeft,
  shareUsed,
  type RunningDeadline,
} from './deadline';
import { deadlineStates, stateAt } from './deadline-state';
import { codeOf, policy, twoDays, twoHours } from './test/policies';
import type { DeadlineContext } from './timing';

const office = compileCalendar(OFFICE);
const office2026 = compileCalendar(OFFICE_2026);

describe('DLN-3 pause and resume', () => {
  const context: DeadlineContext = { policy: twoDays, calendar: office };

  it('DLN-3 a pause of a working-day limit keeps the open seconds left and adds them at resume', () => {
    const running = arm(twoDays, beijing('2026-09-16 10:00'), office);
    const paused = pause(running, beijing('2026-09-17 15:00'), context);
    expect(paused.remainingSeconds).toBe((3 + 8) * 3_600);
    const on = resume(paused, beijing('2026-09-22 10:00'), context);
    expect(on.dueAt).toEqual(beijing('2026-09-23 14:00'));
    expect([on.pausedAt, on.remainingSeconds, on.firstDueAt]).toEqual([null, null, running.dueAt]);
  });

  it('DLN-3 a pause of an elapsed limit keeps the elapsed seconds, and the warning follows', () => {
    const elapsed = { policy: policy({ unit: 'hour', value: 10 }), calendar: office };
    const running = arm(elapsed.policy, beijing('2026-09-18 10:00'), office);
    const on = resume(pause(running, beijing('2026-09-18 12:00'), elapsed), beijing('2026-09-19 00:00'), elapsed);
    expect([on.dueAt, on.warnAt]).toEqual([beijing('2026-09-19 08:00'), beijing('2026-09-19 07:00')]);
  });

  it('DLN-3 a pause of no length moves nothing, also in the middle of a second', () => {
    const running = arm(twoHours, beijing('2026-09-18 10:00'), office);
    const at = beijing('2026-09-18 11:30:00.500');
    const hours = { policy: twoHours, calendar: office };
    expect(resume(pause(running, at, hours), at, hours)).toMatchObject({
      dueAt: running.dueAt,
      warnAt: running.warnAt,
    });
  });

  it('DLN-3 a deadline past due keeps its due time', () => {
    const running = arm(twoDays, beijing('2026-09-16 10:00'), office);
    const on = resume(pause(running, beijing('2026-09-21 10:00'), context), beijing('2026-09-22 10:00'), context);
    expect(on.dueAt).toEqual(running.dueAt);
  });

  it('DLN-3 what makes no sense is refused', () => {
    const running = arm(twoDays, beijing('2026-09-16 10:00'), office);
    const paused = pause(running, beijing('2026-09-17 15:00'), context);
    expect(codeOf(() => pause(paused, beijing('2026-09-17 16:00'), context))).toBe('already-paused ');
    expect(codeOf(() => resume(running, beijing('2026-09-17 16:00'), context))).toBe('not-paused ');
    expect(codeOf(() => resume(paused, beijing('2026-09-17 14:00'), context))).toBe('before-start ');
    expect(codeOf(() => pause(running, beijing('2026-09-16 09:00'), context))).toBe('before-start ');
  });

  it('DLN-3 used time never changes over a pause, whatever its moments', () => {
    const minutes = fc.integer({ min: 0, max: 9 * 1_440 });
    const contexts = [
      context,
      { policy: twoHours, calendar: office },
      { policy: policy({ unit: 'day', value: 3 }), calendar: office },
    ];
    fc.assert(
      fc.property(fc.constantFrom(...contexts), minutes, minutes, minutes, (each, offset, before, length) => {
        const start = new Date(beijing('2026-09-14 00:00').getTime() + offset * 60_000);
        const running = arm(each.policy, start, office);
        const at = new Date(start.getTime() + before * 60_000);
        const end = new Date(at.getTime() + length * 60_000);
        const on = resume(pause(running, at, each), end, each);
        expect(secondsLeft(on, end, each)).toBe(secondsLeft(running, at, each));
        expect(shareUsed(on, end, each)).toBeCloseTo(shareUsed(running, at, each), 9);
        expect(on.dueAt.getTime()).toBeGreaterThanOrEqual(running.dueAt.getTime());
      }),
      { numRuns: 400, seed: 7 },
    );
  });
});

describe('DLN-3 re-promise', () => {
  const context: DeadlineContext = { policy: twoDays, calendar: office };
  const running = arm(twoDays, beijing('2026-09-16 10:00'), office);
  const promise = {
    at: beijing('2026-09-18 15:00'),
    to: beijing('2026-09-22 12:00'),
    reason: '等待备件',
    by: 'E1',
    approvedBy: 'E2',
  };

  it('DLN-3 keeps old and new time, reason, by whom and who approved it; the first promise stays', () => {
    const on = rePromise(running, promise, context);
    expect(on.dueAt).toEqual(promise.to);
    expect(on.firstDueAt).toEqual(running.dueAt);
    expect(on.rePromises).toEqual([{ ...promise, from: running.dueAt }]);
    expect(on.steps[0]?.at).toEqual(promise.to);
    expect(rePromise(on, { ...promise, to: beijing('2026-09-23 12:00') }, context).rePromises).toHaveLength(2);
  });

  it('DLN-3 must lie later than the moment it is given', () => {
    expect(codeOf(() => rePromise(running, { ...promise, to: promise.at }, context))).toBe(
      'promise-in-the-past /dueAt',
    );
  });

  it('DLN-3 given while paused, the rest of the time is that of the new promise', () => {
    const paused = pause(running, beijing('2026-09-18 15:00'), context);
    const on = resume(rePromise(paused, promise, context), beijing('2026-09-21 09:00'), context);
    expect(on.dueAt).toEqual(beijing('2026-09-22 16:00'));
  });
});

describe('CAL-4 a calendar that changes', () => {
  const under = (calendar: typeof office): DeadlineContext => ({ policy: twoDays, calendar });

  it('CAL-4 moves the due time and plays pauses and promises again', () => {
    const running = arm(twoDays, beijing('2026-09-17 10:00'), office);
    expect(recompute(running, under(office2026)).dueAt).toEqual(beijing('2026-09-20 18:00'));
    const on = resume(
      pause(running, beijing('2026-09-18 10:00'), under(office)),
      beijing('2026-09-18 11:00'),
      under(office),
    );
    expect(on.dueAt).toEqual(beijing('2026-09-22 10:00'));
    expect(recompute(on, under(office2026)).dueAt).toEqual(beijing('2026-09-21 10:00'));
    const to = beijing('2026-09-25 12:00');
    const promised = rePromise(on, { at: beijing('2026-09-18 12:00'), to, reason: 'r', by: 'E1' }, under(office));
    const moved = recompute(promised, under(office2026));
    expect([moved.dueAt, moved.rePromises.length]).toEqual([to, 1]);
  });

  it('CAL-4 under the same calendar nothing moves, also while paused', () => {
    const running = arm(twoDays, beijing('2026-09-17 10:00'), office);
    const once = resume(
      pause(running, beijing('2026-09-18 10:00'), under(office)),
      beijing('2026-09-18 11:00'),
      under(office),
    );
    const twice = pause(once, beijing('2026-09-21 11:00'), under(office));
    expect(recompute(twice, under(office))).toEqual(twice);
  });

  it('CAL-1 a due time in a year whose notice is not out is provisional, and moves with the notice', () => {
    const draft = compileCalendar({ ...OFFICE, confirmedYears: [2026] });
    const notice = compileCalendar({ ...OFFICE, holidays: ['2027-01-01', '2027-01-04'], confirmedYears: [2026, 2027] });
    const running = arm(twoDays, beijing('2026-12-30 10:00'), draft);
    expect([running.dueAt, running.provisional]).toEqual([beijing('2027-01-04 18:00'), true]);
    const moved = recompute(running, under(notice));
    expect([moved.dueAt, moved.provisional]).toEqual([beijing('2027-01-05 18:00'), false]);
  });
});

describe('DLN-7 judged by instants', () => {
  const due = beijing('2026-09-18 18:00');

  it('DLN-7 on time up to the due instant itself, late a millisecond after', () => {
    expect([judge(due, due), judge(due, beijing('2026-09-18 18:00:00.001'))]).toEqual(['on-time', 'late']);
    expect([latenessSeconds(due, due), latenessSeconds(due, beijing('2026-09-18 18:01'))]).toEqual([0, 60]);
  });

  it('DLN-3 the state follows from the instants', () => {
    const running = arm(twoHours, beijing('2026-09-18 09:00'), office);
    const states = ['10:47:59', '10:48:00', '10:59:59', '11:00:00'].map((at) =>
      stateAt(running, beijing(`2026-09-18 ${at}`)),
    );
    expect(states).toEqual(['armed', 'warned', 'warned', 'breached']);
    expect(stateAt({ ...running, pausedAt: running.startedAt }, running.dueAt)).toBe('paused');
    expect(deadlineStates.allowedActions('met')).toEqual([]);
    expect(deadlineStates.next('breached', 'pause')).toBe('paused');
    expect(deadlineStates.next('paused', 'breach')).toBeNull();
  });

  it('DLN-6 share used and seconds left, standing still while paused', () => {
    const context = { policy: twoHours, calendar: office };
    const running = arm(twoHours, beijing('2026-09-18 17:30'), office);
    const at = (deadline: RunningDeadline, now: string) => [
      shareUsed(deadline, beijing(now), context),
      secondsLeft(deadline, beijing(now), context),
    ];
    expect(at(running, '2026-09-19 12:00')).toEqual([0.25, 5_400]);
    expect(at(running, '2026-09-21 10:30')).toEqual([1, 0]);
    expect(at(running, '2026-09-21 11:30')).toEqual([1.5, 0]);
    const paused = pause(running, beijing('2026-09-19 12:00'), context);
    expect(at(paused, '2026-09-23 12:00')).toEqual([0.25, 5_400]);
  });

  it('CAL-1 24×7 is a calendar too', () => {
    const always = compileCalendar(ALWAYS);
    const running = arm(twoHours, beijing('2026-09-19 23:00'), always);
    expect(running.dueAt).toEqual(beijing('2026-09-20 01:00'));
  });
});
