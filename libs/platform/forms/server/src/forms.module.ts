/** Wires renderer, archive and print jobs. */
import type { OnModuleInit } from '@nestjs/common';
import { Global, Module } from '@nestjs/common';
import { Pumps } from '@bihuan/clock';
import { UnitOfWork } from '@bihuan/database';
import type { ReadyFinding } from '@bihuan/http';
import { ReadyChecks, SubjectAccess } from '@bihuan/http';
import { EngineParts } from '@bihuan/plugin-kit';
import { FiledStore } from './archive/filed.store';
import { Filing } from './archive/filing';
import { FormState } from './archive/form-state';
import { FormSources } from './archive/form-sources';
import { FormsController } from './archive/forms.controller';
import { PapersController } from './archive/papers.controller';
import { PrintJobStore } from './archive/print-job.store';
import { PrintJobs } from './archive/print-jobs';
import { PrintJobsController } from './archive/print-jobs.controller';
import { RegisterPrints } from './archive/register-prints';
import { Paper } from './printers/paper';
import { PrintAndSend } from './printers/print-and-send';
import { Printers } from './printers/printers';
import { PrintersController } from './printers/printers.controller';
import { SendingPump } from './printers/sending-pump';
import { SendingStore } from './printers/sending.store';
import { Sendings, SENDINGS_PUMP } from './printers/sendings';
import { Renderer } from './renderer.provider';
import { mayReadStory } from './story-readers';
import { TemplateChoice } from './templates/template-choice';
import { TemplateForms } from './templates/template-forms';
import { TemplateStore } from './templates/template.store';
import { TemplateViews } from './templates/template-views';
import { Templates } from './templates/templates';
import { TemplatesController } from './templates/templates.controller';

const UNHEALTHY: ReadyFinding = {
  code: 'no-browser',
  zh: '打印用的浏览器没有启动成功，表单暂时不能生成。',
  en: 'The browser that prints forms could not be started; forms cannot be made for now.',
};

/** Whoever manages templates or printers of a unit reads their story. */
@Module({})
export class FormsHooks implements OnModuleInit {
  constructor(
    private readonly work: UnitOfWork,
    private readonly access: SubjectAccess,
  ) {}

  onModuleInit(): void {
    this.access.add('forms', { mayRead: (actor, subject) => mayReadStory(this.work, actor, subject) });
  }
}

@Global()
@Module({
  imports: [FormsHooks],
  controllers: [TemplatesController, PrintersController, PrintJobsController, PapersController, FormsController],
  providers: [
    ...[FormSources, Renderer, FiledStore, Filing, PrintJobStore, PrintJobs, RegisterPrints],
    ...[TemplateStore, TemplateForms, TemplateViews, TemplateChoice, Templates],
    ...[Printers, SendingStore, Sendings, Paper, SendingPump, PrintAndSend],
  ],
  exports: [FormSources, Renderer, RegisterPrints],
})
export class FormsModule implements OnModuleInit {
  constructor(
    private readonly checks: ReadyChecks,
    private readonly renderer: Renderer,
    private readonly parts: EngineParts,
    private readonly work: UnitOfWork,
    private readonly pumps: Pumps,
    private readonly sendings: SendingPump,
  ) {}

  onModuleInit(): void {
    this.pumps.add(SENDINGS_PUMP, this.sendings);
    this.parts.add('forms', new FormState(this.work, this.renderer));
    this.checks.add('forms', async () =>
      (await this.renderer.health()).state === 'unhealthy' ? UNHEALTHY : undefined,
    );
  }
}
