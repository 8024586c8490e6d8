/** What became of claimed steps: fired with their lateness, to be tried again, or parked for a person (DLN-2, DLN-7). */
import type { Transaction } from '@bihuan/database';
import { describeError } from '@bihuan/plugin-kit';
import type { DeadlineRow } from '../data/deadline.row';
import { readDeadlines } from '../data/deadline.store';
import type { ClaimedStep } from './claim.sql';

/** Tries before a step is parked; the others go on. */
const ATTEMPTS = 5;

/** First wait before another try on the system clock, seconds; it doubles. */
const BACK_OFF = 5;

/** Whole seconds between the instant a step was due and now, or when it fired. */
export const lateBy = (step: ClaimedStep, now: Date): number =>
  step.late_by_seconds ?? Math.max(0, Math.floor((now.getTime() - step.at.getTime()) / 1_000));

const keyOf = ({ deadline_id, round, key, n }: ClaimedStep) => ({ deadline_id, round, key, n });

const KEY = 'deadline_id uuid, round int, key text, n int';
const SAME = 's.deadline_id = r.deadline_id and s.round = r.round and s.key = r.key and s.n = r.n';

export async function markFired(tx: Transaction, steps: readonly ClaimedStep[]): Promise<void> {
  if (steps.length === 0) return;
  await tx.query(
    `update alarms.step s set state = 'fired', fired_at = $2, late_by_seconds = r.late, error = null
     from json_to_recordset($1::json) as r(${KEY}, late int) where ${SAME}`,
    [JSON.stringify(steps.map((step) => ({ ...keyOf(step), late: lateBy(step, tx.now) }))), tx.now],
  );
}

/** Locks a step that stands as it was claimed, and answers its deadline; nothing where somebody had it meanwhile. */
export async function lockAgain(
  tx: Transaction,
  step: ClaimedStep,
  state: 'armed' | 'fired',
): Promise<DeadlineRow | undefined> {
  const { deadline_id, round, key, n, attempts } = step;
  const rows = await tx.query(
    `select 1 from alarms.step where deadline_id = $1 and round = $2 and key = $3 and n = $4 and attempts = $5
       and state = $6 for update skip locked`,
    [deadline_id, round, key, n, attempts, state],
  );
  return rows.length > 0 ? (await readDeadlines(tx, [deadline_id]))[0] : undefined;
}

export interface Failure {
  readonly step: ClaimedStep;
  readonly error: unknown;
}

/**
 * Answers those that are parked now. Under the manual clock the next try is at once: no time passes by itself.
 *
 * @param again the state in which they wait for the next try: `fired` where only telling failed
 * @param waitOf milliseconds before the next try
 */
export async function markFailed(
  tx: Transaction,
  failures: readonly Failure[],
  manual: boolean,
  again: 'armed' | 'fired' = 'armed',
  waitOf = (attempts: number) => BACK_OFF * 2 ** Math.max(0, attempts - 1) * 1_000,
): Promise<ClaimedStep[]> {
  if (failures.length === 0) return [];
  const parked: ClaimedStep[] = [];
  const rows = failures.map(({ step, error }) => {
    const attempts = isBusy(error) ? step.attempts : step.attempts + 1;
    if (attempts >= ATTEMPTS) parked.push(step);
    const wait = manual ? 0 : waitOf(attempts);
    return {
      ...keyOf(step),
      attempts,
      state: attempts >= ATTEMPTS ? 'parked' : again,
      next_at: wait === 0 ? step.at : new Date(tx.now.getTime() + wait),
      error: describeError(error),
    };
  });
  await tx.query(
    `update alarms.step s set state = r.state, attempts = r.attempts, next_at = r.next_at, error = r.error,
       told = ${again === 'armed'}
     from json_to_recordset($1::json) as r(${KEY}, attempts int, state text, next_at timestamptz, error text)
     where ${SAME}`,
    [JSON.stringify(rows)],
  );
  return parked;
}

/** PostgreSQL's lock_not_available: a use case holds the row; that is no fault of the step. */
const LOCKED = '55P03';

export const isBusy = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === LOCKED;
