/** Who may see what happened to a calendar: whoever may see calendars (IDN-2, IDN-4). */
import type { SubjectReader } from '@bihuan/http';
import type { Calendars } from './calendars';

export const calendarReader = (calendars: Calendars): SubjectReader => ({
  async mayRead(actor, { kind, id }) {
    if (kind !== 'calendar' || !actor.permissions.has('calendars.calendar.read')) return false;
    return (await calendars.rows()).some((row) => row.id === id);
  },
});
