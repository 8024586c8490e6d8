/** `POST /api/forms/print-jobs` and what became of it. */
import type { StreamableFile } from '@nestjs/common';
import { Controller, Get, Param, Post, StreamableFile as File } from '@nestjs/common';
import type { UserActor } from '@bihuan/plugin-kit';
import { Authenticated, commonErrors, Permit } from '@bihuan/plugin-kit';
import { Actor, Payload } from '@bihuan/http';
import type { PrintJobBody, PrintJobView } from './print-jobs';
import { printJobBody, PrintJobs } from './print-jobs';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

@Controller('forms/print-jobs')
export class PrintJobsController {
  constructor(private readonly jobs: PrintJobs) {}

  @Post()
  @Permit('forms.form.print')
  order(@Actor() actor: UserActor, @Payload(printJobBody) body: PrintJobBody): Promise<PrintJobView> {
    return this.jobs.order(actor, body);
  }

  @Get(':file')
  @Authenticated()
  async one(@Actor() actor: UserActor, @Param('file') file: string): Promise<PrintJobView | StreamableFile> {
    const id = file.replace(/\.pdf$/, '');
    if (!UUID.test(id)) throw commonErrors['not-found']();
    if (!file.endsWith('.pdf')) return this.jobs.view(actor, id);
    const pdf = await this.jobs.pdf(actor, id);
    return new File(pdf, { type: 'application/pdf', disposition: 'inline; filename="batch.pdf"', length: pdf.length });
  }
}
