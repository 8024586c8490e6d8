/** Reports that were due, with their proof; schedules with what comes next (RPT-7). */
import { Injectable } from '@nestjs/common';
import type { SentReportView } from '@bihuan/reporting-contract';
import { REPORTING_PERMISSIONS as MAY } from '@bihuan/reporting-contract';
import type { UserActor } from '@bihuan/plugin-kit';
import { commonErrors } from '@bihuan/plugin-kit';
import { RegisterPrints } from '@bihuan/forms';
import type { ListQuery, Page } from '@bihuan/http';
import { decodeCursor, pageOf } from '@bihuan/http';
import { SentNotices } from '@bihuan/notices';
import { Org } from '@bihuan/org';
import type { Report } from '../data/report.store';
import { ReportStore } from '../data/report.store';
import { ReportingPack } from '../pack.settings';

@Injectable()
export class ReportList {
  constructor(
    private readonly reports: ReportStore,
    private readonly prints: RegisterPrints,
    private readonly notices: SentNotices,
    private readonly org: Org,
    private readonly pack: ReportingPack,
  ) {}

  /** Mine, or all with the right to all; the newest first. */
  async list(actor: UserActor, { after, size }: ListQuery): Promise<Page<SentReportView>> {
    const last = after === undefined ? undefined : decodeCursor(after, 2);
    const rows = await this.reports.list(
      size + 1,
      last ? [String(last[0]), String(last[1])] : undefined,
      seesAll(actor) ? null : actor.employeeId,
    );
    const views = new Map(await Promise.all(rows.map(async (row) => [row.id, await this.view(row)] as const)));
    return pageOf(
      rows,
      size,
      ({ due_at, id }) => [due_at, id],
      ({ id }) => views.get(id) as SentReportView,
    );
  }

  /** @throws 404 for a report that is not his */
  async one(actor: UserActor, id: string): Promise<SentReportView> {
    return this.view(await this.mine(actor, id));
  }

  /** The filed paper as it was sent. */
  async paper(actor: UserActor, id: string): Promise<Uint8Array> {
    const { print_id } = await this.mine(actor, id);
    if (print_id === null) throw commonErrors['not-found']();
    return this.prints.pdf(print_id);
  }

  private async mine(actor: UserActor, id: string): Promise<Report> {
    const row = await this.reports.find(id);
    if (!row || !(seesAll(actor) || row.recipients.includes(actor.employeeId))) throw commonErrors['not-found']();
    return row;
  }

  private async view(row: Report): Promise<SentReportView> {
    const schedule = this.pack.section.schedules.find(({ code }) => code === row.schedule);
    const notices =
      row.state === 'sent' ? await this.notices.of({ module: 'reporting', kind: 'report', id: row.id }) : [];
    const people = await Promise.all(row.recipients.map((id) => this.org.employee(id)));
    return {
      id: row.id,
      schedule: row.schedule,
      title: schedule?.title ?? { zh: row.form_code, en: row.form_code },
      formCode: row.form_code,
      from: row.from_day,
      to: row.to_day,
      dueAt: row.due_at.toISOString(),
      sentAt: row.sent_at?.toISOString() ?? null,
      state: row.state,
      error: row.error,
      attempts: row.attempts,
      url: row.print_id === null ? null : `/api/reporting/reports/${row.id}/paper`,
      sha256: row.sha256,
      recipients: row.recipients.map((employeeId, at) => {
        const own = notices.filter((notice) => notice.employeeId === employeeId);
        return {
          employeeId,
          name: people[at]?.name ?? '',
          deliveries: own.map(({ channel, state, at: when }) => ({ channel, state, at: when?.toISOString() ?? null })),
          readAt: own[0]?.readAt?.toISOString() ?? null,
          acknowledgedAt: own[0]?.acknowledgedAt?.toISOString() ?? null,
        };
      }),
    };
  }
}

const seesAll = ({ permissions }: UserActor): boolean => permissions.get(MAY.readReports) === 'all';
