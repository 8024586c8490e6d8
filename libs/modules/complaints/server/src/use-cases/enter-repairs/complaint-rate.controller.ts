/** `GET /api/complaints/rate` and `POST /api/complaints/repairs` (CMP-16). */
import { Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import type { ComplaintRate, EnterRepairs } from '@bihuan/complaints-contract';
import { COMPLAINTS_PERMISSIONS as MAY, enterRepairs } from '@bihuan/complaints-contract';
import type { UserActor } from '@bihuan/plugin-kit';
import { invalidField, Permit } from '@bihuan/plugin-kit';
import { Actor, Payload } from '@bihuan/http';
import { ComplaintRates } from '../../queries/complaint-rate.query';
import { EnterRepairsHandler } from './enter-repairs.handler';

@ApiTags('complaints')
@Controller('complaints')
export class ComplaintRateController {
  constructor(
    private readonly rates: ComplaintRates,
    private readonly handler: EnterRepairsHandler,
  ) {}

  @Get('rate')
  @Permit(MAY.printRegister)
  rate(@Query('from') from: string, @Query('to') to: string): Promise<ComplaintRate> {
    for (const [name, day] of [
      ['from', from],
      ['to', to],
    ] as const) {
      if (!z.iso.date().safeParse(day).success) {
        throw invalidField(`/${name}`, 'not-a-day', '请填写日期，如 2026-09-01。 / A day such as 2026-09-01.');
      }
    }
    return this.rates.of(from, to);
  }

  @Post('repairs')
  @HttpCode(200)
  @Permit(MAY.enterRepairs)
  enter(@Actor() actor: UserActor, @Payload(enterRepairs) body: EnterRepairs): Promise<{ rows: number }> {
    return this.handler.enter(actor, body);
  }
}
