/** B1: working time against a minute-by-minute oracle: 25,000 cases, 500,000 of them in `npm run test:faults`. */
import fc from 'fast-check';
import { CalendarError } from './calendar.errors';
import { MinuteOracle } from './test/minute-oracle';
import { DAY_MS, sceneOf, type Scene } from './test/calendar.arbitraries';
import { compileCalendar, type WorkingCalendar } from './working-calendar';

const DAYS = 16;
const FULL = process.env['FAULTS'] === 'full';
const CALENDARS = FULL ? 5_000 : 250;
const CASES_EACH = 100;
const MINUTE = 60_000;

const iso = (ms: number | null): string | null => (ms === null ? null : new Date(ms).toISOString());

/** A calendar that is never open is refused, which is right and asks nothing. */
function compiled(definition: Scene['definition']): WorkingCalendar | null {
  try {
    return compileCalendar(definition);
  } catch (error) {
    if (error instanceof CalendarError && error.code === 'never-open') return null;
    throw error;
  }
}

const questions = fc.array(
  fc.record({
    start: fc.integer({ min: 2 * 86_400, max: (DAYS - 2) * 86_400 }),
    whole: fc.boolean(),
    seconds: fc.oneof(
      fc.integer({ min: 0, max: 200_000 }),
      fc.integer({ min: 0, max: 60 }).map((quarters) => quarters * 900),
      fc.constant(0),
    ),
    pauses: fc.array(fc.tuple(fc.integer({ min: 0, max: DAYS * 1_440 }), fc.integer({ min: 0, max: 2_000 })), {
      maxLength: 3,
    }),
  }),
  { minLength: CASES_EACH, maxLength: CASES_EACH },
);

type Question = typeof questions extends fc.Arbitrary<(infer Each)[]> ? Each : never;

function compare(calendar: WorkingCalendar, oracle: MinuteOracle, first: number, question: Question): void {
  const start = first + (question.whole ? Math.floor(question.start / 60) * 60 : question.start) * 1_000;
  const pairs = question.pauses.map(
    ([from, length]) => [first + from * MINUTE, first + (from + length) * MINUTE] as const,
  );
  const pauses = pairs.map(([from, to]) => ({ from: new Date(from), to: new Date(to) }));
  const [at, { seconds }] = [new Date(start), question];

  same(calendar.isOpen(at), oracle.isOpen(start), 'isOpen');
  for (const [outside, slow] of [[[], oracle] as const, [pauses, oracle.without(pairs)] as const]) {
    const due = slow.add(start, seconds);
    if (due === null) continue;
    const found = calendar.add(at, seconds, outside);
    same(found.getTime(), due, 'add');
    same(calendar.between(at, found, outside), seconds, 'add then between gives the duration back');
    if (seconds > 0) same(calendar.isOpen(new Date(due - 1)), true, 'the last moment before due is open time');
    const end = Math.min(due + 3_601_000, first + (DAYS - 1) * DAY_MS);
    same(calendar.between(at, new Date(end), outside), slow.between(start, end), 'between');
  }
  const back = oracle.subtract(start, seconds);
  if (back !== null) same(calendar.subtract(at, seconds).getTime(), back, 'subtract');
}

/** Like expect().toBe(), without its price of some 20 µs a call. */
function same<T>(found: T, wanted: T, what: string): void {
  if (found !== wanted) throw new Error(`${what}: found ${String(found)}, the oracle says ${String(wanted)}`);
}

describe('CAL-3 working time equals a walk minute by minute', () => {
  it('CAL-3 B1 add, between, isOpen and subtract, with and without pauses, equal the oracle', () => {
    let asked = 0;
    fc.assert(
      fc.property(sceneOf(DAYS), questions, ({ first, definition }, cases) => {
        const calendar = compiled(definition);
        if (!calendar) return;
        const oracle = new MinuteOracle(definition, first, DAYS * 1_440);
        for (const question of cases) compare(calendar, oracle, first, question);
        asked += cases.length;
      }),
      { numRuns: CALENDARS, seed: 20_260_918 },
    );
    expect(asked).toBeGreaterThan((CALENDARS * CASES_EACH * 9) / 10);
  });

  it('CAL-3 B1 two adds are one add, and more time is never due earlier', () => {
    const seconds = fc.integer({ min: 1, max: 2_000_000 });
    fc.assert(
      fc.property(
        sceneOf(DAYS),
        fc.integer({ min: 0, max: DAYS * 86_400 }),
        seconds,
        seconds,
        (scene, offset, a, b) => {
          const calendar = compiled(scene.definition);
          const at = new Date(scene.first + offset * 1_000);
          if (!calendar || !hasEnd(calendar, at, a + b)) return;
          const once = calendar.add(at, a + b);
          expect(calendar.add(calendar.add(at, a), b)).toEqual(once);
          expect(calendar.add(at, a).getTime()).toBeLessThan(once.getTime());
          expect(calendar.add(new Date(at.getTime() + 1_000), a + b).getTime()).toBeGreaterThanOrEqual(once.getTime());
          expect(calendar.between(calendar.subtract(once, a + b), once)).toBe(a + b);
        },
      ),
      { numRuns: 1_000, seed: 41 },
    );
  });

  it('CAL-3 B1 the oracle can say no: a calendar that opens a minute later differs from it', () => {
    const weekly = { mon: [['09:00', '12:00']] } as const;
    const late = { mon: [['09:01', '12:00']] } as const;
    const first = Date.parse('2026-09-21T00:00:00Z');
    const oracle = new MinuteOracle({ weekly }, first, 1_440);
    expect(iso(oracle.add(first, 60))).toBe('2026-09-21T01:01:00.000Z');
    expect(compileCalendar({ weekly: late }).add(new Date(first), 60).toISOString()).not.toBe(
      iso(oracle.add(first, 60)),
    );
  });
});

function hasEnd(calendar: WorkingCalendar, at: Date, seconds: number): boolean {
  try {
    calendar.add(at, seconds);
    return true;
  } catch (error) {
    if (error instanceof CalendarError && error.code === 'no-end') return false;
    throw error;
  }
}
