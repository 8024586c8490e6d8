/** Hand-offs that wait for a module, and events a subscriber could not handle (EVT-2). */
import { Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { HandOffs } from '@bihuan/outbox';
import type { UserActor } from '@bihuan/plugin-kit';
import { commonErrors, Permit } from '@bihuan/plugin-kit';
import { z } from 'zod';
import { Payload } from '../request/payload';
import { Actor } from '../request/request-values';

const nothing = z.strictObject({});

/** Deliveries are numbered, so their ids are no UUIDs. */
const numbered = (delivery: string): string => {
  if (!/^[1-9]\d{0,17}$/.test(delivery)) throw commonErrors['not-found']();
  return delivery;
};

@Controller()
export class HandOffsController {
  constructor(private readonly handOffs: HandOffs) {}

  @Permit('outbox.hand-off.take')
  @Get('hand-offs')
  async waiting() {
    return { data: await this.handOffs.list(['waiting']), page: {} };
  }

  @Permit('outbox.hand-off.take')
  @Post('hand-offs/:delivery/take')
  @HttpCode(200)
  async take(
    @Actor() actor: UserActor,
    @Param('delivery') delivery: string,
    @Payload(nothing) _body: z.infer<typeof nothing>,
  ) {
    await this.handOffs.take(actor, numbered(delivery));
    return { id: delivery, state: 'taken' };
  }

  @Permit('outbox.event.replay')
  @Get('parked-events')
  async parked() {
    return { data: await this.handOffs.list(['parked']), page: {} };
  }

  @Permit('outbox.event.replay')
  @Post('parked-events/:delivery/replay')
  @HttpCode(200)
  async replay(@Param('delivery') delivery: string, @Payload(nothing) _body: z.infer<typeof nothing>) {
    await this.handOffs.replay(numbered(delivery));
    return { id: delivery, state: 'pending' };
  }
}
