/** Questions about a calendar given in the request (api.md, Calendar questions). */
import { CalendarError, compileCalendar } from '@bihuan/domain';
import { answerQuestion } from './answer';
import { questionSchema } from './question.schema';

const office = {
  timezone: 'Asia/Shanghai',
  weekly: {
    mon: [
      ['09:00', '12:00'],
      ['13:00', '18:00'],
    ],
    tue: [
      ['09:00', '12:00'],
      ['13:00', '18:00'],
    ],
    wed: [
      ['09:00', '12:00'],
      ['13:00', '18:00'],
    ],
    thu: [
      ['09:00', '12:00'],
      ['13:00', '18:00'],
    ],
    fri: [
      ['09:00', '12:00'],
      ['13:00', '18:00'],
    ],
  },
  holidays: ['2026-10-01'],
  recurringHolidays: ['12-25'],
  specialDays: { '2026-10-10': [['09:00', '18:00']] },
  breaks: { '2026-06-01': [['11:00', '11:20']] },
};

function ask(question: object, calendar: object = office) {
  const parsed = questionSchema.parse({ calendar, ...question });
  return answerQuestion(compileCalendar(calendar as never), parsed);
}

const fridayHalfPastFive = '2026-09-11T17:30:00+08:00';

describe('calendar preview', () => {
  it('CAL-3 adds open seconds over the weekend and answers with the calendar’s offset', () => {
    expect(ask({ operation: 'add', start: fridayHalfPastFive, seconds: 7_200 }).result).toBe(
      '2026-09-14T10:30:00+08:00',
    );
  });

  it('CAL-3 a limit used up at closing is due at closing; 0 seconds answer like next-open', () => {
    expect(ask({ operation: 'add', start: fridayHalfPastFive, seconds: 1_800 }).result).toBe(
      '2026-09-11T18:00:00+08:00',
    );
    const saturday = '2026-09-12T10:00:00+08:00';
    expect(ask({ operation: 'add', start: saturday, seconds: 0 }).result).toBe('2026-09-14T09:00:00+08:00');
    expect(ask({ operation: 'next-open', at: saturday }).result).toBe('2026-09-14T09:00:00+08:00');
  });

  it('CAL-3 subtracts to the closing where the start lies outside', () => {
    const monday = '2026-09-14T08:00:00+08:00';
    expect(ask({ operation: 'subtract', start: monday, seconds: 0 }).result).toBe('2026-09-11T18:00:00+08:00');
    expect(ask({ operation: 'subtract', start: monday, seconds: 3_600 }).result).toBe('2026-09-11T17:00:00+08:00');
  });

  it('CAL-3 takes breaks and merged pauses off', () => {
    const day = { start: '2026-06-01T09:00:00+08:00', end: '2026-06-01T18:00:00+08:00' };
    expect(ask({ operation: 'between', ...day }).result).toBe(8 * 3_600 - 1_200);
    const pauses = [
      ['2026-06-01T13:00:00+08:00', '2026-06-01T14:00:00+08:00'],
      ['2026-06-01T13:30:00+08:00', '2026-06-01T14:30:00+08:00'],
    ];
    expect(ask({ operation: 'between', ...day, pauses }).result).toBe(8 * 3_600 - 1_200 - 5_400);
    expect(ask({ operation: 'between', start: day.end, end: day.start }).result).toBe(0);
  });

  it('CAL-1 a special day wins over the week, a holiday closes the day', () => {
    expect(ask({ operation: 'is-working-day', date: '2026-10-10' }).result).toBe(true);
    expect(ask({ operation: 'is-working-day', date: '2026-10-01' }).result).toBe(false);
    expect(ask({ operation: 'is-open', at: '2026-12-25T10:00:00+08:00' }).result).toBe(false);
  });

  it('CAL-2 counts working days to the same clock time, or to the close', () => {
    const question = { operation: 'add-working-days', start: '2026-09-30T17:30:00+08:00', days: 2 };
    expect(ask(question).result).toBe('2026-10-05T17:30:00+08:00');
    expect(ask({ ...question, atClose: true }).result).toBe('2026-10-05T18:00:00+08:00');
    expect(ask({ ...question, days: -1 }).result).toBe('2026-09-29T17:30:00+08:00');
  });

  it('CAL-1 explains each day of the walk by the rule that decided it', () => {
    const { explanation, provisional } = ask({ operation: 'add', start: '2026-09-30T17:30:00+08:00', seconds: 3_600 });
    expect(provisional).toBe(false);
    expect(explanation.map(({ date, rule }) => [date, rule])).toEqual([
      ['2026-09-30', 'weekly'],
      ['2026-10-01', 'holiday'],
      ['2026-10-02', 'weekly'],
    ]);
    expect(explanation[1]?.open).toEqual([]);
    expect(explanation[2]?.open[0]).toEqual(['2026-10-02T09:00:00+08:00', '2026-10-02T12:00:00+08:00']);
  });

  it('CAL-3 explains both ends of a long walk, in order and each day once', () => {
    const { explanation } = ask({ operation: 'add', start: '2026-01-05T09:00:00+08:00', seconds: 3_000_000 });
    const dates = explanation.map(({ date }) => date);
    expect(dates).toHaveLength(62);
    expect(dates).toEqual([...new Set(dates)].sort());
    expect(dates[0]).toBe('2026-01-05');
    expect(explanation.at(-1)?.open.length).toBeGreaterThan(0);
  });

  it('CAL-1 a year whose notice is not out makes the answer provisional', () => {
    const calendar = { ...office, confirmedYears: [2026] };
    expect(ask({ operation: 'is-open', at: '2027-10-01T10:00:00+08:00' }, calendar)).toMatchObject({
      result: false,
      provisional: true,
    });
  });

  it('CAL-3 refuses what is malformed: seconds below zero, an instant without offset, an unknown field', () => {
    const paths = (question: object) =>
      questionSchema.safeParse({ calendar: office, ...question }).error?.issues.map(({ path }) => path);
    expect(paths({ operation: 'add', start: fridayHalfPastFive, seconds: -1 })).toEqual([['seconds']]);
    expect(paths({ operation: 'add', start: '2026-09-11T17:30:00', seconds: 1 })).toEqual([['start']]);
    expect(paths({ operation: 'add', start: fridayHalfPastFive, seconds: 1, more: 1 })).toEqual([[]]);
    expect(paths({ operation: 'guess' })).toEqual([['operation']]);
    expect(() => compileCalendar({ weekly: {} })).toThrow(CalendarError);
  });
});
