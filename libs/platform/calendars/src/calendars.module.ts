/** Wires the calendars: rows are there before any other room reads one (CAL-1). */
import type { OnApplicationBootstrap, OnModuleInit } from '@nestjs/common';
import { Global, Module } from '@nestjs/common';
import { Clock } from '@bihuan/clock';
import { UnitOfWork, WakeBus } from '@bihuan/database';
import { ReadyChecks, SubjectAccess } from '@bihuan/http';
import { Policies } from '@bihuan/policies';
import { CalendarChanged } from './calendar-changed';
import { CalendarViews } from './calendar-views';
import { Calendars } from './calendars';
import { CalendarsController } from './calendars.controller';
import { CALENDARS_CHANNEL } from './channel';
import { calendarReader } from './calendar-reader';
import { nextYearCheck } from './next-year.check';
import { PreviewHandler } from './preview/preview';
import { ChangeCalendarHandler } from './use-cases/change-calendar';
import { ImportNoticeHandler } from './use-cases/import-notice';
import { PublishedYears, setUpCalendars } from './use-cases/set-up';

@Global()
@Module({
  controllers: [CalendarsController],
  providers: [
    {
      provide: Calendars,
      inject: [UnitOfWork, Policies],
      useFactory: async (work: UnitOfWork, policies: Policies) => {
        await setUpCalendars(work, policies.pack());
        return new Calendars(work);
      },
    },
    CalendarChanged,
    CalendarViews,
    PreviewHandler,
    ChangeCalendarHandler,
    ImportNoticeHandler,
    PublishedYears,
  ],
  exports: [Calendars, CalendarChanged],
})
export class CalendarsModule implements OnModuleInit, OnApplicationBootstrap {
  constructor(
    private readonly calendars: Calendars,
    private readonly publishedYears: PublishedYears,
    private readonly clock: Clock,
    private readonly bus: WakeBus,
    private readonly readyChecks: ReadyChecks,
    private readonly access: SubjectAccess,
  ) {}

  async onModuleInit(): Promise<void> {
    this.readyChecks.add('calendars', nextYearCheck(this.calendars, this.clock));
    this.access.add('calendars', calendarReader(this.calendars));
    await this.bus.listen(CALENDARS_CHANNEL, () => this.calendars.forget());
  }

  /** After every room has added its listener: a year the package newly knows moves open deadlines (CAL-4). */
  async onApplicationBootstrap(): Promise<void> {
    await this.publishedYears.catchUp();
  }
}
