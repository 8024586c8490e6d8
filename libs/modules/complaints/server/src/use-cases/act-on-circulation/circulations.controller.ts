/** `POST /api/complaints/circulations`, their list and one of them (CMP-11). */
import { Controller, Get, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { CirculationLine, CirculationView, IssueCirculation } from '@bihuan/complaints-contract';
import { COMPLAINTS_PERMISSIONS as MAY, issueCirculation } from '@bihuan/complaints-contract';
import type { UserActor } from '@bihuan/plugin-kit';
import { Authenticated, Permit } from '@bihuan/plugin-kit';
import type { ListQuery, Page } from '@bihuan/http';
import { Actor, ListParams, Payload } from '@bihuan/http';
import { Matters } from '@bihuan/matters';
import { circulation as matter } from '../../circulation.matter';
import { CirculationViews } from '../../queries/circulation-view.query';
import { ActOnCirculationHandler } from './act-on-circulation.handler';

@ApiTags('complaints')
@Controller('complaints/circulations')
export class CirculationsController {
  constructor(
    private readonly handler: ActOnCirculationHandler,
    private readonly views: CirculationViews,
    private readonly matters: Matters,
  ) {}

  @Post()
  @Permit(MAY.issueCirculation)
  async issue(@Actor() actor: UserActor, @Payload(issueCirculation) body: IssueCirculation): Promise<CirculationView> {
    return this.views.view(actor, await this.handler.issue(actor, body));
  }

  @Get()
  @Authenticated()
  list(@Actor() actor: UserActor, @ListParams() query: ListQuery): Promise<Page<CirculationLine>> {
    return this.views.list(actor, query);
  }

  @Get(':id')
  @Authenticated()
  async one(@Actor() actor: UserActor, @Param('id', ParseUUIDPipe) id: string): Promise<CirculationView> {
    return this.views.view(actor, await this.matters.get(actor, matter, id));
  }
}
