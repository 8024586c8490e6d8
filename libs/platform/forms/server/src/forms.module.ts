/** Wires renderer, archive and print jobs. */
import type { OnModuleInit } from '@nestjs/common';
import { Global, Module } from '@nestjs/common';
import type { ReadyFinding } from '@bihuan/http';
import { ReadyChecks } from '@bihuan/http';
import { FiledStore } from './archive/filed.store';
import { Filing } from './archive/filing';
import { FormSources } from './archive/form-sources';
import { FormsController } from './archive/forms.controller';
import { PrintJobStore } from './archive/print-job.store';
import { PrintJobs } from './archive/print-jobs';
import { PrintJobsController } from './archive/print-jobs.controller';
import { RegisterPrints } from './archive/register-prints';
import { Renderer } from './renderer.provider';

const UNHEALTHY: ReadyFinding = {
  code: 'no-browser',
  zh: '打印用的浏览器没有启动成功，表单暂时不能生成。',
  en: 'The browser that prints forms could not be started; forms cannot be made for now.',
};

@Global()
@Module({
  controllers: [PrintJobsController, FormsController],
  providers: [FormSources, Renderer, FiledStore, Filing, PrintJobStore, PrintJobs, RegisterPrints],
  exports: [FormSources, Renderer, RegisterPrints],
})
export class FormsModule implements OnModuleInit {
  constructor(
    private readonly checks: ReadyChecks,
    private readonly renderer: Renderer,
  ) {}

  onModuleInit(): void {
    this.checks.add('forms', async () =>
      (await this.renderer.health()).state === 'unhealthy' ? UNHEALTHY : undefined,
    );
  }
}
