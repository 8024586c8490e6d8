/** 'Why is it due then?': the days an answer went through, with their hours and what of them counted. */
import type { Texts } from '../errors';
import { parseDate, shiftDate, weekdayIndex } from './civil';
import type { LocalDate } from './definition';
import { CLOSED, NEXT_DAY, RULE_NAMES, SENTENCES, WEEKDAY_NAMES, amount } from './explanation-texts';
import type { Pause } from './pauses';
import type { WorkingCalendar } from './working-calendar';

/** Days told one by one; the rest is summed up in a line. */
const DAYS_TOLD = 31;

const NONE: Texts = { zh: '', en: '' };

/** The clock of an instant, with a mark where it lies on the date after. */
function clockOf(calendar: WorkingCalendar, date: LocalDate, at: Date): Texts {
  const iso = calendar.toIso(at);
  const time = iso.slice(iso.indexOf('T') + 1, iso.indexOf('T') + 6);
  const mark = calendar.dateOf(at) === date ? NONE : NEXT_DAY;
  return { zh: mark.zh + time, en: mark.en + time };
}

/** One date: its hours and the rule that decided them. */
export function explainDay(calendar: WorkingCalendar, date: LocalDate): Texts {
  const { windows, rule } = calendar.day(date);
  const told = windows.map(({ from, to }) => [clockOf(calendar, date, from), clockOf(calendar, date, to)] as const);
  const hours: Texts =
    told.length === 0
      ? CLOSED
      : {
          zh: told.map(([from, to]) => `${from.zh}–${to.zh}`).join('、'),
          en: told.map(([from, to]) => `${from.en}–${to.en}`).join(', '),
        };
  const weekday = WEEKDAY_NAMES[weekdayIndex(parseDate(date) ?? 0)] ?? NONE;
  return SENTENCES.day(date, weekday, hours, RULE_NAMES[rule]);
}

const dates = (calendar: WorkingCalendar, from: Date, to: Date): LocalDate[] => {
  const last = calendar.dateOf(to);
  const found: LocalDate[] = [];
  for (let date = calendar.dateOf(from); date <= last && found.length <= DAYS_TOLD; date = shiftDate(date, 1)) {
    found.push(date);
  }
  return found;
};

/** The days between two instants, each with the open time that counted. */
export function explainCount(calendar: WorkingCalendar, from: Date, to: Date, pauses: readonly Pause[]): Texts[] {
  const lines: Texts[] = pauses.length > 0 ? [SENTENCES.pauses(pauses.length)] : [];
  const told = dates(calendar, from, to);
  for (const date of told.slice(0, DAYS_TOLD)) {
    const begin = calendar.startOf(date);
    const end = calendar.startOf(shiftDate(date, 1));
    const counted = calendar.between(begin < from ? from : begin, end > to ? to : end, pauses);
    lines.push(SENTENCES.counted(explainDay(calendar, date), amount(counted)));
  }
  const rest = told[DAYS_TOLD];
  if (rest !== undefined) {
    const days = (parseDate(calendar.dateOf(to)) ?? 0) - (parseDate(rest) ?? 0) + 1;
    lines.push(SENTENCES.left(days, amount(calendar.between(calendar.startOf(rest), to, pauses))));
  }
  return lines;
}

/** The days gone through for the Nth working day, backwards for a negative N. */
export function explainWorkingDays(calendar: WorkingCalendar, start: Date, days: number): Texts[] {
  const lines: Texts[] = [];
  const step = days < 0 ? -1 : 1;
  let date = calendar.dateOf(start);
  for (let passed = 0; passed < Math.abs(days) && lines.length < DAYS_TOLD;) {
    date = shiftDate(date, step);
    const line = explainDay(calendar, date);
    if (calendar.isWorkingDay(date)) passed += 1;
    lines.push(calendar.isWorkingDay(date) ? SENTENCES.workingDay(line, passed * step) : line);
  }
  return lines;
}
