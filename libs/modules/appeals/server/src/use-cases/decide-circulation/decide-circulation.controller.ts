/** `/api/appeals/circulations`: lists, one, decide, drop (APL-8). */
import { Controller, Get, Param, ParseUUIDPipe } from '@nestjs/common';
import type { CirculationLine, CirculationView } from '@bihuan/appeals-contract';
import * as contract from '@bihuan/appeals-contract';
import { APPEALS_PERMISSIONS as MAY } from '@bihuan/appeals-contract';
import type { UserActor } from '@bihuan/plugin-kit';
import { Permit } from '@bihuan/plugin-kit';
import type { ListQuery, Page } from '@bihuan/http';
import { Actor, ListParams } from '@bihuan/http';
import { actRoutes, Matters } from '@bihuan/matters';
import { circulation as matter } from '../../circulation.matter';
import { CirculationViews } from '../../queries/circulation.query';
import { DecideCirculationHandler } from './decide-circulation.handler';

@Controller('appeals/circulations')
export class CirculationController {
  constructor(
    private readonly matters: Matters,
    private readonly views: CirculationViews,
  ) {}

  @Get()
  @Permit(MAY.readCirculation)
  list(@Actor() actor: UserActor, @ListParams() query: ListQuery): Promise<Page<CirculationLine>> {
    return this.views.list(actor, query);
  }

  @Get(':id')
  @Permit(MAY.readCirculation)
  async one(@Actor() actor: UserActor, @Param('id', ParseUUIDPipe) id: string): Promise<CirculationView> {
    return this.views.view(actor, await this.matters.get(actor, matter, id));
  }
}

export const CirculationActs = actRoutes({
  path: 'appeals/circulations',
  handler: DecideCirculationHandler,
  views: CirculationViews,
  acts: {
    decide: { permit: MAY.decideCirculation, body: contract.decideCirculation },
    drop: { permit: MAY.decideCirculation, body: contract.dropCirculation },
  },
});
