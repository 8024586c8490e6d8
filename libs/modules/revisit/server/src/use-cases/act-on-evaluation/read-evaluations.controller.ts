/** `GET /api/revisit/evaluations`, one of them, and the figures of a month (RVT-8a). */
import { Controller, Get, Param, ParseUUIDPipe } from '@nestjs/common';
import type { ListQuery, Page } from '@bihuan/http';
import { Actor, ListParams } from '@bihuan/http';
import { Matters } from '@bihuan/matters';
import type { UserActor } from '@bihuan/plugin-kit';
import { Permit } from '@bihuan/plugin-kit';
import type { EvaluationDetail, EvaluationFigures, EvaluationView } from '@bihuan/revisit-contract';
import { REVISIT_PERMISSIONS as MAY } from '@bihuan/revisit-contract';
import { evaluation } from '../../evaluation.part';
import { EvaluationList, EvaluationViews } from '../../queries/evaluation.query';

@Controller('revisit')
export class ReadEvaluationsController {
  constructor(
    private readonly matters: Matters,
    private readonly evaluations: EvaluationList,
    private readonly views: EvaluationViews,
  ) {}

  @Get('evaluations')
  @Permit(MAY.readEvaluation)
  list(@Actor() actor: UserActor, @ListParams() query: ListQuery): Promise<Page<EvaluationView>> {
    return this.evaluations.list(actor, query);
  }

  @Get('evaluations/:id')
  @Permit(MAY.readEvaluation)
  async one(@Actor() actor: UserActor, @Param('id', ParseUUIDPipe) id: string): Promise<EvaluationDetail> {
    return this.views.view(actor, await this.matters.get(actor, evaluation, id));
  }

  /** `filter[month]=2026-09` */
  @Get('evaluation-figures')
  @Permit(MAY.readEvaluation)
  figures(@Actor() actor: UserActor, @ListParams() { filter }: ListQuery): Promise<EvaluationFigures> {
    return this.evaluations.figures(actor, filter['month']);
  }
}
