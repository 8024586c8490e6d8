/** Calendars that the specs share: the handlers' Mon–Fri of pack atm-5s4e (RD-6) around the autumn of 2026. */
import type { CalendarDefinition, Window } from '../definition';

export const OFFICE_HOURS: readonly Window[] = [
  ['09:00', '12:00'],
  ['13:00', '18:00'],
];

/** Mon–Fri 09–12, 13–18, without any holiday. */
export const OFFICE: CalendarDefinition = {
  timezone: 'Asia/Shanghai',
  weekly: { mon: OFFICE_HOURS, tue: OFFICE_HOURS, wed: OFFICE_HOURS, thu: OFFICE_HOURS, fri: OFFICE_HOURS },
};

/** The same with the make-up workday of Sunday 2026-09-20 and the National Day week. */
export const OFFICE_2026: CalendarDefinition = {
  ...OFFICE,
  holidays: ['01', '02', '03', '04', '05', '06', '07'].map((day) => `2026-10-${day}`),
  specialDays: { '2026-09-20': OFFICE_HOURS, '2026-10-10': OFFICE_HOURS },
};

const ROUND_THE_CLOCK: readonly Window[] = [['00:00', '24:00']];

/** 24×7 is a calendar too (CAL-1). */
export const ALWAYS: CalendarDefinition = {
  weekly: {
    mon: ROUND_THE_CLOCK,
    tue: ROUND_THE_CLOCK,
    wed: ROUND_THE_CLOCK,
    thu: ROUND_THE_CLOCK,
    fri: ROUND_THE_CLOCK,
    sat: ROUND_THE_CLOCK,
    sun: ROUND_THE_CLOCK,
  },
};

/** An instant of Beijing time, 'YYYY-MM-DD HH:mm[:ss[.fff]]'. */
export const beijing = (text: string): Date => new Date(`${text.replace(' ', 'T')}+08:00`);
