/** Working-time calendars as editable rows, compiled (CAL-1 … CAL-4). */
export { Calendars } from './calendars';
export { CalendarChanged, type CalendarListener } from './calendar-changed';
export type { CalendarRow, Exceptions, StatutoryDayRow } from './data/calendar.store';
export { setUpCalendars } from './use-cases/set-up';
export { CALENDARS_CHANNEL } from './channel';
export * from './calendars.migrations';
export * from './calendars.module';
export * from './calendars.manifest';
