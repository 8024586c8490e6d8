/** Reports fall due by their schedules; each is made once, also after a standstill, and again where it failed (RPT-7). */
import { Injectable } from '@nestjs/common';
import { systemActor } from '@bihuan/plugin-kit';
import type { Transaction } from '@bihuan/database';
import { UnitOfWork } from '@bihuan/database';
import { ReportStore } from '../data/report.store';
import type { Due } from '../domain/schedule.rules';
import { nextDue, retryAt } from '../domain/schedule.rules';
import { ReportingPack } from '../pack.settings';
import type { Schedule } from '../reporting.settings';
import { MakeReport } from './make-report.part';

const ACTOR = systemActor('reporting');

export interface DueReport extends Due {
  readonly at: Date;
  readonly schedule: Schedule;
}

@Injectable()
export class DueReports {
  constructor(
    private readonly work: UnitOfWork,
    private readonly reports: ReportStore,
    private readonly maker: MakeReport,
    private readonly pack: ReportingPack,
  ) {}

  /** Schedules seen for the first time begin now. */
  async begin(tx: Transaction): Promise<void> {
    await this.reports.begin(
      tx,
      this.pack.section.schedules.map(({ code }) => code),
    );
  }

  /** The next report of each schedule. */
  async next(): Promise<DueReport[]> {
    const progress = await this.reports.progress();
    return this.pack.section.schedules.flatMap((schedule) => {
      const after = progress.get(schedule.code);
      if (!after) return [];
      const { day } = this.pack.local(after);
      return [{ schedule, ...nextDue(schedule, after, day, (on) => this.pack.at(on, schedule.at)) }];
    });
  }

  async nextAt(): Promise<Date | null> {
    const [dues, retry] = await Promise.all([this.next(), this.reports.nextRetry()]);
    return [...dues.map(({ at }) => at), ...(retry ? [retry] : [])].reduce<Date | null>(
      (first, at) => (first === null || at < first ? at : first),
      null,
    );
  }

  /** Notes what is due, or makes the oldest report; `false` when nothing is left. */
  async step(): Promise<boolean> {
    const now = await this.work.now();
    const due = (await this.next()).filter(({ at }) => at <= now);
    if (due.length > 0) {
      await this.work.run(ACTOR, (tx) => this.note(tx, due));
      return true;
    }
    const report = await this.work.run(ACTOR, (tx) => this.reports.take(tx, (attempts) => retryAt(attempts, tx.now)));
    if (!report) return false;
    await this.maker.make(report);
    return true;
  }

  private async note(tx: Transaction, due: readonly DueReport[]): Promise<void> {
    for (const { schedule, period, at } of due) {
      await this.reports.due(tx, {
        schedule: schedule.code,
        form_code: schedule.formCode,
        from_day: period.from,
        to_day: period.to,
        due_at: at,
      });
    }
  }
}
