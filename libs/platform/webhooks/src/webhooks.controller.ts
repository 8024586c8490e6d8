/** Routes of webhooks: endpoints and their deliveries, for administrators (EVT-3). */
import { Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import type { UserActor } from '@bihuan/plugin-kit';
import { commonErrors, invalidField, Permit } from '@bihuan/plugin-kit';
import type { ListQuery } from '@bihuan/http';
import { Actor, decodeCursor, IfMatch, ListParams, pageOf, Payload, withVersion } from '@bihuan/http';
import type { DeliveryState } from './deliveries/deliveries';
import { Deliveries, DELIVERY_STATES, deliveryView } from './deliveries/deliveries';
import { Endpoints } from './endpoints/endpoints';
import { EndpointViews } from './endpoints/endpoint-views';
import type { AddEndpoint, ChangeEndpoint, Nothing, Replay, Versioned } from './webhooks.dto';
import { addEndpointSchema, changeEndpointSchema, nothing, replaySchema, versionSchema } from './webhooks.dto';

/** Registers endpoints, sees their deliveries and sends them again; decides whether customers' values go out. */
export const MANAGE = 'webhooks.endpoint.manage';

const NUMBER = /^[1-9]\d{0,17}$/;

/** Deliveries are numbered, so their ids are no UUIDs. */
const numbered = (delivery: string): string => {
  if (!NUMBER.test(delivery)) throw commonErrors['not-found']();
  return delivery;
};

@Permit(MANAGE)
@Controller('webhooks')
export class WebhooksController {
  constructor(
    private readonly endpoints: Endpoints,
    private readonly views: EndpointViews,
    private readonly deliveries: Deliveries,
  ) {}

  @Get()
  async list() {
    return { data: await this.views.list(), page: {} };
  }

  @Get('events')
  events() {
    return { data: this.views.events(), page: {} };
  }

  @Post()
  async add(@Actor() actor: UserActor, @Payload(addEndpointSchema) body: AddEndpoint) {
    const { id, secret } = await this.endpoints.add(actor, body);
    return { ...(await this.views.one(id)), secret };
  }

  @Get(':id')
  one(@Param('id') id: string) {
    return this.views.one(id);
  }

  @Post(':id/change')
  @HttpCode(200)
  async change(
    @Actor() actor: UserActor,
    @Param('id') id: string,
    @Payload(changeEndpointSchema) body: ChangeEndpoint,
    @IfMatch() seen: number | undefined,
  ) {
    await this.endpoints.change(actor, id, withVersion(body, seen));
    return this.views.one(id);
  }

  @Post(':id/enable')
  @HttpCode(200)
  async enable(
    @Actor() actor: UserActor,
    @Param('id') id: string,
    @Payload(versionSchema) body: Versioned,
    @IfMatch() seen: number | undefined,
  ) {
    await this.endpoints.setEnabled(actor, id, true, withVersion(body, seen).version);
    return this.views.one(id);
  }

  @Post(':id/disable')
  @HttpCode(200)
  async disable(
    @Actor() actor: UserActor,
    @Param('id') id: string,
    @Payload(versionSchema) body: Versioned,
    @IfMatch() seen: number | undefined,
  ) {
    await this.endpoints.setEnabled(actor, id, false, withVersion(body, seen).version);
    return this.views.one(id);
  }

  @Post(':id/rotate-secret')
  @HttpCode(200)
  async rotate(
    @Actor() actor: UserActor,
    @Param('id') id: string,
    @Payload(versionSchema) body: Versioned,
    @IfMatch() seen: number | undefined,
  ) {
    const { secret } = await this.endpoints.rotateSecret(actor, id, withVersion(body, seen).version);
    return { ...(await this.views.one(id)), secret };
  }

  @Post(':id/replay')
  @HttpCode(200)
  async replayFrom(@Actor() actor: UserActor, @Param('id') id: string, @Payload(replaySchema) { from }: Replay) {
    return { id, count: await this.deliveries.replayFrom(actor, id, new Date(from)) };
  }

  @Get(':id/deliveries')
  async sent(@Param('id') id: string, @ListParams() { filter, after, size }: ListQuery) {
    const [before] = after === undefined ? [undefined] : decodeCursor(after, 1).map(String);
    if (before !== undefined && !NUMBER.test(before)) throw invalidField('/page[after]', 'bad-cursor', 'page[after]');
    const rows = await this.deliveries.list(id, { state: stateIn(filter['state']), before, limit: size + 1 });
    return pageOf(rows, size, ({ seq }) => [seq], deliveryView);
  }

  @Post(':id/deliveries/:delivery/replay')
  @HttpCode(200)
  async replay(
    @Actor() actor: UserActor,
    @Param('id') id: string,
    @Param('delivery') delivery: string,
    @Payload(nothing) _body: Nothing,
  ) {
    await this.deliveries.replay(actor, id, numbered(delivery));
    return { id: delivery, state: 'pending' };
  }

  @Post(':id/deliveries/:delivery/skip')
  @HttpCode(200)
  async skip(
    @Actor() actor: UserActor,
    @Param('id') id: string,
    @Param('delivery') delivery: string,
    @Payload(nothing) _body: Nothing,
  ) {
    await this.deliveries.skip(actor, id, numbered(delivery));
    return { id: delivery, state: 'skipped' };
  }
}

function stateIn(text: string | undefined): DeliveryState | undefined {
  const state = DELIVERY_STATES.find((one) => one === text);
  if (text !== undefined && !state) throw invalidField('/filter[state]', 'bad-filter', DELIVERY_STATES.join(', '));
  return state;
}
