/** A repeated step arms its next occurrence when it has come, until the clock is met, cancelled or stands (HOT-8c). */
import { Injectable } from '@nestjs/common';
import { nextRepeat } from '@bihuan/domain';
import type { Transaction } from '@bihuan/database';
import type { DeadlineRow } from '../data/deadline.row';
import { CalendarSource } from '../ports';
import { Rescheduling } from '../rescheduling';
import type { ClaimedStep } from './claim.sql';
import { isEnded } from './effects';

@Injectable()
export class Repeats {
  constructor(
    private readonly calendars: CalendarSource,
    private readonly rescheduling: Rescheduling,
  ) {}

  /** @param deadlines as they are after the steps came */
  async arm(
    tx: Transaction,
    steps: readonly ClaimedStep[],
    deadlines: ReadonlyMap<string, DeadlineRow>,
  ): Promise<void> {
    for (const step of steps) {
      const row = deadlines.get(step.deadline_id);
      const terms = row?.terms.steps.find(({ key }) => key === step.key);
      if (!row || !terms || !('repeat' in terms.at)) continue;
      if (isEnded(row) || row.paused_at || row.round !== step.round) continue;
      // After downtime a repeated step comes once: the next lies after now. A jump of the manual clock is no downtime,
      // its mover stands still at each.
      const at = nextRepeat(terms, tx.now, await this.calendars.byCode(row.calendar));
      if (at) this.rescheduling.arm(tx, row, [{ ...step, n: step.n + 1, at }]);
    }
  }
}
