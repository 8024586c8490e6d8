/** `POST /api/complaints/sanctions`, their list and one of them (CMP-11). */
import { Controller, Get, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { ProposeSanction, SanctionLine, SanctionView } from '@bihuan/complaints-contract';
import { COMPLAINTS_PERMISSIONS as MAY, proposeSanction } from '@bihuan/complaints-contract';
import type { UserActor } from '@bihuan/plugin-kit';
import { Authenticated, Permit } from '@bihuan/plugin-kit';
import type { ListQuery, Page } from '@bihuan/http';
import { Actor, ListParams, Payload } from '@bihuan/http';
import { Matters } from '@bihuan/matters';
import { SanctionViews } from '../../queries/sanction-view.query';
import { sanction as matter } from '../../sanction.matter';
import { ActOnSanctionHandler } from './act-on-sanction.handler';

@ApiTags('complaints')
@Controller('complaints/sanctions')
export class SanctionsController {
  constructor(
    private readonly handler: ActOnSanctionHandler,
    private readonly views: SanctionViews,
    private readonly matters: Matters,
  ) {}

  @Post()
  @Permit(MAY.proposeSanction)
  async propose(@Actor() actor: UserActor, @Payload(proposeSanction) body: ProposeSanction): Promise<SanctionView> {
    return this.views.view(actor, await this.handler.propose(actor, body));
  }

  @Get()
  @Authenticated()
  list(@Actor() actor: UserActor, @ListParams() query: ListQuery): Promise<Page<SanctionLine>> {
    return this.views.list(actor, query);
  }

  @Get(':id')
  @Authenticated()
  async one(@Actor() actor: UserActor, @Param('id', ParseUUIDPipe) id: string): Promise<SanctionView> {
    return this.views.view(actor, await this.matters.get(actor, matter, id));
  }
}
