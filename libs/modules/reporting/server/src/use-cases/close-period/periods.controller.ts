/** Months: which stand, closing one by hand, computing one anew; and the roll-ups made anew (RPT-4, RPT-8). */
import { Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { PeriodCheck, PeriodView } from '@bihuan/reporting-contract';
import { emptyBody, REPORTING_PERMISSIONS as MAY } from '@bihuan/reporting-contract';
import type { UserActor } from '@bihuan/plugin-kit';
import { Permit } from '@bihuan/plugin-kit';
import type { Page } from '@bihuan/http';
import { Actor, Payload } from '@bihuan/http';
import { ClosePeriodHandler } from './close-period.handler';
import { RebuildHandler } from './rebuild.handler';

@ApiTags('reporting')
@Controller('reporting')
export class PeriodsController {
  constructor(
    private readonly handler: ClosePeriodHandler,
    private readonly rollUps: RebuildHandler,
  ) {}

  @Get('periods')
  @Permit(MAY.readFigures)
  async list(): Promise<Page<PeriodView>> {
    return { data: await this.handler.list(), page: {} };
  }

  @Post('periods/:period/close')
  @HttpCode(200)
  @Permit(MAY.closePeriod)
  close(
    @Actor() actor: UserActor,
    @Param('period') period: string,
    @Payload(emptyBody) _: object,
  ): Promise<PeriodView> {
    return this.handler.close(actor, period);
  }

  @Post('periods/:period/check')
  @HttpCode(200)
  @Permit(MAY.readFigures)
  check(
    @Actor() actor: UserActor,
    @Param('period') period: string,
    @Payload(emptyBody) _: object,
  ): Promise<PeriodCheck> {
    return this.handler.check(actor, period);
  }

  @Post('rebuild')
  @HttpCode(200)
  @Permit(MAY.rebuild)
  rebuild(@Actor() actor: UserActor, @Payload(emptyBody) _: object): Promise<{ readonly cells: number }> {
    return this.rollUps.rebuild(actor);
  }
}
