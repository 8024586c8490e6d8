/** Makes one report that is due and brings it to its recipients: printed, filed, told, with proof (RPT-7). */
import { Injectable } from '@nestjs/common';
import { describeError, systemActor } from '@bihuan/plugin-kit';
import { UnitOfWork } from '@bihuan/database';
import { Recorder } from '@bihuan/audit';
import { RegisterPrints } from '@bihuan/forms';
import { Notices } from '@bihuan/notices';
import { Org } from '@bihuan/org';
import type { Report } from '../data/report.store';
import { ReportStore } from '../data/report.store';
import { retryAt } from '../domain/schedule.rules';
import { ReportingPack } from '../pack.settings';
import type { Schedule } from '../reporting.settings';

const ACTOR = systemActor('reporting');

export const reportSubject = (id: string) => ({ module: 'reporting', kind: 'report', id });

@Injectable()
export class MakeReport {
  constructor(
    private readonly work: UnitOfWork,
    private readonly reports: ReportStore,
    private readonly prints: RegisterPrints,
    private readonly notices: Notices,
    private readonly org: Org,
    private readonly recorder: Recorder,
    private readonly pack: ReportingPack,
  ) {}

  /** Who gets it: holders of the schedule's positions, in the pack's order. */
  async recipients({ positions }: Pick<Schedule, 'positions'>): Promise<string[]> {
    const holders = await Promise.all(positions.map((position) => this.org.inPosition(position)));
    return [...new Set(holders.flat().map(({ id }) => id))];
  }

  /** Never throws: what goes wrong stands on the report, and is tried again. */
  async make(report: Report): Promise<void> {
    const schedule = this.pack.section.schedules.find(({ code }) => code === report.schedule);
    if (!schedule) return this.failed(report, 'failed', 'no-such-schedule', false);
    if (!this.prints.has(schedule.module, schedule.formCode)) {
      return this.failed(report, 'not-deployed', 'not-deployed', false);
    }
    try {
      await this.send(report, schedule);
    } catch (error) {
      await this.failed(report, 'failed', describeError(error), true);
    }
  }

  private async send(report: Report, schedule: Schedule): Promise<void> {
    const recipients = await this.recipients(schedule);
    const [first] = recipients;
    if (first === undefined) return this.failed(report, 'failed', 'no-recipient', true);
    const root = (await this.org.units()).find(({ parentId }) => parentId === null);
    const print = await this.prints.print(
      { module: schedule.module, formCode: schedule.formCode, from: report.from_day, to: report.to_day },
      { actor: ACTOR, name: '系统自动生成', employeeId: first, unitId: root?.id ?? '' },
    );
    await this.work.run(ACTOR, async (tx) => {
      await this.reports.sent(tx, report.id, { printId: print.id, sha256: print.sha256, recipients });
      await this.notices.send(tx, {
        subject: reportSubject(report.id),
        to: recipients,
        template: schedule.template,
        params: { title: schedule.title, from: report.from_day, to: report.to_day },
        channels: schedule.channels,
      });
      await this.recorder.record(tx, {
        subject: reportSubject(report.id),
        action: 'report-sent',
        data: { schedule: report.schedule, from: report.from_day, to: report.to_day, sha256: print.sha256, recipients },
      });
    });
  }

  private async failed(report: Report, state: 'failed' | 'not-deployed', error: string, again: boolean): Promise<void> {
    await this.work.run(ACTOR, async (tx) => {
      const retry = again ? retryAt(report.attempts, tx.now) : null;
      await this.reports.failed(tx, report.id, state, { error, retryAt: retry });
      await this.recorder.record(tx, {
        subject: reportSubject(report.id),
        action: 'report-not-sent',
        data: { schedule: report.schedule, from: report.from_day, to: report.to_day, error },
      });
    });
  }
}
