/** A group of due steps in their order: states written, rooms called, people told (DLN-1, DLN-7). */
import { Injectable } from '@nestjs/common';
import type { Transaction } from '@bihuan/database';
import { HANDLER_LIMIT, inTime } from '@bihuan/outbox';
import type { DeadlineRow } from '../data/deadline.row';
import { readDeadlines, saveDeadlines } from '../data/deadline.store';
import { NoticeSender } from '../ports';
import type { ClaimedStep } from './claim.sql';
import { callsRoom, StepEffects } from './effects';
import type { Notice } from './merge';
import { mergeNotices } from './merge';

/** Columns a step may change by itself. */
const COLOURED = ['state', 'warned_at', 'breached_at'] as const;

export interface GroupOutcome {
  readonly rows: ReadonlyMap<string, DeadlineRow>;
  /** Claimed, and ended by a room before their turn. */
  readonly ended: ReadonlySet<ClaimedStep>;
}

/** A step whose handler does not settle: the whole transaction is given up for it. */
export class StepNeverSettled extends Error {
  override readonly name = 'StepNeverSettled';

  constructor(readonly step: ClaimedStep) {
    super('the handler did not settle in time');
  }
}

@Injectable()
export class FiringGroup {
  /** How long a step may take, milliseconds. */
  limit = HANDLER_LIMIT;

  constructor(
    private readonly effects: StepEffects,
    private readonly notices: NoticeSender,
  ) {}

  /**
   * Answers the deadlines as they are afterwards, and the steps that did not come because a room ended their clock.
   *
   * @param downtime notices are merged, one a person and subject
   */
  async run(
    tx: Transaction,
    steps: readonly ClaimedStep[],
    deadlines: ReadonlyMap<string, DeadlineRow>,
    downtime: boolean,
  ): Promise<GroupOutcome> {
    const rows = new Map(steps.map(({ deadline_id: id }) => [id, deadlines.get(id) as DeadlineRow]));
    const changed = new Map<string, DeadlineRow>();
    const notices: Notice[] = [];
    const ended = new Set<ClaimedStep>();
    for (const step of steps) {
      if (ended.has(step)) continue;
      const row = rows.get(step.deadline_id) as DeadlineRow;
      const work = () => this.effects.of(tx, row, step);
      if (callsRoom(step)) await save(tx, changed);
      // Of our own code only statements take time, and they have a limit of their own.
      const outcome = callsRoom(step) ? await inTime(this.limit, work, () => new StepNeverSettled(step)) : await work();
      if (outcome.notice) notices.push(outcome.notice);
      if (outcome.row !== row) {
        rows.set(row.id, outcome.row);
        changed.set(row.id, outcome.row);
      }
      // The room may have met, cancelled or armed anew what it was called for.
      if (callsRoom(step)) {
        await reread(tx, rows, row.subject_id);
        for (const voided of await voidedOf(tx, steps, rows, row.subject_id)) ended.add(voided);
      }
    }
    await save(tx, changed);
    for (const notice of downtime ? mergeNotices(notices) : notices) await this.notices.send(tx, notice);
    return { rows, ended };
  }
}

/** What a room ended falls due no more, also where it was claimed already (DLN-7). */
async function voidedOf(
  tx: Transaction,
  steps: readonly ClaimedStep[],
  rows: ReadonlyMap<string, DeadlineRow>,
  subjectId: string,
): Promise<ClaimedStep[]> {
  const of = steps.filter(({ deadline_id: id }) => rows.get(id)?.subject_id === subjectId);
  if (of.length < 2) return [];
  const found = await tx.query<Pick<ClaimedStep, 'deadline_id' | 'round' | 'key' | 'n'>>(
    "select deadline_id, round, key, n from alarms.step where deadline_id = any($1) and state = 'void'",
    [of.map(({ deadline_id: id }) => id)],
  );
  const voided = new Set(found.map(effectKey));
  return of.filter((step) => voided.has(effectKey(step)));
}

const effectKey = ({ deadline_id, round, key, n }: Pick<ClaimedStep, 'deadline_id' | 'round' | 'key' | 'n'>): string =>
  [deadline_id, round, key, n].join('~');

async function save(tx: Transaction, changed: Map<string, DeadlineRow>): Promise<void> {
  await saveDeadlines(tx, [...changed.values()], COLOURED);
  changed.clear();
}

async function reread(tx: Transaction, rows: Map<string, DeadlineRow>, subjectId: string): Promise<void> {
  const ids = [...rows.values()].filter((row) => row.subject_id === subjectId).map(({ id }) => id);
  for (const row of await readDeadlines(tx, ids)) rows.set(row.id, row);
}
