/** Takes over a year's holiday notice, all of it or nothing; deadlines that leaned on the year move (CAL-1, CAL-4). */
import { Injectable } from '@nestjs/common';
import type { Actor } from '@bihuan/plugin-kit';
import { UnitOfWork, WakeBus } from '@bihuan/database';
import { Recorder } from '@bihuan/audit';
import { CalendarChanged } from '../calendar-changed';
import { Calendars } from '../calendars';
import type { HolidayNotice } from '../calendars.dto';
import { CALENDARS_CHANNEL } from '../channel';
import { calendarStore } from '../data/calendar.store';

export interface ImportedNotice {
  readonly year: number;
  readonly days: number;
  readonly confirmed: boolean;
  /** Codes of the calendars it moves: all that do not work on statutory holidays. */
  readonly calendars: readonly string[];
}

@Injectable()
export class ImportNoticeHandler {
  constructor(
    private readonly work: UnitOfWork,
    private readonly calendars: Calendars,
    private readonly changed: CalendarChanged,
    private readonly recorder: Recorder,
    private readonly bus: WakeBus,
  ) {}

  async run(actor: Actor, notice: HolidayNotice): Promise<ImportedNotice> {
    const { year, confirmed, source, days } = notice;
    return this.work.run(actor, async (tx) => {
      await calendarStore.lock(tx);
      await calendarStore.replaceYear(
        tx,
        year,
        days.map((day) => ({ ...day, source, confirmed })),
      );
      const all = await calendarStore.all((sql, parameters) => tx.query(sql, parameters));
      const moved = all.filter(({ worksOnHolidays }) => !worksOnHolidays);
      for (const { id } of moved) {
        await this.recorder.record(tx, {
          subject: { module: 'calendars', kind: 'calendar', id },
          action: 'holiday-notice-imported',
          data: { year, confirmed, source, days },
        });
      }
      const codes = moved.map(({ code }) => code);
      await this.changed.tell(tx, codes);
      tx.afterCommit(() => {
        this.calendars.forget();
        this.bus.call(CALENDARS_CHANNEL);
      });
      return { year, days: days.length, confirmed, calendars: codes };
    });
  }
}
