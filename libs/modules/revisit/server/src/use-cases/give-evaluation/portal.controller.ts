/** The portal's pages of revisit: no log-in, few tries an address, the same 404 for everything unknown (RVT-2, RVT-8). */
import { Controller, Get, HttpCode, Post, Req } from '@nestjs/common';
import type { HttpRequest } from '@bihuan/http';
import { Payload } from '@bihuan/http';
import { PortalTries } from '@bihuan/identity';
import { Public } from '@bihuan/plugin-kit';
import type { AnswerQuestionnaire, EvaluationOffer, EvaluationReceipt, GiveEvaluation } from '@bihuan/revisit-contract';
import { answerQuestionnaire, giveEvaluation } from '@bihuan/revisit-contract';
import { scoresOf } from '../../domain/evaluation.rules';
import { RevisitPack } from '../../pack.settings';
import { AnswerQuestionnaireHandler } from '../answer-questionnaire/answer-questionnaire.handler';
import { GiveEvaluationHandler } from './give-evaluation.handler';

@Controller('portal')
export class RevisitPortalController {
  constructor(
    private readonly evaluations: GiveEvaluationHandler,
    private readonly questionnaires: AnswerQuestionnaireHandler,
    private readonly tries: PortalTries,
    private readonly pack: RevisitPack,
  ) {}

  /** What the page offers: items, and the scores of its drop-downs. */
  @Get('evaluations')
  @Public()
  offer(): EvaluationOffer {
    const { items, scores } = this.pack.evaluation;
    return { company: this.pack.company, items: items.map((item) => ({ ...item })), scores: scoresOf(scores) };
  }

  @Post('evaluations')
  @Public()
  evaluate(@Req() request: HttpRequest, @Payload(giveEvaluation) body: GiveEvaluation): Promise<EvaluationReceipt> {
    return this.tries.count({ ip: request.ip, proofOf: body.number }, () => this.evaluations.give(body));
  }

  @Post('revisits')
  @HttpCode(200)
  @Public()
  async answer(
    @Req() request: HttpRequest,
    @Payload(answerQuestionnaire) body: AnswerQuestionnaire,
  ): Promise<{ taken: true }> {
    await this.tries.count({ ip: request.ip }, () => this.questionnaires.answer(body));
    return { taken: true };
  }
}
