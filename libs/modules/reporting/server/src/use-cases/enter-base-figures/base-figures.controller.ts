/** `POST` and `GET /api/reporting/base-figures` (api.md; RPT-1c). */
import { Controller, Get, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { BaseFigureView, EnterBaseFigures } from '@bihuan/reporting-contract';
import { enterBaseFigures, REPORTING_PERMISSIONS as MAY } from '@bihuan/reporting-contract';
import type { UserActor } from '@bihuan/plugin-kit';
import { Permit } from '@bihuan/plugin-kit';
import type { ListQuery, Page } from '@bihuan/http';
import { Actor, ListParams, Payload } from '@bihuan/http';
import { BaseFigureList } from '../../queries/base-figure-list.query';
import { EnterBaseFiguresHandler } from './enter-base-figures.handler';

@ApiTags('reporting')
@Controller('reporting/base-figures')
export class BaseFiguresController {
  constructor(
    private readonly handler: EnterBaseFiguresHandler,
    private readonly figures: BaseFigureList,
  ) {}

  @Post()
  @Permit(MAY.enterBase)
  enter(
    @Actor() actor: UserActor,
    @Payload(enterBaseFigures) body: EnterBaseFigures,
  ): Promise<{ readonly rows: number }> {
    return this.handler.enter(actor, body);
  }

  @Get()
  @Permit(MAY.readFigures)
  list(@Actor() actor: UserActor, @ListParams() { filter }: ListQuery): Promise<Page<BaseFigureView>> {
    return this.figures.list(actor, filter['figure'], filter['period']);
  }
}
