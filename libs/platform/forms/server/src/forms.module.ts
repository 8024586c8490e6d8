/** Wires renderer, archive and print jobs. */
import { Global, Module } from '@nestjs/common';
import { Filing } from './archive/filing';
import { FormSources } from './archive/form-sources';
import { FormsController } from './archive/forms.controller';
import { PrintJobs } from './archive/print-jobs';
import { PrintJobsController } from './archive/print-jobs.controller';
import { Renderer } from './renderer.provider';

@Global()
@Module({
  controllers: [PrintJobsController, FormsController],
  providers: [FormSources, Renderer, Filing, PrintJobs],
  exports: [FormSources, Renderer],
})
export class FormsModule {}
