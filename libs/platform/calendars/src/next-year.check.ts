/** Warns while the holiday notice of the coming year is not in: due times in it are provisional (CAL-1). */
import type { Clock } from '@bihuan/clock';
import type { ReadyCheck } from '@bihuan/http';
import { DEFAULT_TIMEZONE } from '@bihuan/domain';
import type { Calendars } from './calendars';
import { yearIn } from './year';

export function nextYearCheck(calendars: Calendars, clock: Clock): ReadyCheck {
  return async () => {
    const year = yearIn(DEFAULT_TIMEZONE, await clock.now()) + 1;
    if (await calendars.isConfirmed(year)) return undefined;
    return {
      code: 'next-year-unconfirmed',
      zh: `${year} 年的节假日安排尚未录入，涉及该年的时限为暂定。`,
      en: `The holiday notice of ${year} is not in yet; due times in that year are provisional.`,
    };
  };
}
