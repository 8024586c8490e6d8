/** Writes a calendar over; open deadlines that use it are told in the same transaction (CAL-4). */
import { Injectable } from '@nestjs/common';
import type { Actor } from '@bihuan/plugin-kit';
import { commonErrors } from '@bihuan/plugin-kit';
import { UnitOfWork, WakeBus } from '@bihuan/database';
import { Recorder } from '@bihuan/audit';
import { CalendarChanged } from '../calendar-changed';
import { compileRow, Calendars } from '../calendars';
import { CALENDARS_CHANNEL } from '../channel';
import type { ChangeCalendar } from '../calendars.dto';
import { calendarStore, type CalendarRow } from '../data/calendar.store';

@Injectable()
export class ChangeCalendarHandler {
  constructor(
    private readonly work: UnitOfWork,
    private readonly calendars: Calendars,
    private readonly changed: CalendarChanged,
    private readonly recorder: Recorder,
    private readonly bus: WakeBus,
  ) {}

  /**
   * @param version the version the person looked at; a later one is refused as stale
   * @throws CalendarError with the pointer of what is wrong; nothing is changed then
   */
  async run(actor: Actor, code: string, change: ChangeCalendar, version = change.version): Promise<CalendarRow> {
    return this.work.run(actor, async (tx) => {
      await calendarStore.lock(tx);
      const query = <R>(sql: string, parameters?: readonly unknown[]) => tx.query<R>(sql, parameters);
      const before = await calendarStore.byCode(query, code);
      if (!before) throw commonErrors['not-found']();
      if (version !== undefined && version !== before.version) throw commonErrors['stale-version']();
      const { changes, holidays, recurringHolidays, specialDays, breaks } = change;
      const after: CalendarRow = {
        ...before,
        title: change.title ?? before.title,
        timezone: change.timezone ?? before.timezone,
        weekly: change.weekly,
        worksOnHolidays: change.worksOnHolidays ?? before.worksOnHolidays,
        exceptions: { changes, holidays, recurringHolidays, specialDays, breaks },
        version: before.version + 1,
      };
      const days = await calendarStore.days(query);
      compileRow(after, days);
      await calendarStore.update(tx, after);
      await this.recorder.record(tx, {
        subject: { module: 'calendars', kind: 'calendar', id: before.id },
        action: 'calendar-changed',
        data: { before, after },
      });
      await this.changed.tell(tx, [code]);
      tx.afterCommit(() => {
        this.calendars.forget();
        this.bus.call(CALENDARS_CHANNEL);
      });
      return after;
    });
  }
}
