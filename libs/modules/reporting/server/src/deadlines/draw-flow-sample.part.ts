/** Once a month, on the pack's day, complaints are drawn by lot for the sheet; by hand at any time before the close (RPT-1d). */
import type { OnModuleInit } from '@nestjs/common';
import { Injectable } from '@nestjs/common';
import { Pumps } from '@bihuan/clock';
import { systemActor } from '@bihuan/plugin-kit';
import type { Transaction } from '@bihuan/database';
import { UnitOfWork } from '@bihuan/database';
import { Recorder } from '@bihuan/audit';
import { FlowCheckStore } from '../data/flow-check.store';
import { PeriodStore } from '../data/period.store';
import { drawDay, nextMonth, SAMPLED } from '../domain/flow-check.rules';
import { ReportingPack } from '../pack.settings';
import { reportingErrors } from '../reporting.errors';

@Injectable()
export class DrawFlowSample implements OnModuleInit {
  constructor(
    private readonly pumps: Pumps,
    private readonly work: UnitOfWork,
    private readonly checks: FlowCheckStore,
    private readonly periods: PeriodStore,
    private readonly recorder: Recorder,
    private readonly pack: ReportingPack,
  ) {}

  onModuleInit(): void {
    this.pumps.add('reporting-flow-sample', { nextDue: () => this.nextDue(), pump: () => this.pump() });
  }

  /** Fills the month's sheet. @throws 409 where the month is closed, or the pack samples nothing */
  async draw(tx: Transaction, month: string): Promise<void> {
    const { flowSample } = this.pack.section;
    if (!flowSample) throw reportingErrors['no-sample']({ state: 'not-drawn', allowedActions: [] });
    const closed = await this.periods.lock(tx, month);
    if (closed) throw reportingErrors['period-closed']({ state: 'closed', allowedActions: [] });
    const { id, drawn } = await this.checks.draw(tx, month, SAMPLED, flowSample.size);
    await this.recorder.record(tx, {
      subject: { module: 'reporting', kind: 'flow-sheet', id },
      action: 'flow-sample-drawn',
      data: { period: month, drawn },
    });
  }

  private async nextDue(): Promise<Date | null> {
    const { flowSample } = this.pack.section;
    if (!flowSample || (await this.periods.begun()) === undefined) return null;
    const today = this.pack.local(await this.work.now()).day;
    return (await this.pending()) ?? this.at(nextMonth(today)) ?? null;
  }

  private async pump(): Promise<number> {
    const due = await this.pending();
    const now = await this.work.now();
    if (!due || due > now) return 0;
    const month = this.pack.local(now).day.slice(0, 7);
    await this.work.run(systemActor('reporting'), async (tx) => {
      // Several processes may have seen it pending: behind the month's lock only the first still does.
      await this.periods.lock(tx, month);
      if (await this.pending()) await this.draw(tx, month);
    });
    return 1;
  }

  /** The draw of the present month, where it was not made since its day. */
  private async pending(): Promise<Date | undefined> {
    if ((await this.periods.begun()) === undefined) return undefined;
    const month = this.pack.local(await this.work.now()).day.slice(0, 7);
    const at = this.at(month);
    const drawn = await this.checks.drawnAt(month);
    return at && (drawn === null || drawn < at) ? at : undefined;
  }

  private at(month: string): Date | undefined {
    const { flowSample } = this.pack.section;
    return flowSample && this.pack.at(drawDay(month, flowSample.drawOn), flowSample.at);
  }
}
