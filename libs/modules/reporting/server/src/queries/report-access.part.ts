/** Who may read the timeline of a report: who got it, and who reads all reports (IDN-2). */
import type { OnModuleInit } from '@nestjs/common';
import { Injectable } from '@nestjs/common';
import { REPORTING_PERMISSIONS as MAY } from '@bihuan/reporting-contract';
import { SubjectAccess } from '@bihuan/http';
import type { Subject, UserActor } from '@bihuan/plugin-kit';
import { ReportStore } from '../data/report.store';

@Injectable()
export class ReportAccess implements OnModuleInit {
  constructor(
    private readonly access: SubjectAccess,
    private readonly reports: ReportStore,
  ) {}

  onModuleInit(): void {
    this.access.add('reporting', { mayRead: (actor, subject) => this.mayRead(actor, subject) });
  }

  private async mayRead(actor: UserActor, { kind, id }: Subject): Promise<boolean> {
    if (kind === 'period') return actor.permissions.get(MAY.readFigures) === 'all';
    if (kind !== 'report') return actor.permissions.has(MAY.rebuild);
    const row = await this.reports.find(id);
    return (
      row !== undefined &&
      (actor.permissions.get(MAY.readReports) === 'all' || row.recipients.includes(actor.employeeId))
    );
  }
}
