/** The month is over: clocks of self and head run, samples are drawn, the next month is opened (APR-1a, APR-5). */
import type { OnModuleInit } from '@nestjs/common';
import { Injectable } from '@nestjs/common';
import type { FiredStep } from '@bihuan/alarms';
import { Deadlines, StepHandlers } from '@bihuan/alarms';
import { Recorder } from '@bihuan/audit';
import type { Transaction } from '@bihuan/database';
import { Org } from '@bihuan/org';
import { lockPeriod, periods, periodSubject } from '../data/period.store';
import { sheet as sheetMatter } from '../sheet.matter';
import { openScoring, sheets } from '../data/sheet.store';
import { cutOffsOf, nextPeriod } from '../domain/cut-off.rules';
import type { Period } from '../domain/period.state';
import type { Sheet } from '../domain/sheet.state';
import { AppraisalPack } from '../pack.settings';
import { DrawSamples } from './draw-samples.part';
import { FREEZE, HEAD_SCORE, MONTH_END, MonthSheets, RELEASE, SELF_SCORE } from './month-sheets.part';

@Injectable()
export class CloseMonth implements OnModuleInit {
  constructor(
    private readonly handlers: StepHandlers,
    private readonly deadlines: Deadlines,
    private readonly recorder: Recorder,
    private readonly pack: AppraisalPack,
    private readonly months: MonthSheets,
    private readonly samples: DrawSamples,
    private readonly org: Org,
  ) {}

  onModuleInit(): void {
    this.handlers.add('appraisal.close-month', { fire: (tx, step) => this.close(tx, step) });
  }

  private async close(tx: Transaction, { subject, at }: FiredStep): Promise<void> {
    const before = await lockPeriod(tx, subject.id);
    await this.deadlines.meet(tx, subject, MONTH_END, at);
    if (before.state !== 'open') return;
    await this.months.complete(tx, before);
    const month = await this.scoring(tx, before);
    const rows = await sheets.find(tx, "r.period_id = $1 and r.state <> 'released'", [month.id]);
    await this.startScoring(tx, month, await this.present(rows));
    await this.samples.draw(tx, month, rows);
    await this.months.open(tx, nextPeriod(month.period));
  }

  /** Cut-offs by the calendar as it is now: a holiday notice that came during the month is heeded. */
  private async scoring(tx: Transaction, before: Period): Promise<Period> {
    const { section } = this.pack;
    const cutOffs = cutOffsOf(before.period, section.cutOffs, await this.pack.calendar());
    const month = await periods.save(tx, before, { ...before, state: 'scoring', closedAt: tx.now, cutOffs });
    const subject = periodSubject(month.id);
    await this.recorder.record(tx, {
      subject,
      action: 'closed',
      data: { self: cutOffs.self.day, head: cutOffs.head.day, latest: cutOffs.latest.day },
    });
    const owner = { unitId: await this.pack.ownerUnitId(), employeeId: null };
    const clock = { subject, startedAt: before.endsAt, owner, calendar: section.calendar, label: month.period };
    await this.deadlines.arm(tx, {
      ...clock,
      stage: FREEZE,
      policy: section.policies.freeze,
      dueAt: cutOffs.head.dueAt,
    });
    await this.deadlines.arm(tx, {
      ...clock,
      stage: RELEASE,
      policy: section.policies.release,
      dueAt: cutOffs.latest.dueAt,
    });
    return month;
  }

  /** Whose sheet it is now: people may have moved during the month. */
  private async present(rows: readonly Sheet[]): Promise<readonly Sheet[]> {
    return Promise.all(
      rows.map(async (row) => {
        const person = await this.org.employee(row.employeeId);
        if (!person) return row;
        return { ...row, unitId: person.unitId, headId: (await this.pack.headOf(person))?.id ?? null };
      }),
    );
  }

  private async startScoring(tx: Transaction, month: Period, rows: readonly Sheet[]): Promise<void> {
    const { policies, calendar } = this.pack.section;
    for (const row of rows) {
      const clock = {
        subject: sheetMatter.subject(row.id),
        startedAt: month.endsAt,
        ...(row.headId ? { people: { 'unit-head': row.headId } } : {}),
        calendar,
        label: row.number,
        first: true,
      };
      if (!row.selfAt) {
        await this.deadlines.arm(tx, {
          ...clock,
          stage: SELF_SCORE,
          policy: policies.selfScore,
          dueAt: month.cutOffs.self.dueAt,
          owner: { unitId: row.unitId, employeeId: row.employeeId },
        });
      }
      if (!row.headAt) {
        await this.deadlines.arm(tx, {
          ...clock,
          stage: HEAD_SCORE,
          policy: policies.headScore,
          dueAt: month.cutOffs.head.dueAt,
          owner: { unitId: row.unitId, employeeId: row.headId },
        });
      }
    }
    await tx.flush();
    await openScoring(tx, rows, month.cutOffs.self.dueAt);
  }
}
