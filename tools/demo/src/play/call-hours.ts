/** When revisit calls are made: one after the other from nine, and never in the customers' rest hours (RVT-2). */
import { DateTime } from 'luxon';
import { ZONE } from '../check/check-times';

/** The first call of a day. */
const FIRST = '09:00';
const SPACING = { most: 300, least: 5 };
/** Calls of a day are spread over this many seconds at most. */
const SPREAD = 6 * 3600;

export type RestHours = readonly (readonly [string, string])[];

/** The instant itself, or the end of the rest it falls into. */
export function outsideRest(at: DateTime, restHours: RestHours): DateTime {
  const time = at.toFormat('HH:mm');
  const rest = restHours.find(([from, to]) => (from <= to ? time >= from && time < to : time >= from || time < to));
  if (!rest) return at;
  const [hour, minute] = rest[1].split(':').map(Number);
  const end = at.set({ hour: hour ?? 0, minute: minute ?? 0, second: 0, millisecond: 0 });
  return end > at ? end : end.plus({ days: 1 });
}

/** Instants of so many calls on a day such as `2026-09-18`, none before `earliest`. */
export function callTimes(day: string, count: number, restHours: RestHours, earliest: Date): Date[] {
  const seconds = Math.max(SPACING.least, Math.min(SPACING.most, Math.floor(SPREAD / Math.max(count, 1))));
  const start = DateTime.max(
    DateTime.fromISO(`${day}T${FIRST}`, { zone: ZONE }),
    DateTime.fromJSDate(earliest, { zone: ZONE }),
  );
  const times: Date[] = [];
  let next = outsideRest(start, restHours);
  for (let made = 0; made < count; made++) {
    times.push(next.toJSDate());
    next = outsideRest(next.plus({ seconds }), restHours);
  }
  return times;
}

/** Later the same day or, where that is rest, after it. */
export const laterOn = (at: Date, hours: number, restHours: RestHours): Date =>
  outsideRest(DateTime.fromJSDate(at, { zone: ZONE }).plus({ hours }), restHours).toJSDate();

/** The next day at ten, a better time the customer named. */
export const nextDayAtTen = (at: Date): Date =>
  DateTime.fromJSDate(at, { zone: ZONE })
    .plus({ days: 1 })
    .set({ hour: 10, minute: 0, second: 0, millisecond: 0 })
    .toJSDate();

/** Local day of an instant. */
export const dayOf = (at: Date): string => DateTime.fromJSDate(at, { zone: ZONE }).toISODate() ?? '';

/** The next day, when the first revisits may begin. */
export const nextMorning = (at: Date): Date =>
  DateTime.fromISO(`${dayOf(at)}T${FIRST}`, { zone: ZONE })
    .plus({ days: 1 })
    .toJSDate();
