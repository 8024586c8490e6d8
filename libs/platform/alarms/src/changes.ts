/** Tells other rooms what became of a clock, through the outbox (EVT-1). Rows only: a storm stays a few statements. */
import { Injectable } from '@nestjs/common';
import { measure } from '@bihuan/domain';
import { deadlineChanged } from '@bihuan/events';
import type { Transaction } from '@bihuan/database';
import { Publisher } from '@bihuan/outbox';
import type { DeadlineRow } from './data/deadline.row';
import { runningOf, viewOf } from './data/deadline.row';
import { CalendarSource } from './ports';

export type Change = 'warned' | 'breached' | 'met' | 'cancelled' | 're-promised' | 'supervised';

/** Timeline words of a clock that others hear of. */
const CHANGES: Readonly<Record<string, Change>> = {
  'deadline-warned': 'warned',
  'deadline-breached': 'breached',
  'deadline-met': 'met',
  'deadline-cancelled': 'cancelled',
  'deadline-merged': 'cancelled',
  'deadline-re-promised': 're-promised',
  'deadline-supervised': 'supervised',
};

@Injectable()
export class DeadlineChanges {
  constructor(
    private readonly publisher: Publisher,
    private readonly calendars: CalendarSource,
  ) {}

  /** @param action the timeline's word; most are nobody else's matter */
  async tell(tx: Transaction, row: DeadlineRow, action: string, at: Date): Promise<void> {
    const change = Object.hasOwn(CHANGES, action) ? CHANGES[action] : undefined;
    if (!change) return;
    const { id, subject, stage, policy, variant, generation, state, startedAt, dueAt, firstDueAt, owner, label } =
      viewOf(row);
    const moment = row.state === 'met' && row.met_at ? row.met_at : at;
    await this.publisher.publish(
      tx,
      deadlineChanged,
      subject,
      {
        id,
        subject,
        stage,
        policy,
        variant,
        generation,
        unitId: owner.unitId,
        employeeId: owner.employeeId,
        startedAt: startedAt.toISOString(),
        dueAt: dueAt.toISOString(),
        firstDueAt: firstDueAt.toISOString(),
        state,
        change,
        at: moment.toISOString(),
        late: change === 'met' ? row.late : change === 'breached' ? true : change === 'warned' ? false : null,
        ...(change === 'met' ? await this.spent(row, moment) : {}),
        number: label,
      },
      null,
    );
  }

  private async spent(row: DeadlineRow, at: Date) {
    const { startedAt, dueAt, pauses } = runningOf(row);
    const context = { policy: row.terms, calendar: await this.calendars.byCode(row.calendar) };
    return {
      limitSeconds: measure(context, startedAt, dueAt, pauses),
      actualSeconds: measure(context, startedAt, at, pauses),
    };
  }
}
