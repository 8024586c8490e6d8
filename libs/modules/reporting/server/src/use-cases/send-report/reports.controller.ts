/** Reports sent, their papers, sending one again, and the schedules (RPT-7). */
import { Controller, Get, Header, HttpCode, Param, ParseUUIDPipe, Post, StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { ScheduleView, SentReportView } from '@bihuan/reporting-contract';
import { emptyBody, REPORTING_PERMISSIONS as MAY } from '@bihuan/reporting-contract';
import type { UserActor } from '@bihuan/plugin-kit';
import { Permit } from '@bihuan/plugin-kit';
import type { ListQuery, Page } from '@bihuan/http';
import { Actor, ListParams, Payload } from '@bihuan/http';
import { ReportList } from '../../queries/report-list.query';
import { ScheduleList } from '../../queries/schedule-list.query';
import { SendReportHandler } from './send-report.handler';

@ApiTags('reporting')
@Controller('reporting')
export class ReportsController {
  constructor(
    private readonly reports: ReportList,
    private readonly schedules: ScheduleList,
    private readonly sender: SendReportHandler,
  ) {}

  @Get('schedules')
  @Permit(MAY.readReports)
  async listSchedules(): Promise<Page<ScheduleView>> {
    return { data: await this.schedules.all(), page: {} };
  }

  @Get('reports')
  @Permit(MAY.readReports)
  list(@Actor() actor: UserActor, @ListParams() query: ListQuery): Promise<Page<SentReportView>> {
    return this.reports.list(actor, query);
  }

  @Get('reports/:id')
  @Permit(MAY.readReports)
  one(@Actor() actor: UserActor, @Param('id', ParseUUIDPipe) id: string): Promise<SentReportView> {
    return this.reports.one(actor, id);
  }

  @Get('reports/:id/paper')
  @Header('cache-control', 'no-store')
  @Permit(MAY.readReports)
  async paper(@Actor() actor: UserActor, @Param('id', ParseUUIDPipe) id: string): Promise<StreamableFile> {
    const pdf = await this.reports.paper(actor, id);
    return new StreamableFile(pdf, {
      type: 'application/pdf',
      disposition: 'inline; filename="report.pdf"',
      length: pdf.length,
    });
  }

  @Post('reports/:id/send')
  @HttpCode(200)
  @Permit(MAY.sendReport)
  async send(
    @Actor() actor: UserActor,
    @Param('id', ParseUUIDPipe) id: string,
    @Payload(emptyBody) _: object,
  ): Promise<SentReportView> {
    await this.sender.send(actor, id);
    return this.reports.one(actor, id);
  }
}
