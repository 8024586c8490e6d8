/** The cut-off: records of the month stand from now on, a snapshot on each sheet (APR-7). */
import type { OnModuleInit } from '@nestjs/common';
import { Injectable } from '@nestjs/common';
import type { FiredStep } from '@bihuan/alarms';
import { Deadlines, StepHandlers } from '@bihuan/alarms';
import { Recorder } from '@bihuan/audit';
import type { Transaction } from '@bihuan/database';
import { WorkPush } from '@bihuan/work';
import { monthSources } from '../data/month-sources.store';
import { lockPeriod, periods } from '../data/period.store';
import { sheet as sheetMatter } from '../sheet.matter';
import { freezeSources } from '../data/sheet.store';
import { FREEZE } from './month-sheets.part';

@Injectable()
export class FreezeMonth implements OnModuleInit {
  constructor(
    private readonly handlers: StepHandlers,
    private readonly deadlines: Deadlines,
    private readonly recorder: Recorder,
    private readonly push: WorkPush,
  ) {}

  onModuleInit(): void {
    this.handlers.add('appraisal.freeze', { fire: (tx, step) => this.freeze(tx, step) });
  }

  private async freeze(tx: Transaction, { subject, at }: FiredStep): Promise<void> {
    // Whoever adds a record holds the month in share: after this lock none is under way.
    const before = await lockPeriod(tx, subject.id);
    await this.deadlines.meet(tx, subject, FREEZE, at);
    if (before.state !== 'scoring') return;
    const rows = await tx.query<{ id: string; employee_id: string; owner_unit_id: string }>(
      'select id, employee_id, owner_unit_id from appraisal.sheet where period_id = $1',
      [before.id],
    );
    const sourcesOf = await monthSources(tx, before.period);
    const snapshots = new Map(rows.map(({ id, employee_id }) => [id, sourcesOf(employee_id)]));
    await freezeSources(tx, snapshots, tx.now);
    await periods.save(tx, before, { ...before, state: 'frozen', frozenAt: tx.now });
    await this.recorder.record(tx, { subject, action: 'frozen', data: { sheets: rows.length } });
    for (const [id, { entries, calls }] of snapshots) {
      const data = { records: entries.length, calls: calls.length };
      await this.recorder.record(tx, { subject: sheetMatter.subject(id), action: 'frozen', data });
    }
    for (const unit of new Set(rows.map((row) => row.owner_unit_id))) this.push.unitChanged(tx, unit);
  }
}
