/** `GET /api/reporting/flow-sheets/:period`, drawing it, and the check of a row (RPT-1d). */
import { Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { CheckFlow, FlowSheet } from '@bihuan/reporting-contract';
import { checkFlow, emptyBody, REPORTING_PERMISSIONS as MAY } from '@bihuan/reporting-contract';
import type { UserActor } from '@bihuan/plugin-kit';
import { Permit } from '@bihuan/plugin-kit';
import { Actor, IfMatch, Payload, withVersion } from '@bihuan/http';
import { FlowSheets } from '../../queries/flow-sheet.query';
import { CheckFlowHandler } from './check-flow.handler';

@ApiTags('reporting')
@Controller('reporting')
export class FlowSheetsController {
  constructor(
    private readonly sheets: FlowSheets,
    private readonly handler: CheckFlowHandler,
  ) {}

  @Get('flow-sheets/:period')
  @Permit(MAY.checkFlow)
  sheet(@Actor() actor: UserActor, @Param('period') period: string): Promise<FlowSheet> {
    return this.sheets.sheet(actor, period);
  }

  @Post('flow-sheets/:period/draw')
  @HttpCode(200)
  @Permit(MAY.checkFlow)
  async draw(
    @Actor() actor: UserActor,
    @Param('period') period: string,
    @Payload(emptyBody) _: object,
  ): Promise<FlowSheet> {
    await this.handler.draw(actor, period);
    return this.sheets.sheet(actor, period);
  }

  @Post('flow-checks/:id/check')
  @HttpCode(200)
  @Permit(MAY.checkFlow)
  async check(
    @Actor() actor: UserActor,
    @Param('id', ParseUUIDPipe) id: string,
    @Payload(checkFlow) body: CheckFlow,
    @IfMatch() seen: number | undefined,
  ): Promise<FlowSheet> {
    return this.sheets.sheet(actor, await this.handler.check(actor, id, withVersion(body, seen)));
  }
}
