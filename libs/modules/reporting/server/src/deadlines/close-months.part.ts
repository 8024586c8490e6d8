/** Months close: by themselves on the first of the next, or by hand (RPT-4). */
import { Injectable } from '@nestjs/common';
import { systemActor } from '@bihuan/plugin-kit';
import type { Transaction } from '@bihuan/database';
import { UnitOfWork } from '@bihuan/database';
import { Recorder } from '@bihuan/audit';
import type { ClosedPeriod } from '../data/period.store';
import { PeriodStore } from '../data/period.store';
import { addDays, monthOf } from '../domain/period.rules';
import { PeriodEvents } from '../events/publish';
import { ReportingPack } from '../pack.settings';

@Injectable()
export class CloseMonths {
  constructor(
    private readonly work: UnitOfWork,
    private readonly periods: PeriodStore,
    private readonly events: PeriodEvents,
    private readonly recorder: Recorder,
    private readonly pack: ReportingPack,
  ) {}

  /** When the next month closes by itself: of those since the module began the first that is open. */
  async next(): Promise<{ readonly month: string; readonly at: Date } | undefined> {
    const began = await this.periods.begun();
    if (began === undefined) return undefined;
    const closed = await this.periods.closedSince(began.slice(0, 7));
    let month = monthOf(began);
    while (closed.has(month.text)) month = monthOf(addDays(month.to, 1));
    return { month: month.text, at: this.pack.at(addDays(month.to, 1), this.pack.section.closeAt) };
  }

  /** Closes the next month where its time has come. After a standstill each month once, one a call. */
  async closeNext(): Promise<boolean> {
    const next = await this.next();
    if (!next || next.at > (await this.work.now())) return false;
    await this.work.run(systemActor('reporting'), async (tx) => {
      if (!(await this.periods.lock(tx, next.month))) await this.close(tx, next.month, null);
    });
    return true;
  }

  /** The caller holds the month's lock and knows that it is open. */
  async close(tx: Transaction, month: string, closedBy: string | null): Promise<ClosedPeriod> {
    const period = await this.periods.freeze(tx, month, closedBy);
    await this.recorder.record(tx, {
      subject: { module: 'reporting', kind: 'period', id: period.id },
      action: 'period-closed',
      data: { period: month, hash: period.hash, cases: period.cases },
    });
    await this.events.closed(tx, period);
    return period;
  }
}
