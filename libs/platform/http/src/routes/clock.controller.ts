/** The manual clock (api.md Manual clock). On the system clock these addresses do not exist: see `withoutClockRoutes`. */
import { Controller, Get, Put } from '@nestjs/common';
import { z } from 'zod';
import { Clock, ClockMover } from '@bihuan/clock';
import { Authenticated, Permit } from '@bihuan/plugin-kit';
import { Payload } from '../request/payload';

const moveClock = z.strictObject({ now: z.iso.datetime({ offset: true }).transform((text) => new Date(text)) });

@Controller('clock')
export class ClockController {
  constructor(
    private readonly clock: Clock,
    private readonly mover: ClockMover,
  ) {}

  @Authenticated()
  @Get()
  async now() {
    return { now: (await this.clock.now()).toISOString() };
  }

  /** Answers when everything due until then has happened. */
  @Permit('clock.move')
  @Put()
  async move(@Payload(moveClock) body: z.infer<typeof moveClock>) {
    return { now: (await this.mover.moveTo(body.now)).toISOString() };
  }
}
