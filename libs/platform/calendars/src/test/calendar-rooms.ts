/** The calendars room on a fresh database, set up from atm-5s4e. */
import { Recorder, auditRoom } from '@bihuan/audit';
import { PACKS } from '@bihuan/packs';
import { policiesRoom, Policies, loadPolicies } from '@bihuan/policies';
import { DataKeys, privacyRoom } from '@bihuan/privacy';
import { testRooms } from '@bihuan/testing-harness';
import { CalendarChanged } from '../calendar-changed';
import { Calendars } from '../calendars';
import { calendarsRoom } from '../calendars.manifest';
import { ChangeCalendarHandler } from '../use-cases/change-calendar';
import { ImportNoticeHandler } from '../use-cases/import-notice';
import { PublishedYears, setUpCalendars } from '../use-cases/set-up';

export async function calendarRooms(now: Date) {
  const rooms = await testRooms([privacyRoom, auditRoom, policiesRoom, calendarsRoom], now);
  const { work, bus } = rooms;
  const recorder = new Recorder(new DataKeys(work));
  const demands = { sections: new Map(), permissions: new Map() };
  const policies = new Policies(await loadPolicies(work, recorder, { shipped: PACKS, choice: 'atm-5s4e', demands }));
  await setUpCalendars(work, policies.pack());
  const calendars = new Calendars(work);
  const changed = new CalendarChanged();
  const importNotice = new ImportNoticeHandler(work, calendars, changed, recorder, bus);
  return {
    ...rooms,
    pack: policies.pack(),
    calendars,
    changed,
    importNotice,
    changeCalendar: new ChangeCalendarHandler(work, calendars, changed, recorder, bus),
    publishedYears: new PublishedYears(work, importNotice),
  };
}

export type CalendarRooms = Awaited<ReturnType<typeof calendarRooms>>;
