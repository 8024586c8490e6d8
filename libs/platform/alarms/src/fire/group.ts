/** A group of due steps in their order: states written, rooms called, people told (DLN-1, DLN-7). */
import { Injectable } from '@nestjs/common';
import type { Transaction } from '@bihuan/database';
import type { DeadlineRow } from '../data/deadline.row';
import { readDeadlines, saveDeadlines } from '../data/deadline.store';
import { NoticeSender } from '../ports';
import type { ClaimedStep } from './claim.sql';
import { callsRoom, StepEffects } from './effects';
import type { Notice } from './merge';
import { mergeNotices } from './merge';

/** Columns a step may change by itself. */
const COLOURED = ['state', 'warned_at', 'breached_at'] as const;

@Injectable()
export class FiringGroup {
  constructor(
    private readonly effects: StepEffects,
    private readonly notices: NoticeSender,
  ) {}

  /**
   * Answers the deadlines as they are afterwards.
   *
   * @param downtime notices are merged, one a person and subject
   */
  async run(
    tx: Transaction,
    steps: readonly ClaimedStep[],
    deadlines: ReadonlyMap<string, DeadlineRow>,
    downtime: boolean,
  ): Promise<Map<string, DeadlineRow>> {
    const rows = new Map(steps.map(({ deadline_id: id }) => [id, deadlines.get(id) as DeadlineRow]));
    const changed = new Map<string, DeadlineRow>();
    const notices: Notice[] = [];
    for (const step of steps) {
      const row = rows.get(step.deadline_id) as DeadlineRow;
      if (callsRoom(step)) await save(tx, changed);
      const outcome = await this.effects.of(tx, row, step);
      if (outcome.notice) notices.push(outcome.notice);
      if (outcome.row !== row) {
        rows.set(row.id, outcome.row);
        changed.set(row.id, outcome.row);
      }
      // The room may have met, cancelled or armed anew what it was called for.
      if (callsRoom(step)) await reread(tx, rows, row.subject_id);
    }
    await save(tx, changed);
    for (const notice of downtime ? mergeNotices(notices) : notices) await this.notices.send(tx, notice);
    return rows;
  }
}

async function save(tx: Transaction, changed: Map<string, DeadlineRow>): Promise<void> {
  await saveDeadlines(tx, [...changed.values()], COLOURED);
  changed.clear();
}

async function reread(tx: Transaction, rows: Map<string, DeadlineRow>, subjectId: string): Promise<void> {
  const ids = [...rows.values()].filter((row) => row.subject_id === subjectId).map(({ id }) => id);
  for (const row of await readDeadlines(tx, ids)) rows.set(row.id, row);
}
