/** A calendar changed while a month is being scored: its cut-offs move, and the clocks with them (APR-5, CAL-4). */
import type { OnModuleInit } from '@nestjs/common';
import { Injectable } from '@nestjs/common';
import { Deadlines } from '@bihuan/alarms';
import { Recorder } from '@bihuan/audit';
import { CalendarChanged, Calendars } from '@bihuan/calendars';
import type { Transaction } from '@bihuan/database';
import { lockPeriod, periods, periodSubject, unfrozenPeriods } from '../data/period.store';
import { moveDueTime } from '../data/sheet.store';
import { cutOffsOf } from '../domain/cut-off.rules';
import type { CutOff } from '../domain/cut-off.rules';
import type { Period } from '../domain/period.state';
import { AppraisalPack } from '../pack.settings';
import { sheet as sheetMatter } from '../sheet.matter';
import { FREEZE, HEAD_SCORE, RELEASE, SELF_SCORE } from './month-sheets.part';

type Subject = Parameters<Deadlines['nearest']>[1];

@Injectable()
export class MoveCutOffs implements OnModuleInit {
  constructor(
    private readonly changed: CalendarChanged,
    private readonly calendars: Calendars,
    private readonly pack: AppraisalPack,
    private readonly deadlines: Deadlines,
    private readonly recorder: Recorder,
  ) {}

  onModuleInit(): void {
    this.changed.add('appraisal', async (tx, codes) => {
      if (!codes.includes(this.pack.section.calendar)) return;
      for (const { id, state } of await unfrozenPeriods(tx)) if (state === 'scoring') await this.move(tx, id);
    });
  }

  private async move(tx: Transaction, id: string): Promise<void> {
    const { section } = this.pack;
    const before = await lockPeriod(tx, id);
    const cutOffs = cutOffsOf(before.period, section.cutOffs, await this.calendars.read(tx, section.calendar));
    const { self, head, latest } = cutOffs;
    const days = ({ cutOffs: { self: a, head: b, latest: c } }: Pick<Period, 'cutOffs'>) => [a.day, b.day, c.day];
    if (days(before).join() === days({ cutOffs }).join()) return;
    await periods.save(tx, before, { ...before, cutOffs });
    const subject = periodSubject(id);
    await this.recorder.record(tx, {
      subject,
      action: 'cut-offs-moved',
      data: { self: self.day, head: head.day, latest: latest.day },
    });
    await this.promise(tx, subject, FREEZE, head);
    await this.promise(tx, subject, RELEASE, latest);
    const rows = await tx.query<{ id: string }>(
      "select id from appraisal.sheet where period_id = $1 and state <> 'released'",
      [id],
    );
    for (const row of rows) {
      const of = sheetMatter.subject(row.id);
      await this.promise(tx, of, SELF_SCORE, self);
      await this.promise(tx, of, HEAD_SCORE, head);
      await moveDueTime(tx, row.id, await this.deadlines.nearest(tx, of));
    }
  }

  /** A clock that has run out, or would have by the new day, stays as it is: what fired is not taken back. */
  private async promise(tx: Transaction, subject: Subject, stage: string, { dueAt }: CutOff): Promise<void> {
    if (dueAt <= tx.now || !(await this.deadlines.openStages(tx, subject)).includes(stage)) return;
    await this.deadlines.rePromise(tx, subject, stage, { dueAt, reason: 'calendar-changed' });
  }
}
