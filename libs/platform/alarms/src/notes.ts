/** Every change of a clock stands in its subject's timeline, is shown on open boards and told to other rooms (DLN-3, DLN-6). */
import { Injectable } from '@nestjs/common';
import type { Transaction } from '@bihuan/database';
import { Recorder } from '@bihuan/audit';
import { Live } from '@bihuan/live';
import { DeadlineChanges } from './changes';
import type { DeadlineRow } from './data/deadline.row';
import { viewOf } from './data/deadline.row';
import type { DeadlineView } from './deadline-view';

/** Live topic of changed deadlines. */
export const DEADLINES_TOPIC = 'deadlines';

@Injectable()
export class DeadlineNotes {
  constructor(
    private readonly recorder: Recorder,
    private readonly live: Live,
    private readonly changes: DeadlineChanges,
  ) {}

  /** @param at the instant of what happened, where it is not now (a step that fires late, DLN-7) */
  async noted(
    tx: Transaction,
    row: DeadlineRow,
    action: string,
    data: Readonly<Record<string, unknown>>,
    at: Date = tx.now,
  ): Promise<DeadlineView> {
    const view = viewOf(row);
    await this.recorder.record(tx, {
      subject: view.subject,
      action,
      data: { stage: row.stage, generation: row.generation, ...data },
      at,
    });
    // Whoever owns a clock sees the whole subject (IDN-2).
    if (row.owner_id) this.recorder.participate(tx, view.subject, row.owner_id);
    this.live.changed(tx, DEADLINES_TOPIC, row.id);
    await this.changes.tell(tx, row, action, at);
    return view;
  }
}
