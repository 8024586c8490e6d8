/** Routes of calendars (api.md; CAL-1, CAL-4). */
import { Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import type { UserActor } from '@bihuan/plugin-kit';
import { Authenticated, Permit } from '@bihuan/plugin-kit';
import { Actor, IfMatch, Payload } from '@bihuan/http';
import { CalendarViews } from './calendar-views';
import { changeCalendarSchema, holidayNoticeSchema } from './calendars.dto';
import type { ChangeCalendar, HolidayNotice } from './calendars.dto';
import { PreviewHandler } from './preview/preview';
import { questionSchema } from './preview/question.schema';
import type { Question } from './preview/question.schema';
import { ChangeCalendarHandler } from './use-cases/change-calendar';
import { ImportNoticeHandler } from './use-cases/import-notice';

@Controller('calendars')
export class CalendarsController {
  constructor(
    private readonly views: CalendarViews,
    private readonly preview: PreviewHandler,
    private readonly changeCalendar: ChangeCalendarHandler,
    private readonly importNotice: ImportNoticeHandler,
  ) {}

  @Get()
  @Permit('calendars.calendar.read')
  list() {
    return this.views.list();
  }

  @Get('statutory-days')
  @Permit('calendars.calendar.read')
  statutoryDays(@Query('year') year?: string) {
    return this.views.statutoryDays(year);
  }

  @Put('statutory-days')
  @Permit('calendars.calendar.write')
  notice(@Actor() actor: UserActor, @Payload(holidayNoticeSchema) notice: HolidayNotice) {
    return this.importNotice.run(actor, notice);
  }

  @Post('preview')
  @HttpCode(200)
  @Authenticated()
  ask(@Payload(questionSchema) question: Question) {
    return this.preview.run(question);
  }

  @Get(':code')
  @Permit('calendars.calendar.read')
  one(@Param('code') code: string) {
    return this.views.one(code);
  }

  @Get(':code/days')
  @Permit('calendars.calendar.read')
  days(@Param('code') code: string, @Query('year') year?: string) {
    return this.views.days(code, year);
  }

  @Put(':code')
  @Permit('calendars.calendar.write')
  async change(
    @Actor() actor: UserActor,
    @Param('code') code: string,
    @Payload(changeCalendarSchema) change: ChangeCalendar,
    @IfMatch() version: number | undefined,
  ) {
    await this.changeCalendar.run(actor, code, change, version ?? change.version);
    return this.views.one(code);
  }
}
