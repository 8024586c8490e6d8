/** A customer's own rest hours, asked and noted by whoever calls him (RVT-2). */
import { Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { Actor, Payload } from '@bihuan/http';
import type { UserActor } from '@bihuan/plugin-kit';
import { Permit } from '@bihuan/plugin-kit';
import type { RestHoursView, SetRestHours } from '@bihuan/revisit-contract';
import { REVISIT_PERMISSIONS as MAY, setRestHours } from '@bihuan/revisit-contract';
import { RestHoursHandler } from './rest-hours.handler';

@Controller('revisit/rest-hours')
export class RestHoursController {
  constructor(private readonly handler: RestHoursHandler) {}

  @Get(':customerId')
  @Permit(MAY.setRestHours)
  get(@Param('customerId', ParseUUIDPipe) customerId: string): Promise<RestHoursView> {
    return this.handler.get(customerId);
  }

  @Post()
  @HttpCode(200)
  @Permit(MAY.setRestHours)
  set(@Actor() actor: UserActor, @Payload(setRestHours) body: SetRestHours): Promise<RestHoursView> {
    return this.handler.set(actor, body);
  }
}
