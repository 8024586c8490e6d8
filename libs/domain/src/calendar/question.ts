/** Answers a question about a calendar as `POST /api/calendars/preview` asks it (api.md 'Calendar questions'). */
import type { Texts } from '../errors';
import { CalendarError } from './calendar.errors';
import { checkObject } from './check-definition';
import { parseDate } from './civil';
import type { CalendarDefinition, LocalDate } from './definition';
import { explainCount, explainDay, explainWorkingDays } from './explain';
import { SENTENCES } from './explanation-texts';
import { mergePauses, type Pause } from './pauses';
import { WorkingCalendar, compileCalendar } from './working-calendar';

/** A question after its check; instants as ISO 8601 with an offset, pauses as pairs of instants. */
export type CalendarQuestion =
  | { operation: 'add'; start: string; seconds: number; pauses?: [string, string][] }
  | { operation: 'subtract'; start: string; seconds: number }
  | { operation: 'between'; start: string; end: string; pauses?: [string, string][] }
  | { operation: 'is-open'; at: string }
  | { operation: 'next-open'; at: string }
  | { operation: 'is-working-day'; date: LocalDate }
  | { operation: 'add-working-days'; start: string; days: number; atClose?: boolean };

export interface CalendarAnswer {
  /** An instant (ISO 8601 with the calendar's offset), seconds, or yes and no. */
  readonly result: string | number | boolean;
  /** True where a year whose holiday notice is not out was touched. */
  readonly provisional: boolean;
  readonly explanation: readonly Texts[];
}

type Fields = Record<string, unknown>;
type Answer = (calendar: WorkingCalendar, fields: Fields) => CalendarAnswer;

const ISO = /^(\d{4}-\d\d-\d\d)T([01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,9})?)?(?:Z|[+-](?:0\d|1[0-4]):[0-5]\d)$/;

/** Reads ISO 8601 with an offset; throws CalendarError 'bad-instant' under `path`. */
export function parseInstant(text: unknown, path: string): Date {
  if (text === undefined) throw new CalendarError('required', path);
  const match = typeof text === 'string' ? ISO.exec(text) : null;
  if (!match || parseDate(match[1]) === null) throw new CalendarError('bad-instant', path);
  return new Date(match[0]);
}

function wholeNumber(value: unknown, path: string, code: 'bad-seconds' | 'bad-days'): number {
  if (value === undefined) throw new CalendarError('required', path);
  const fits = typeof value === 'number' && Number.isSafeInteger(value) && (code === 'bad-days' || value >= 0);
  if (!fits) throw new CalendarError(code, path);
  return value;
}

function pausesOf(value: unknown): readonly Pause[] {
  if (value === undefined) return [];
  if (!Array.isArray(value)) throw new CalendarError('not-a-list', '/pauses');
  const pauses = value.map((pair: unknown, i): Pause => {
    if (!Array.isArray(pair) || pair.length !== 2) throw new CalendarError('bad-pause', `/pauses/${i}`);
    return { from: parseInstant(pair[0], `/pauses/${i}/0`), to: parseInstant(pair[1], `/pauses/${i}/1`) };
  });
  mergePauses(pauses);
  return pauses;
}

function answered(
  calendar: WorkingCalendar,
  result: Date | number | boolean,
  touched: readonly [Date, Date],
  lines: readonly Texts[],
): CalendarAnswer {
  const provisional = calendar.isProvisional(touched[0], touched[1]);
  return {
    result: result instanceof Date ? calendar.toIso(result) : result,
    provisional,
    explanation: [
      ...lines,
      ...(result instanceof Date ? [SENTENCES.result(calendar.toIso(result))] : []),
      ...(provisional ? [SENTENCES.provisional()] : []),
    ],
  };
}

const add: Answer = (calendar, fields) => {
  const start = parseInstant(fields.start, '/start');
  const pauses = pausesOf(fields.pauses);
  const due = calendar.add(start, wholeNumber(fields.seconds, '/seconds', 'bad-seconds'), pauses);
  const lines = [SENTENCES.from(calendar.toIso(start)), ...explainCount(calendar, start, due, pauses)];
  return answered(calendar, due, [start, due], lines);
};

