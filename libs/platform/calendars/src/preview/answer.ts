/** Answers one question about a calendar, with the days that led to it (CAL-1 … CAL-3). */
import type { LocalDate, Pause, WorkingCalendar } from '@bihuan/domain';
import type { Question } from './question.schema';

/** A day that was looked at: which rule decided it, and when it is open. */
export interface ExplainedDay {
  readonly date: LocalDate;
  readonly rule: string;
  readonly confirmed: boolean;
  readonly open: readonly (readonly [from: string, to: string])[];
}

export interface CalendarAnswer {
  /** An instant with the calendar's offset, seconds, or yes and no. */
  readonly result: string | number | boolean;
  /** It leans on a year whose holiday notice is not out. */
  readonly provisional: boolean;
  readonly explanation: readonly ExplainedDay[];
}

/** Days explained at most: both ends of a longer walk. */
const EXPLAINED = 62;

export function answerQuestion(calendar: WorkingCalendar, question: Question): CalendarAnswer {
  switch (question.operation) {
    case 'add':
      return fromTo(
        calendar,
        question.start,
        calendar.add(at(question.start), question.seconds, pausesOf(question.pauses)),
      );
    case 'subtract':
      return fromTo(calendar, question.start, calendar.subtract(at(question.start), question.seconds));
    case 'add-working-days': {
      const { start, days, atClose } = question;
      return fromTo(calendar, start, calendar.addWorkingDays(at(start), days, atClose));
    }
    case 'next-open':
      return fromTo(calendar, question.at, calendar.nextOpen(at(question.at)));
    case 'between': {
      const [start, end] = [at(question.start), at(question.end)];
      return answer(calendar, calendar.between(start, end, pausesOf(question.pauses)), start, end);
    }
    case 'is-open':
      return answer(calendar, calendar.isOpen(at(question.at)), at(question.at), at(question.at));
    case 'is-working-day': {
      const result = calendar.isWorkingDay(question.date);
      const start = calendar.startOf(question.date);
      return answer(calendar, result, start, start);
    }
  }
}

const at = (text: string): Date => new Date(text);

const pausesOf = (pauses: readonly (readonly [string, string])[] = []): Pause[] =>
  pauses.map(([from, to]) => ({ from: at(from), to: at(to) }));

const fromTo = (calendar: WorkingCalendar, start: string, end: Date): CalendarAnswer =>
  answer(calendar, calendar.toIso(end), at(start), end);

function answer(calendar: WorkingCalendar, result: CalendarAnswer['result'], start: Date, end: Date): CalendarAnswer {
  return {
    result,
    provisional: calendar.isProvisional(start, end),
    explanation: datesBetween(calendar, start, end).map((date) => explain(calendar, date)),
  };
}

function explain(calendar: WorkingCalendar, date: LocalDate): ExplainedDay {
  const { rule, confirmed, windows } = calendar.day(date);
  return { date, rule, confirmed, open: windows.map(({ from, to }) => [calendar.toIso(from), calendar.toIso(to)]) };
}

/** Dates of the walk in order of time; of a long one its first and last. */
function datesBetween(calendar: WorkingCalendar, start: Date, end: Date): LocalDate[] {
  const [from, to] = start <= end ? [start, end] : [end, start];
  const last = calendar.dateOf(to);
  const forward = walk(calendar.dateOf(from), last, 1);
  if (forward.at(-1) === last) return forward;
  return [
    ...forward.slice(0, EXPLAINED / 2),
    ...walk(last, forward[EXPLAINED / 2] as LocalDate, -1, EXPLAINED / 2).reverse(),
  ];
}

function walk(from: LocalDate, to: LocalDate, direction: 1 | -1, most = EXPLAINED): LocalDate[] {
  const dates: LocalDate[] = [];
  for (let day = new Date(`${from}T00:00:00Z`); dates.length < most;) {
    const date = day.toISOString().slice(0, 10);
    dates.push(date);
    if (date === to) break;
    day = new Date(day.getTime() + direction * 86_400_000);
  }
  return dates;
}
