/** Start: the pack's calendars become rows, the package's holidays become rows (CAL-1). Rows people edited stay. */
import { Injectable } from '@nestjs/common';
import { systemActor } from '@bihuan/plugin-kit';
import { UnitOfWork } from '@bihuan/database';
import type { Pack } from '@bihuan/policies';
import { calendarStore } from '../data/calendar.store';
import { publishedDays } from '../statutory-source';
import { ImportNoticeHandler } from './import-notice';

const ACTOR = systemActor('calendars');

/** Makes the rows of an empty database, and those of calendars a newer pack brings. Run before any deadline is read. */
export async function setUpCalendars(work: UnitOfWork, pack: Pack): Promise<void> {
  await work.run(ACTOR, async (tx) => {
    await calendarStore.lock(tx);
    await calendarStore.addMissing(
      tx,
      pack.calendars.map((calendar) => ({ timezone: pack.timezone, exceptions: {}, ...calendar })),
    );
    const [any] = await tx.query('select 1 from calendars.statutory_day limit 1');
    if (!any) await calendarStore.addDays(tx, publishedDays());
  });
}

/** Years the package has come to know since: each is a notice like one a person brings, and moves what leans on it. */
@Injectable()
export class PublishedYears {
  constructor(
    private readonly work: UnitOfWork,
    private readonly importNotice: ImportNoticeHandler,
  ) {}

  /** Answers the years imported. */
  async catchUp(published = publishedDays()): Promise<number[]> {
    const stored = await calendarStore.days((sql, parameters) => this.work.query(sql, parameters));
    const confirmed = new Set(stored.filter((day) => day.confirmed).map(({ date }) => yearOf(date)));
    const years = [...new Set(published.map(({ date }) => yearOf(date)))].filter((year) => !confirmed.has(year));
    for (const year of years) {
      const days = published.filter(({ date }) => yearOf(date) === year);
      await this.importNotice.run(ACTOR, {
        year,
        confirmed: true,
        source: 'chinese-days',
        days: days.map(({ date, kind, name }) => ({ date, kind, name })),
      });
    }
    return years;
  }
}

const yearOf = (date: string): number => Number(date.slice(0, 4));
