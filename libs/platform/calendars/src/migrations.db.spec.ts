/** The room's tables go up and down with rows in place. */
import { migrateDown, migrateUp } from '@bihuan/database';
import { calendarsMigrations } from './calendars.migrations';
import { calendarRooms } from './test/calendar-rooms';

it('PLG-1 the calendars go down with rows in place and up again', async () => {
  const rooms = await calendarRooms(new Date('2026-09-17T00:00:00Z'));
  try {
    const room = { room: 'calendars', migrations: calendarsMigrations };
    expect(await migrateDown(rooms.db, room, 9)).toHaveLength(calendarsMigrations.length);
    expect(await migrateUp(rooms.db, [room])).toHaveLength(calendarsMigrations.length);
    expect(await rooms.calendars.rows()).toEqual([]);
  } finally {
    await rooms.close();
  }
});
