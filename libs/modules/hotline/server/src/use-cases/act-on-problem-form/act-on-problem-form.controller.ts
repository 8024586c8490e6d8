/** `POST /api/hotline/problem-forms/:id/{refer, accept, plan, …}`: the way of a form, act by act. */
import { Controller, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import type { AcceptForm, AnswerForm, ProblemFormView, ReferForm, ReturnForm } from '@bihuan/hotline-contract';
import * as contract from '@bihuan/hotline-contract';
import type { UserActor } from '@bihuan/plugin-kit';
import { Permit } from '@bihuan/plugin-kit';
import { Actor, IfMatch, Payload, withVersion } from '@bihuan/http';
import type { ProblemForm } from '../../domain/problem-form.state';
import { ProblemFormViews } from '../../queries/problem-form-view.query';
import { AnswerFormHandler } from './answer-form.handler';
import { HandleFormHandler } from './handle-form.handler';
import { ReferFormHandler } from './refer-form.handler';

interface Text {
  text: string;
  version?: number;
}

interface OptionalText {
  text?: string;
  version?: number;
}

interface Reason {
  reason: string;
  version?: number;
}

const { HOTLINE_PERMISSIONS: MAY } = contract;

@Controller('hotline/problem-forms/:id')
export class ActOnProblemFormController {
  constructor(
    private readonly refers: ReferFormHandler,
    private readonly handles: HandleFormHandler,
    private readonly answers: AnswerFormHandler,
    private readonly views: ProblemFormViews,
  ) {}

  @Post('refer')
  @HttpCode(200)
  @Permit(MAY.referForm)
  refer(
    @Actor() actor: UserActor,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number | undefined,
    @Payload(contract.referForm) body: ReferForm,
  ): Promise<ProblemFormView> {
    return this.shown(actor, this.refers.refer(actor, id, withVersion(body, version)));
  }

  @Post('accept')
  @HttpCode(200)
  @Permit(MAY.acceptForm)
  accept(
    @Actor() actor: UserActor,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number | undefined,
    @Payload(contract.acceptForm) body: AcceptForm,
  ): Promise<ProblemFormView> {
    return this.shown(actor, this.handles.accept(actor, id, withVersion(body, version)));
  }

  @Post('plan')
  @HttpCode(200)
  @Permit(MAY.handleForm)
  plan(
    @Actor() actor: UserActor,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number | undefined,
    @Payload(contract.planForm) body: Text,
  ): Promise<ProblemFormView> {
    return this.shown(actor, this.handles.plan(actor, id, withVersion(body, version)));
  }

  @Post('handle')
  @HttpCode(200)
  @Permit(MAY.handleForm)
  handle(
    @Actor() actor: UserActor,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number | undefined,
    @Payload(contract.handleForm) body: Text,
  ): Promise<ProblemFormView> {
    return this.shown(actor, this.handles.handle(actor, id, withVersion(body, version)));
  }

  @Post('audit')
  @HttpCode(200)
  @Permit(MAY.auditForm)
  audit(
    @Actor() actor: UserActor,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number | undefined,
    @Payload(contract.auditForm) body: OptionalText,
  ): Promise<ProblemFormView> {
    return this.shown(actor, this.handles.audit(actor, id, withVersion(body, version)));
  }

  @Post('answer')
  @HttpCode(200)
  @Permit(MAY.answerForm)
  answer(
    @Actor() actor: UserActor,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number | undefined,
    @Payload(contract.answerForm) body: AnswerForm,
  ): Promise<ProblemFormView> {
    return this.shown(actor, this.answers.answer(actor, id, withVersion(body, version)));
  }

  @Post('conclude')
  @HttpCode(200)
  @Permit(MAY.answerForm)
  conclude(
    @Actor() actor: UserActor,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number | undefined,
    @Payload(contract.concludeForm) body: OptionalText,
  ): Promise<ProblemFormView> {
    return this.shown(actor, this.answers.conclude(actor, id, withVersion(body, version)));
  }

  @Post('dissatisfied')
  @HttpCode(200)
  @Permit(MAY.answerForm)
  dissatisfied(
    @Actor() actor: UserActor,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number | undefined,
    @Payload(contract.dissatisfiedForm) body: Text,
  ): Promise<ProblemFormView> {
    return this.shown(actor, this.answers.dissatisfied(actor, id, withVersion(body, version)));
  }

  @Post('return')
  @HttpCode(200)
  @Permit(MAY.handleForm)
  returnForm(
    @Actor() actor: UserActor,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number | undefined,
    @Payload(contract.returnForm) body: ReturnForm,
  ): Promise<ProblemFormView> {
    return this.shown(actor, this.refers.returnForm(actor, id, withVersion(body, version)));
  }

  @Post('await-customer')
  @HttpCode(200)
  @Permit(MAY.readForm)
  awaitCustomer(
    @Actor() actor: UserActor,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number | undefined,
    @Payload(contract.awaitCustomerForm) body: Reason,
  ): Promise<ProblemFormView> {
    return this.shown(actor, this.handles.awaitCustomer(actor, id, withVersion(body, version)));
  }

  @Post('resume')
  @HttpCode(200)
  @Permit(MAY.readForm)
  resume(
    @Actor() actor: UserActor,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number | undefined,
    @Payload(contract.resumeForm) body: OptionalText,
  ): Promise<ProblemFormView> {
    return this.shown(actor, this.handles.resume(actor, id, withVersion(body, version)));
  }

  @Post('withdraw')
  @HttpCode(200)
  @Permit(MAY.withdrawForm)
  withdraw(
    @Actor() actor: UserActor,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number | undefined,
    @Payload(contract.withdrawForm) body: Reason,
  ): Promise<ProblemFormView> {
    return this.shown(actor, this.answers.withdraw(actor, id, withVersion(body, version)));
  }

  private async shown(actor: UserActor, form: Promise<ProblemForm>): Promise<ProblemFormView> {
    return this.views.view(actor, await form);
  }
}
