/** Supervision orders: their list and one of them; the reply is an act (CMP-20). */
import { Controller, Get, Param, ParseUUIDPipe } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { SupervisionLine, SupervisionView } from '@bihuan/complaints-contract';
import type { UserActor } from '@bihuan/plugin-kit';
import { Authenticated } from '@bihuan/plugin-kit';
import type { ListQuery, Page } from '@bihuan/http';
import { Actor, ListParams } from '@bihuan/http';
import { Matters } from '@bihuan/matters';
import { OrderViews } from '../../queries/order-view.query';
import { supervision as matter } from '../../supervision.matter';

@ApiTags('complaints')
@Controller('complaints/supervisions')
export class SupervisionsController {
  constructor(
    private readonly views: OrderViews,
    private readonly matters: Matters,
  ) {}

  @Get()
  @Authenticated()
  list(@Actor() actor: UserActor, @ListParams() query: ListQuery): Promise<Page<SupervisionLine>> {
    return this.views.list(actor, query);
  }

  @Get(':id')
  @Authenticated()
  async one(@Actor() actor: UserActor, @Param('id', ParseUUIDPipe) id: string): Promise<SupervisionView> {
    return this.views.view(actor, await this.matters.get(actor, matter, id));
  }
}
