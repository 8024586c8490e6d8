/** Wires renderer, archive and print jobs. */
import { Global, Module } from '@nestjs/common';
import { FiledStore } from './archive/filed.store';
import { Filing } from './archive/filing';
import { FormSources } from './archive/form-sources';
import { FormsController } from './archive/forms.controller';
import { PrintJobStore } from './archive/print-job.store';
import { PrintJobs } from './archive/print-jobs';
import { PrintJobsController } from './archive/print-jobs.controller';
import { Renderer } from './renderer.provider';

@Global()
@Module({
  controllers: [PrintJobsController, FormsController],
  providers: [FormSources, Renderer, FiledStore, Filing, PrintJobStore, PrintJobs],
  exports: [FormSources, Renderer],
})
export class FormsModule {}
