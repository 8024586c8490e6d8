/** An instant somebody outside set: no clock of the case may be due after it (APL-1). */
import { beijing, OFFICE, OFFICE_2026 } from '../calendar/test/office';
import { compileCalendar } from '../calendar/working-calendar';
import { arm, pause, recompute, rePromise, resume } from './deadline';
import { policy } from './test/policies';
import { isCutOff } from './timing';

const office = compileCalendar(OFFICE);
const at = (text: string) => beijing(text).toISOString();
const threeDays = policy({ unit: 'working-day', value: 3 });
const until = (text: string) => ({ ...threeDays, notAfter: at(text) });
const start = beijing('2026-09-16 10:00');

describe('a limit that is cut off', () => {
  it('APL-1 ends at the date the regulator set, and its warning comes before it', () => {
    const terms = until('2026-09-18 12:00');
    const running = arm(terms, start, office);
    expect(running.dueAt).toEqual(beijing('2026-09-18 12:00'));
    expect(running.firstDueAt).toEqual(running.dueAt);
    expect(running.warnAt > start && running.warnAt < running.dueAt).toBe(true);
    expect(isCutOff(terms, running.dueAt)).toBe(true);
  });

  it('APL-1 stays as it is where the date lies later', () => {
    const terms = until('2026-09-30 12:00');
    const running = arm(terms, start, office);
    expect(running.dueAt).toEqual(beijing('2026-09-21 18:00'));
    expect(isCutOff(terms, running.dueAt)).toBe(false);
    expect(isCutOff(threeDays, running.dueAt)).toBe(false);
  });

  it('APL-1 a date in the middle of a second is never passed', () => {
    const terms = until('2026-09-18 12:00:00.900');
    expect(arm(terms, start, office).dueAt).toEqual(beijing('2026-09-18 12:00:00'));
  });

  it('APL-1 DLN-3 a pause does not carry it past the date', () => {
    const context = { policy: until('2026-09-22 12:00'), calendar: office };
    const running = arm(context.policy, start, office);
    expect(running.dueAt).toEqual(beijing('2026-09-21 18:00'));
    const on = resume(pause(running, beijing('2026-09-17 10:00'), context), beijing('2026-09-21 10:00'), context);
    expect(on.dueAt).toEqual(beijing('2026-09-22 12:00'));
  });

  it('APL-1 DLN-3 only a promise made anew, by a person, may go beyond it', () => {
    const context = { policy: until('2026-09-18 12:00'), calendar: office };
    const to = beijing('2026-09-25 12:00');
    const promised = rePromise(
      arm(context.policy, start, office),
      { at: start, to, reason: '监管机构同意延期', by: 'x' },
      context,
    );
    expect(promised.dueAt).toEqual(to);
  });

  it('APL-1 CAL-4 a calendar that changes moves it up to the date and no further', () => {
    // The make-up Sunday brings the third working day forward, before the date; without it the date cuts it off.
    const terms = until('2026-09-21 12:00');
    const running = arm(terms, start, office);
    expect(running.dueAt).toEqual(beijing('2026-09-21 12:00'));
    const moved = recompute(running, { policy: terms, calendar: compileCalendar(OFFICE_2026) });
    expect(moved.dueAt).toEqual(beijing('2026-09-20 18:00'));
    expect(recompute(moved, { policy: terms, calendar: office }).dueAt).toEqual(beijing('2026-09-21 12:00'));
  });
});
