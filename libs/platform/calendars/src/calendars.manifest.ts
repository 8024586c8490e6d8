/** Manifest of the calendars room. */
import type { Manifest } from '@bihuan/plugin-kit';
import { calendarsMigrations } from './calendars.migrations';
import { CalendarsModule } from './calendars.module';

export const calendarsRoom: Manifest = {
  id: 'calendars',
  title: { zh: '日历', en: 'Calendars' },
  version: '0.1.0',
  needs: ['policies', 'audit'],
  permissions: [
    { id: 'calendars.calendar.read', title: { zh: '查看日历', en: 'See calendars' } },
    { id: 'calendars.calendar.write', title: { zh: '修改日历和节假日', en: 'Change calendars and holidays' } },
  ],
  entities: [],
  migrations: calendarsMigrations,
  schema: 'calendars',
  events: { out: [], in: [] },
  forms: [],
  module: CalendarsModule,
};
