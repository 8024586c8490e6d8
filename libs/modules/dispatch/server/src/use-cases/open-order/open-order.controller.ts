/** `POST /api/dispatch/work-orders` and reading orders, one or a list. */
import { Controller, Get, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import type { OpenOrder, WorkOrderLine, WorkOrderView } from '@bihuan/dispatch-contract';
import { DISPATCH_PERMISSIONS as MAY, openOrder } from '@bihuan/dispatch-contract';
import type { UserActor } from '@bihuan/plugin-kit';
import { Permit } from '@bihuan/plugin-kit';
import type { ListQuery, Page } from '@bihuan/http';
import { Actor, ListParams, Payload } from '@bihuan/http';
import { Matters } from '@bihuan/matters';
import { WorkOrderList } from '../../queries/work-order-list.query';
import { WorkOrderViews } from '../../queries/work-order-view.query';
import { workOrder } from '../../work-order.part';
import { OpenOrderHandler } from './open-order.handler';

@Controller('dispatch/work-orders')
export class OpenOrderController {
  constructor(
    private readonly handler: OpenOrderHandler,
    private readonly views: WorkOrderViews,
    private readonly orders: WorkOrderList,
    private readonly matters: Matters,
  ) {}

  @Post()
  @Permit(MAY.create)
  async open(@Actor() actor: UserActor, @Payload(openOrder) body: OpenOrder): Promise<WorkOrderView> {
    const { order, clocks } = await this.handler.open(actor, body);
    return this.views.fresh(actor, order, clocks);
  }

  @Get()
  @Permit(MAY.read)
  list(@Actor() actor: UserActor, @ListParams() query: ListQuery): Promise<Page<WorkOrderLine>> {
    return this.orders.list(actor, query);
  }

  @Get(':id')
  @Permit(MAY.read)
  async one(@Actor() actor: UserActor, @Param('id', ParseUUIDPipe) id: string): Promise<WorkOrderView> {
    return this.views.view(actor, await this.matters.get(actor, workOrder, id));
  }
}
