/** Moves a clock by the rules of libs/domain and arms what is still to come; what fired stays fired (DLN-3, CAL-4). */
import { Injectable } from '@nestjs/common';
import type { RunningDeadline, WorkingCalendar } from '@bihuan/domain';
import { DeadlineError, dueAt, pause, recompute, rePromise, resume, wholeSecond } from '@bihuan/domain';
import { invalidField } from '@bihuan/plugin-kit';
import type { Transaction } from '@bihuan/database';
import type { DeadlineRow } from './data/deadline.row';
import { openState, runningOf, withTimes } from './data/deadline.row';
import { saveDeadlines } from './data/deadline.store';
import type { FreshStep } from './data/fresh-clocks';
import type { StandingStep } from './data/step.store';
import { armSteps, standingSteps, voidSteps } from './data/step.store';
import type { NewPromise } from './deadlines.types';
import { CalendarSource, RecipientSource } from './ports';
import { AlarmCalls } from './queue/alarm-calls';
import type { PlannedStep } from './steps';
import { plannedSteps } from './steps';

interface Move {
  readonly row: DeadlineRow;
  readonly running: RunningDeadline;
  readonly calendar: WorkingCalendar;
}

interface Plan {
  readonly before: DeadlineRow;
  readonly row: DeadlineRow;
  /** Still to come. */
  readonly steps: readonly PlannedStep[];
  readonly standing: readonly StandingStep[];
}

@Injectable()
export class Rescheduling {
  constructor(
    private readonly calendars: CalendarSource,
    private readonly people: RecipientSource,
    private readonly calls: AlarmCalls,
  ) {}

  /** Arms steps and tells the workers of those that are due soon. */
  arm(tx: Transaction, row: DeadlineRow, steps: readonly PlannedStep[]): FreshStep[] {
    for (const { at } of steps) this.calls.armed(tx, at);
    return armSteps(tx, row.id, row.round, steps);
  }

  async pause(tx: Transaction, row: DeadlineRow, reason: string): Promise<DeadlineRow> {
    const calendar = await this.calendars.byCode(row.calendar);
    const running = pause(runningOf(row), tx.now, { policy: row.terms, calendar });
    const paused = { ...withTimes(row, running), state: 'paused' as const, pause_reason: reason };
    await saveDeadlines(tx, [paused]);
    await voidSteps(tx, [row.id], tx.now);
    return paused;
  }

  async resume(tx: Transaction, row: DeadlineRow): Promise<DeadlineRow> {
    const calendar = await this.calendars.byCode(row.calendar);
    const running = resume(runningOf(row), tx.now, { policy: row.terms, calendar });
    const [resumed] = await this.moved(tx, [{ row: { ...row, pause_reason: null }, running, calendar }]);
    return resumed as DeadlineRow;
  }

  async rePromise(tx: Transaction, row: DeadlineRow, promise: NewPromise): Promise<DeadlineRow> {
    const calendar = await this.calendars.byCode(row.calendar);
    const { dueAt, reason, approvedBy } = promise;
    const by = tx.actor.kind === 'user' ? tx.actor.employeeId : tx.actor.name;
    const running = refused(() =>
      rePromise(
        runningOf(row),
        { at: tx.now, to: dueAt, reason, by, ...(approvedBy ? { approvedBy } : {}) },
        { policy: row.terms, calendar },
      ),
    );
    const fresh = { ...row, round: row.round + 1, warned_at: null, breached_at: null };
    const [promised] = await this.moved(tx, [{ row: fresh, running, calendar }]);
    return promised as DeadlineRow;
  }

  /** @param given the row with its new owner */
  async changeOwner(tx: Transaction, given: DeadlineRow): Promise<DeadlineRow> {
    const code = given.calendar_given ? given.calendar : await this.people.calendarOf(given.owner_unit);
    if (code === given.calendar) {
      await saveDeadlines(tx, [given]);
      return given;
    }
    const moved = { ...given, calendar: code };
    const calendar = await this.calendars.byCode(code);
    const running = recompute(runningOf(moved), { policy: moved.terms, calendar });
    const [changed] = await this.moved(tx, [
      { row: moved, calendar, running: moved.breached_at ? judged(moved, running, calendar) : running },
    ]);
    return changed as DeadlineRow;
  }

  /**
   * Counts clocks anew on a calendar and answers those that moved (CAL-4). One whose due time has passed is judged
   * already: its due time stays, only what is still to come moves.
   */
  async recount(tx: Transaction, rows: readonly DeadlineRow[], calendar: WorkingCalendar): Promise<DeadlineRow[]> {
    const moves = rows.map((row) => {
      const after = recompute(runningOf(row), { policy: row.terms, calendar });
      return { row, calendar, running: row.breached_at ? judged(row, after, calendar) : after };
    });
    return this.moved(tx, moves, changesSomething);
  }

  private async moved(
    tx: Transaction,
    moves: readonly Move[],
    matters: (plan: Plan) => boolean = anything,
  ): Promise<DeadlineRow[]> {
    const standing = await standingSteps(
      tx,
      moves.map(({ row }) => row),
    );
    const plans = moves.map((move): Plan => {
      const timed = withTimes(move.row, move.running);
      const known = standing.get(timed.id) ?? [];
      const kept = known.filter(({ coming }) => !coming);
      const steps = timed.paused_at ? [] : plannedSteps(move.running, timed.terms, move.calendar, kept, tx.now);
      return { before: move.row, row: { ...timed, state: openState(timed) }, steps, standing: known };
    });
    const changed = plans.filter(matters);
    const rows = changed.map(({ row }) => row);
    await saveDeadlines(tx, rows);
    await voidSteps(
      tx,
      rows.map(({ id }) => id),
      tx.now,
    );
    for (const { row, steps } of changed) this.arm(tx, row, steps);
    return rows;
  }
}

const anything = (): boolean => true;

function changesSomething({ before, row, steps, standing }: Plan): boolean {
  const instants: (keyof DeadlineRow)[] = ['due_at', 'warn_at', 'remaining_seconds', 'provisional'];
  if (instants.some((column) => Number(before[column]) !== Number(row[column]))) return true;
  const said = (list: readonly { key: string; n: number; at: Date }[]) =>
    JSON.stringify(list.map(({ key, n, at }) => [key, n, at.getTime()]).sort());
  return said(steps) !== said(standing.filter(({ coming }) => coming));
}

/**
 * A clock that has been judged keeps its due time; what comes after it is counted from there. One that stands has no
 * time left either, whatever the other calendar would have left it: resuming it must not promise anew.
 */
function judged(row: DeadlineRow, after: RunningDeadline, calendar: WorkingCalendar): RunningDeadline {
  const times = new Map(row.terms.steps.map(({ key, at }) => [key, at]));
  return {
    ...after,
    dueAt: row.due_at,
    remainingSeconds: row.paused_at && 0,
    warnAt: row.warn_at,
    steps: after.steps.map((step) => {
      const time = times.get(step.key);
      const late = time && 'pastDue' in time && time.pastDue.value > 0;
      return late ? { ...step, at: wholeSecond(dueAt(row.due_at, time.pastDue, calendar)) } : step;
    }),
  };
}

/** The rule's own refusal as a 422 that names the field. */
function refused<T>(decide: () => T): T {
  try {
    return decide();
  } catch (error) {
    if (error instanceof DeadlineError) throw invalidField(error.path, error.code, error.texts.zh);
    throw error;
  }
}
