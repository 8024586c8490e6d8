/** Questions about a calendar as the preview route asks them: answers, refusals with their paths, explanations. */
import { CalendarError } from './calendar.errors';
import { answerCalendarQuestion, type CalendarAnswer, type CalendarQuestion } from './question';
import { OFFICE, OFFICE_2026 } from './test/office';
import { compileCalendar } from './working-calendar';

const ask = (question: CalendarQuestion): CalendarAnswer => answerCalendarQuestion(OFFICE_2026, question);

/** As it comes over the wire, whatever it is. */
function refusal(calendar: unknown, question: unknown): string {
  try {
    answerCalendarQuestion(calendar as typeof OFFICE, question as CalendarQuestion);
  } catch (error) {
    if (error instanceof CalendarError) return `${error.code} ${error.path}`;
    throw error;
  }
  return 'answered';
}

const start = '2026-09-18T17:30:00+08:00';

describe('CAL-3 calendar questions', () => {
  it.each<[CalendarQuestion, CalendarAnswer['result']]>([
    [{ operation: 'add', start, seconds: 7_200 }, '2026-09-20T10:30:00+08:00'],
    [{ operation: 'add', start: '2026-09-18T09:30:00Z', seconds: 1_800 }, '2026-09-18T18:00:00+08:00'],
    [{ operation: 'add', start: '2026-09-19T09:30+08:00', seconds: 0 }, '2026-09-20T09:00:00+08:00'],
    [
      {
        operation: 'add',
        start,
        seconds: 7_200,
        pauses: [
          ['2026-09-20T09:00:00+08:00', '2026-09-20T10:00:00+08:00'],
          ['2026-09-20T09:30:00+08:00', '2026-09-20T10:30:00+08:00'],
        ],
      },
      '2026-09-20T12:00:00+08:00',
    ],
    [{ operation: 'subtract', start: '2026-09-20T10:30:00+08:00', seconds: 7_200 }, start],
    [{ operation: 'subtract', start: '2026-09-19T10:30:00+08:00', seconds: 0 }, '2026-09-18T18:00:00+08:00'],
    [{ operation: 'between', start, end: '2026-09-20T10:30:00+08:00' }, 7_200],
    [{ operation: 'between', start, end: '2026-09-01T10:30:00+08:00' }, 0],
    [{ operation: 'is-open', at: start }, true],
    [{ operation: 'is-open', at: '2026-09-18T18:00:00+08:00' }, false],
    [{ operation: 'next-open', at: '2026-10-01T00:00:00+08:00' }, '2026-10-08T09:00:00+08:00'],
    [{ operation: 'is-working-day', date: '2026-09-20' }, true],
    [{ operation: 'is-working-day', date: '2026-09-27' }, false],
    [{ operation: 'add-working-days', start, days: 2 }, '2026-09-21T17:30:00+08:00'],
    [{ operation: 'add-working-days', start, days: 2, atClose: true }, '2026-09-21T18:00:00+08:00'],
    [{ operation: 'add-working-days', start, days: -2 }, '2026-09-16T17:30:00+08:00'],
  ])('CAL-3 %j', (question, result) => {
    expect(ask(question).result).toBe(result);
    expect(answerCalendarQuestion(compileCalendar(OFFICE_2026), question)).toEqual(ask(question));
  });

  it('CAL-1 an answer through an unconfirmed year is provisional and says so', () => {
    const calendar = { ...OFFICE, confirmedYears: [2026] };
    const answer = answerCalendarQuestion(calendar, {
      operation: 'add',
      start: '2026-12-31T17:00:00+08:00',
      seconds: 7_200,
    });
    expect(answer).toMatchObject({ result: '2027-01-04T10:00:00+08:00', provisional: true });
    expect(answer.explanation.at(-1)?.zh).toContain('暂定');
    const sure = answerCalendarQuestion(calendar, { operation: 'add', start, seconds: 60 });
    expect(sure.provisional).toBe(false);
  });

  it('CAL-3 the explanation names each day with its hours, its rule and what counted of it', () => {
    expect(ask({ operation: 'add', start, seconds: 7_200 }).explanation.map(({ zh }) => zh)).toEqual([
      '从 2026-09-18T17:30:00+08:00 起算',
      '2026-09-18 周五 09:00–12:00、13:00–18:00（每周工时），计入 30 分',
      '2026-09-19 周六 休息（每周工时），计入 0 秒',
      '2026-09-20 周日 09:00–12:00、13:00–18:00（指定日（含调休）），计入 1 小时 30 分',
      '结果：2026-09-20T10:30:00+08:00',
    ]);
    const long = ask({ operation: 'add', start, seconds: 200 * 8 * 3_600 }).explanation;
    expect(long).toHaveLength(34);
    expect(long.at(-2)?.en).toMatch(/days left count 1\d\d\d h/);
    const days = ask({ operation: 'add-working-days', start, days: 2, atClose: true }).explanation;
    expect(days.at(-2)?.en).toBe('2026-09-21 Mon 09:00–12:00, 13:00–18:00 (weekly hours); working day 2');
  });
});

