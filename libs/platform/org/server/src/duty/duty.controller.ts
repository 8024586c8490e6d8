/** Duty rosters over HTTP (ORG-4, api.md People). */
import { Controller, Get, Post, Query } from '@nestjs/common';
import { z } from 'zod';
import { Actor, parseInput, Payload } from '@bihuan/http';
import type { UserActor } from '@bihuan/plugin-kit';
import { Authenticated, Permit } from '@bihuan/plugin-kit';
import { UnitOfWork } from '@bihuan/database';
import type { DutyAnswer, MissedHandOver, NewShift } from '@bihuan/org-contract';
import { missedHandOverSchema, newShiftSchema, orgPermissions } from '@bihuan/org-contract';
import { Org } from '../org';
import { atField } from '../org.errors';
import { Duty } from './duty';

/** `+` of an offset arrives as a blank where the client did not encode it. */
const question = z.object({
  unit: z.string().min(1),
  at: z
    .string()
    .transform((text) => text.replace(' ', '+'))
    .pipe(z.iso.datetime({ offset: true }))
    .transform((text) => new Date(text))
    .optional(),
});

@Controller('duty')
export class DutyController {
  constructor(
    private readonly duty: Duty,
    private readonly org: Org,
    private readonly work: UnitOfWork,
  ) {}

  /** @param query `unit`: id or code; `at`: an instant, now where absent */
  @Authenticated()
  @Get()
  async onDuty(@Query() query: Record<string, unknown>): Promise<DutyAnswer> {
    const { unit, at } = parseInput(question, query);
    const found = (await this.org.unitByCode(unit)) ?? (await this.org.unit(unit.toLowerCase()));
    if (!found) throw atField('unknown-unit', '/unit');
    return this.duty.onDuty(found.id, at ?? (await this.work.now()));
  }

  @Permit(orgPermissions.dutyPlan)
  @Post('shifts')
  async plan(@Actor() actor: UserActor, @Payload(newShiftSchema) body: NewShift) {
    return { id: await this.duty.plan(actor, body) };
  }

  @Permit(orgPermissions.dutyRecordMissed)
  @Post('missed-hand-overs')
  async missed(@Actor() actor: UserActor, @Payload(missedHandOverSchema) body: MissedHandOver) {
    return { data: await this.duty.recordMissed(actor, body) };
  }
}
