/** Mainland China's holidays and make-up workdays (调休) from the maintained package, as rows (CAL-1). */
import { getDayDetail } from 'chinese-days';
import type { StatutoryDayRow } from './data/calendar.store';

/** First year of which the package knows the notice. */
const FIRST_YEAR = 2004;
/** Years ahead of the last known that are looked at; notices come out year by year. */
const GAP = 2;

/**
 * Every day a notice names, up to the last year the package knows; those years are confirmed, because the package has
 * only what the State Council published.
 */
export function publishedDays(): StatutoryDayRow[] {
  const days: StatutoryDayRow[] = [];
  for (let year = FIRST_YEAR, last = FIRST_YEAR; year <= last + GAP; year++) {
    const found = daysOf(year);
    if (found.length > 0) last = year;
    days.push(...found);
  }
  return days;
}

function daysOf(year: number): StatutoryDayRow[] {
  const days: StatutoryDayRow[] = [];
  for (let at = Date.UTC(year, 0, 1); at < Date.UTC(year + 1, 0, 1); at += 86_400_000) {
    const date = new Date(at).toISOString().slice(0, 10);
    const { name, work } = getDayDetail(date);
    // A day of a notice is named 'National Day,国庆节,3', any other by its weekday.
    const chinese = name.split(',')[1];
    if (!chinese) continue;
    days.push({ date, kind: work ? 'workday' : 'holiday', name: chinese, source: 'chinese-days', confirmed: true });
  }
  return days;
}