describe('CAL-3 bad questions are refused with the path of the fault', () => {
  it.each([
    [{ operation: 'sleep' }, 'bad-operation /operation'],
    [{ operation: 'toString' }, 'bad-operation /operation'],
    [{}, 'bad-operation /operation'],
    [[], 'not-an-object '],
    [{ operation: 'add', start, seconds: -1 }, 'bad-seconds /seconds'],
    [{ operation: 'add', start, seconds: 1.5 }, 'bad-seconds /seconds'],
    [{ operation: 'add', start, seconds: '60' }, 'bad-seconds /seconds'],
    [{ operation: 'add', start }, 'required /seconds'],
    [{ operation: 'add', seconds: 1 }, 'required /start'],
    [{ operation: 'add', start: '2026-09-18T17:30:00', seconds: 1 }, 'bad-instant /start'],
    [{ operation: 'add', start: '2026-02-30T17:30:00Z', seconds: 1 }, 'bad-instant /start'],
    [{ operation: 'add', start: '2026-09-18T24:30:00Z', seconds: 1 }, 'bad-instant /start'],
    [{ operation: 'add', start: 1_789_000_000, seconds: 1 }, 'bad-instant /start'],
    [{ operation: 'add', start, seconds: 1_000_000_000 }, 'answered'],
    [{ operation: 'add', start, seconds: 9_007_199_254_740 }, 'no-end /seconds'],
    [{ operation: 'add', start, seconds: 9_007_199_254_740_991 }, 'bad-seconds /seconds'],
    [{ operation: 'add', start, seconds: 1, end: start }, 'unknown-field /end'],
    [{ operation: 'add', start, seconds: 1, pauses: [[start]] }, 'bad-pause /pauses/0'],
    [{ operation: 'add', start, seconds: 1, pauses: [[start, 'x']] }, 'bad-instant /pauses/0/1'],
    [{ operation: 'add', start, seconds: 1, pauses: [[start, '2026-09-17T00:00:00Z']] }, 'bad-pause /pauses/0'],
    [{ operation: 'subtract', start, seconds: 1, pauses: [] }, 'unknown-field /pauses'],
    [{ operation: 'between', start }, 'required /end'],
    [{ operation: 'is-working-day', date: '2026-02-29' }, 'bad-date /date'],
    [{ operation: 'is-working-day' }, 'required /date'],
    [{ operation: 'add-working-days', start, days: 0.5 }, 'bad-days /days'],
    [{ operation: 'add-working-days', start, days: 1e12 }, 'no-end /days'],
    [{ operation: 'add-working-days', start, days: 1, atClose: 'yes' }, 'bad-flag /atClose'],
  ])('CAL-3 %j → %s', (question, refused) => {
    expect(refusal(OFFICE_2026, question)).toBe(refused);
  });

  it('CAL-3 walks of centuries answer or refuse within seconds', () => {
    const began = performance.now();
    refusal(
      { weekly: {}, specialDays: { '2026-09-18': [['09:00', '10:00']] } },
      { operation: 'add', start, seconds: 3_600 },
    );
    refusal(OFFICE_2026, { operation: 'add', start, seconds: 9_007_199_254_740 });
    expect(performance.now() - began).toBeLessThan(5_000);
  });
});

describe('CAL-1 bad calendars are refused with the path of the fault', () => {
  const question: CalendarQuestion = { operation: 'is-open', at: start };
  const good = { weekly: { mon: [['09:00', '18:00']] } };

  it.each([
    [null, 'not-an-object /calendar'],
    [{}, 'required /calendar/weekly'],
    [{ weekly: {} }, 'never-open /calendar'],
    [{ ...good, timezone: 'Asia/Nowhere' }, 'bad-timezone /calendar/timezone'],
    [{ ...good, timezone: null }, 'bad-timezone /calendar/timezone'],
    [{ ...good, hours: 8 }, 'unknown-field /calendar/hours'],
    [{ weekly: { monday: [] } }, 'bad-weekday /calendar/weekly/monday'],
    [{ weekly: { mon: ['09:00', '18:00'] } }, 'bad-window /calendar/weekly/mon/0'],
    [{ weekly: { mon: [['9:00', '18:00']] } }, 'bad-time /calendar/weekly/mon/0/0'],
    [{ weekly: { mon: [['09:00', '24:01']] } }, 'bad-time /calendar/weekly/mon/0/1'],
    [{ weekly: { mon: [['24:00', '06:00']] } }, 'bad-time /calendar/weekly/mon/0/0'],
    [{ weekly: { mon: [['09:00', '12:60']] } }, 'bad-time /calendar/weekly/mon/0/1'],
    [{ ...good, holidays: ['2026-13-01'] }, 'bad-date /calendar/holidays/0'],
    [{ ...good, holidays: '2026-10-01' }, 'not-a-list /calendar/holidays'],
    [{ ...good, recurringHolidays: ['02-29', '02-30'] }, 'bad-month-day /calendar/recurringHolidays/1'],
    [{ ...good, specialDays: { '2026/10/01': [] } }, 'bad-date /calendar/specialDays/2026~110~101'],
    [{ ...good, breaks: { '2026-10-01': [['a', 'b']] } }, 'bad-time /calendar/breaks/2026-10-01/0/0'],
    [{ ...good, confirmedYears: [0] }, 'bad-year /calendar/confirmedYears/0'],
    [
      {
        ...good,
        changes: [
          { from: '2026-10-01', weekly: {} },
          { from: '2026-09-01', weekly: {} },
        ],
      },
      'changes-not-in-order /calendar/changes/1/from',
    ],
    [good, 'answered'],
  ])('CAL-1 %j → %s', (calendar, refused) => {
    expect(refusal(calendar, question)).toBe(refused);
  });
});
