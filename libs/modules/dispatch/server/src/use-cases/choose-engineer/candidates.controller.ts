/** `GET /api/dispatch/work-orders/:id/candidates`: a ranked suggestion with its reasons (DSP-2). */
import { Controller, Get, Param, ParseUUIDPipe } from '@nestjs/common';
import type { CandidatesAnswer } from '@bihuan/dispatch-contract';
import { DISPATCH_PERMISSIONS as MAY } from '@bihuan/dispatch-contract';
import type { UserActor } from '@bihuan/plugin-kit';
import { Permit } from '@bihuan/plugin-kit';
import { UnitOfWork } from '@bihuan/database';
import { Actor } from '@bihuan/http';
import { Matters } from '@bihuan/matters';
import { workOrder } from '../../work-order.part';
import { EngineerChoice } from './engineer-choice.handler';

@Controller('dispatch/work-orders/:id/candidates')
export class CandidatesController {
  constructor(
    private readonly matters: Matters,
    private readonly choice: EngineerChoice,
    private readonly work: UnitOfWork,
  ) {}

  @Get()
  @Permit(MAY.assign)
  async list(@Actor() actor: UserActor, @Param('id', ParseUUIDPipe) id: string): Promise<CandidatesAnswer> {
    const order = await this.matters.get(actor, workOrder, id);
    const [ranked, head] = await Promise.all([
      this.choice.candidates(order, await this.work.now()),
      this.choice.headFor(order),
    ]);
    return {
      data: ranked.map(({ employeeId, name, unitId, unitName, rank, score, openOrders, onDuty, reasons }) => ({
        employeeId,
        name,
        unit: { id: unitId, name: unitName },
        rank,
        score,
        openOrders,
        onDuty,
        reasons: [...reasons],
      })),
      head: head ? { id: head.id, name: head.name } : null,
    };
  }
}
