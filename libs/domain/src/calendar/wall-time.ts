/** An instant as people read it in a sentence: the clock on the wall, to the minute. */
import { DateTime } from 'luxon';

/** @returns `2026-09-17 18:00`, on the wall of `timezone` (IANA name) */
export const wallTime = (at: Date, timezone: string): string =>
  DateTime.fromJSDate(at, { zone: timezone }).toFormat('yyyy-MM-dd HH:mm');
