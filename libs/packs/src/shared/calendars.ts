/** Weekly hours that packs share; which of them a company has, and what is chosen, is in its notes (CAL-1, RD-6). */

type Windows = readonly (readonly [from: string, to: string])[];

const WORKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri'];

export const everyDay = (...windows: Windows) =>
  Object.fromEntries([...WORKDAYS, 'sat', 'sun'].map((day) => [day, windows]));

export const workdays = (...windows: Windows) => Object.fromEntries(WORKDAYS.map((day) => [day, windows]));

export const aroundTheClock = {
  code: 'around-the-clock',
  title: { zh: '全天候', en: 'Around the clock' },
  weekly: everyDay(['00:00', '24:00']),
  worksOnHolidays: true,
};

/** Working days of offices: Mon–Fri 09–12, 13–18, closed on statutory holidays. */
export const officeDays = (code: string, zh: string, en: string) => ({
  code,
  title: { zh, en },
  weekly: workdays(['09:00', '12:00'], ['13:00', '18:00']),
  worksOnHolidays: false,
});