const subtract: Answer = (calendar, fields) => {
  const start = parseInstant(fields.start, '/start');
  const from = calendar.subtract(start, wholeNumber(fields.seconds, '/seconds', 'bad-seconds'));
  const lines = [SENTENCES.from(calendar.toIso(start)), ...explainCount(calendar, from, start, [])];
  return answered(calendar, from, [from, start], lines);
};

const between: Answer = (calendar, fields) => {
  const start = parseInstant(fields.start, '/start');
  const end = parseInstant(fields.end, '/end');
  const pauses = pausesOf(fields.pauses);
  const lines = [SENTENCES.from(calendar.toIso(start)), ...explainCount(calendar, start, end, pauses)];
  return answered(calendar, calendar.between(start, end, pauses), [start, end], lines);
};

const isOpen: Answer = (calendar, fields) => {
  const at = parseInstant(fields.at, '/at');
  const lines = [SENTENCES.question(calendar.toIso(at)), explainDay(calendar, calendar.dateOf(at))];
  return answered(calendar, calendar.isOpen(at), [at, at], lines);
};

const nextOpen: Answer = (calendar, fields) => {
  const at = parseInstant(fields.at, '/at');
  const opening = calendar.nextOpen(at);
  const lines = [SENTENCES.question(calendar.toIso(at)), explainDay(calendar, calendar.dateOf(opening))];
  return answered(calendar, opening, [at, opening], lines);
};

const isWorkingDay: Answer = (calendar, { date }) => {
  if (date === undefined) throw new CalendarError('required', '/date');
  if (typeof date !== 'string' || parseDate(date) === null) throw new CalendarError('bad-date', '/date');
  const at = calendar.startOf(date);
  return answered(calendar, calendar.isWorkingDay(date), [at, at], [explainDay(calendar, date)]);
};

const addWorkingDays: Answer = (calendar, fields) => {
  const start = parseInstant(fields.start, '/start');
  const days = wholeNumber(fields.days, '/days', 'bad-days');
  const { atClose = false } = fields;
  if (typeof atClose !== 'boolean') throw new CalendarError('bad-flag', '/atClose');
  const due = calendar.addWorkingDays(start, days, atClose);
  const lines = [SENTENCES.from(calendar.toIso(start)), ...explainWorkingDays(calendar, start, days)];
  return answered(calendar, due, [start, due], lines);
};

/** A question's fields, and the one a walk without end is blamed on. */
const OPERATIONS: Readonly<Record<CalendarQuestion['operation'], readonly [Answer, readonly string[], string]>> = {
  add: [add, ['start', 'seconds', 'pauses'], '/seconds'],
  subtract: [subtract, ['start', 'seconds'], '/seconds'],
  between: [between, ['start', 'end', 'pauses'], '/end'],
  'is-open': [isOpen, ['at'], '/at'],
  'next-open': [nextOpen, ['at'], '/at'],
  'is-working-day': [isWorkingDay, ['date'], '/date'],
  'add-working-days': [addWorkingDays, ['start', 'days', 'atClose'], '/days'],
};

const isOperation = (name: unknown): name is CalendarQuestion['operation'] =>
  typeof name === 'string' && Object.hasOwn(OPERATIONS, name);

/**
 * Answers a question about a calendar that is given or compiled already. Throws CalendarError with a JSON pointer:
 * under `/calendar` for the calendar, else into the question.
 */
export function answerCalendarQuestion(
  calendar: CalendarDefinition | WorkingCalendar,
  question: CalendarQuestion,
): CalendarAnswer {
  const compiled = calendar instanceof WorkingCalendar ? calendar : compiledUnder('/calendar', calendar);
  const { operation } = checkObject(question, '');
  if (!isOperation(operation)) throw new CalendarError('bad-operation', '/operation');
  const [answer, names, blamed] = OPERATIONS[operation];
  const fields = checkObject(question, '', ['operation', ...names]);
  try {
    return answer(compiled, fields);
  } catch (error) {
    throw error instanceof CalendarError && error.path === '' ? error.under(blamed) : error;
  }
}

function compiledUnder(prefix: string, calendar: CalendarDefinition): WorkingCalendar {
  try {
    return compileCalendar(calendar);
  } catch (error) {
    throw error instanceof CalendarError ? error.under(prefix) : error;
  }
}
