/** `POST /api/hotline/problem-forms` and reading forms. */
import { Controller, Get, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import type { MakeProblemForm, ProblemFormLine, ProblemFormView } from '@bihuan/hotline-contract';
import { HOTLINE_PERMISSIONS, makeProblemForm } from '@bihuan/hotline-contract';
import type { UserActor } from '@bihuan/plugin-kit';
import { Permit } from '@bihuan/plugin-kit';
import type { ListQuery, Page } from '@bihuan/http';
import { Actor, ListParams, Payload } from '@bihuan/http';
import { Matters } from '@bihuan/matters';
import { problemForm } from '../../problem-form.matter';
import { ProblemFormList } from '../../queries/problem-form-list.query';
import { ProblemFormViews } from '../../queries/problem-form-view.query';
import { MakeProblemFormHandler } from './make-problem-form.handler';

@Controller('hotline/problem-forms')
export class MakeProblemFormController {
  constructor(
    private readonly handler: MakeProblemFormHandler,
    private readonly views: ProblemFormViews,
    private readonly forms: ProblemFormList,
    private readonly matters: Matters,
  ) {}

  @Post()
  @Permit(HOTLINE_PERMISSIONS.createForm)
  async make(@Actor() actor: UserActor, @Payload(makeProblemForm) body: MakeProblemForm): Promise<ProblemFormView> {
    const { form, deadlines } = await this.handler.make(actor, body);
    return this.views.view(actor, form, deadlines);
  }

  @Get()
  @Permit(HOTLINE_PERMISSIONS.readForm)
  list(@Actor() actor: UserActor, @ListParams() query: ListQuery): Promise<Page<ProblemFormLine>> {
    return this.forms.list(actor, query);
  }

  @Get(':id')
  @Permit(HOTLINE_PERMISSIONS.readForm)
  async one(@Actor() actor: UserActor, @Param('id', ParseUUIDPipe) id: string): Promise<ProblemFormView> {
    return this.views.view(actor, await this.matters.get(actor, problemForm, id));
  }
}
