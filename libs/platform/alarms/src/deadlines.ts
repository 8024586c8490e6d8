/** The clocks of a subject: armed, met, cancelled, paused, promised anew, in the caller's transaction (DLN-1, DLN-3). */
import { Injectable } from '@nestjs/common';
import { arm } from '@bihuan/domain';
import type { Subject } from '@bihuan/plugin-kit';
import type { Transaction } from '@bihuan/database';
import { UnitOfWork } from '@bihuan/database';
import { armedRow, type Armed } from './data/armed-row';
import type { DeadlineRow } from './data/deadline.row';
import { DEADLINE_COLUMNS, MERGED, OPEN, viewOf } from './data/deadline.row';
import type { End } from './data/deadline.store';
import {
  addDeadline,
  ARMED_AGAIN,
  endOpen,
  lastMerged,
  lockOpen,
  nearestDue,
  nextGeneration,
  openStages,
} from './data/deadline.store';
import { FreshClocks } from './data/fresh-clocks';
import type { DeadlineOwner, DeadlineView } from './deadline-view';
import type { ArmDeadline, NewPromise } from './deadlines.types';
import { alarmErrors } from './alarms.errors';
import { CalendarSource, PolicySource, RecipientSource } from './ports';
import { DeadlineNotes } from './notes';
import { Rescheduling } from './rescheduling';
import { plannedSteps } from './steps';
import { termsOf, until } from './terms';

@Injectable()
export class Deadlines {
  constructor(
    private readonly work: UnitOfWork,
    private readonly policies: PolicySource,
    private readonly calendars: CalendarSource,
    private readonly people: RecipientSource,
    private readonly rescheduling: Rescheduling,
    private readonly notes: DeadlineNotes,
  ) {}

  /**
   * Arms a clock; arming a stage again ends the clock before it and raises the generation. With `first` nothing is
   * asked of the database and the rows go out with the caller's own.
   */
  async arm(tx: Transaction, clock: ArmDeadline): Promise<DeadlineView> {
    const { subject, stage, owner } = clock;
    const terms = termsOf(await this.policies.deadlinePolicy(clock.policy, clock.startedAt), clock);
    // A further first clock of a subject asks nothing, and all of them go out together.
    if (!clock.first) await this.settled(tx, subject);
    return this.armAs(tx, {
      module: subject.module,
      kind: subject.kind,
      subject_id: subject.id,
      stage,
      generation: clock.first ? 1 : await this.nextGeneration(tx, subject, stage),
      terms,
      calendar: clock.calendar ?? (await this.people.calendarOf(owner.unitId)),
      calendar_given: clock.calendar !== undefined,
      owner_unit: owner.unitId,
      owner_id: owner.employeeId,
      people: withOwner(clock.people ?? {}, owner),
      label: clock.label ?? null,
      started_at: clock.startedAt,
    });
  }

  /** A clock with all its steps still before it. */
  private async armAs(tx: Transaction, clock: Armed): Promise<DeadlineView> {
    const { terms } = clock;
    const calendar = await this.calendars.byCode(clock.calendar);
    const running = arm(terms, clock.started_at, calendar);
    const row = armedRow(clock, running);
    const written = addDeadline(tx, row);
    const steps = this.rescheduling.arm(tx, row, plannedSteps(running, terms, calendar, [], tx.now));
    FreshClocks.of(tx).add({ row, written, steps });
    return this.notes.noted(tx, row, 'deadline-armed', {
      policy: row.policy,
      policyVersion: row.policy_version,
      dueAt: row.due_at,
      warnAt: row.warn_at,
      ...(terms.variant === undefined ? {} : { variant: terms.variant }),
      unitId: row.owner_unit,
      employeeId: row.owner_id,
    });
  }

  /** Met by an act at `at` (now unless said): late or not is decided by that moment (DLN-7). Nothing open: no answer. */
  async meet(tx: Transaction, subject: Subject, stage: string, at: Date = tx.now): Promise<DeadlineView | undefined> {
    const row = await this.end(tx, subject, stage, { state: 'met', at, reason: null });
    return row && this.notes.noted(tx, row, 'deadline-met', { metAt: at, dueAt: row.due_at, late: row.late });
  }

  /** @param reason stays in the timeline in plain words: nothing personal */
  async cancel(tx: Transaction, subject: Subject, stage: string, reason: string): Promise<DeadlineView | undefined> {
    const row = await this.end(tx, subject, stage, { state: 'cancelled', at: tx.now, reason });
    return row && this.notes.noted(tx, row, 'deadline-cancelled', { reason });
  }

  /** Cancels all open clocks of a subject: it was withdrawn, or is over otherwise (DLN-3). */
  async cancelAll(tx: Transaction, subject: Subject, reason: string): Promise<void> {
    await this.settled(tx, subject);
    for (const stage of await openStages(tx, subject)) await this.cancel(tx, subject, stage, reason);
  }

  /**
   * The subject follows another: its open clocks end in favour of the leader's, which hold for both. They count neither
   * as met nor as breached, whatever had happened to them (DLN-3).
   */
  async merge(tx: Transaction, follower: Subject, leader: { readonly subject: Subject; readonly label: string }) {
    await this.settled(tx, follower);
    for (const stage of await openStages(tx, follower)) {
      const row = await this.end(tx, follower, stage, { state: 'cancelled', at: tx.now, reason: MERGED });
      if (row) await this.notes.noted(tx, row, 'deadline-merged', { into: leader.label, leader: leader.subject });
    }
  }

  /**
   * It follows no more: each stage whose last clock was merged, and that nobody met or cancelled since, runs again, due
   * when it was due then. Time that passed in
   * the meantime is not given back: what is over is late at once.
   */
  async separate(tx: Transaction, follower: Subject): Promise<void> {
    await this.settled(tx, follower);
    for (const merged of await lastMerged(tx, follower)) {
      await this.armAs(tx, {
        ...merged,
        terms: { ...merged.terms, limit: until(merged.started_at, merged.due_at) },
        generation: merged.generation + 1,
      });
    }
  }

  /** Stops the clock; the rest of the time is kept, open seconds for working limits (DLN-3). 409 when it stands already. */
  async pause(tx: Transaction, subject: Subject, stage: string, reason: string): Promise<DeadlineView> {
    const row = await this.open(tx, subject, stage);
    if (row.paused_at) throw alarmErrors['deadline-paused']({ params: { stage }, state: row.state });
    const paused = await this.rescheduling.pause(tx, row, reason);
    return this.notes.noted(tx, paused, 'deadline-paused', { reason, remainingSeconds: paused.remaining_seconds });
  }

  /** Runs on with the rest of the time. 409 when it was not paused. */
  async resume(tx: Transaction, subject: Subject, stage: string): Promise<DeadlineView> {
    const row = await this.open(tx, subject, stage);
    if (!row.paused_at) throw alarmErrors['deadline-not-paused']({ params: { stage }, state: row.state });
    const resumed = await this.rescheduling.resume(tx, row);
    return this.notes.noted(tx, resumed, 'deadline-resumed', { from: row.due_at, dueAt: resumed.due_at });
  }

  /**
   * A new due time (重新承诺时限): old and new are kept, warning and steps follow the new one and may fire once more.
   * 422 where it does not lie in the future.
   */
  async rePromise(tx: Transaction, subject: Subject, stage: string, promise: NewPromise): Promise<DeadlineView> {
    const row = await this.open(tx, subject, stage);
    const promised = await this.rescheduling.rePromise(tx, row, promise);
    return this.notes.noted(tx, promised, 'deadline-re-promised', {
      from: row.due_at,
      dueAt: promised.due_at,
      reason: promise.reason,
      ...(promise.approvedBy ? { approvedBy: promise.approvedBy } : {}),
    });
  }

  /** Gives the clock to another owner; by a unit with another calendar it is counted anew (DLN-1b). */
  async changeOwner(
    tx: Transaction,
    subject: Subject,
    stage: string,
    owner: DeadlineOwner,
    people: Readonly<Record<string, string>> = {},
  ): Promise<DeadlineView | undefined> {
    await this.settled(tx, subject);
    const row = await lockOpen(tx, subject, stage);
    if (!row) return undefined;
    const given = {
      ...row,
      owner_unit: owner.unitId,
      owner_id: owner.employeeId,
      people: withOwner({ ...row.people, ...people }, owner),
    };
    const changed = await this.rescheduling.changeOwner(tx, given);
    return this.notes.noted(tx, changed, 'deadline-owner-changed', {
      from: { unitId: row.owner_unit, employeeId: row.owner_id },
      to: { unitId: owner.unitId, employeeId: owner.employeeId },
      dueAt: changed.due_at,
    });
  }

  /** The clocks of a subject, the latest of each stage; with `history` the earlier generations behind it. */
  async of(subject: Subject, { history = false } = {}): Promise<DeadlineView[]> {
    const rows = await this.work.query<DeadlineRow>(
      `select ${history ? '' : 'distinct on (d.stage)'} ${DEADLINE_COLUMNS} from alarms.deadline d
       where d.subject_id = $1 and d.module = $2 and d.kind = $3 order by d.stage, d.generation desc`,
      [subject.id, subject.module, subject.kind],
    );
    return rows
      .map(viewOf)
      .sort((a, b) => a.startedAt.getTime() - b.startedAt.getTime() || b.generation - a.generation);
  }

  /** The open clocks of many subjects, the earliest due first. */
  async openOf(subjects: readonly Subject[]): Promise<DeadlineView[]> {
    const rows = await this.work.query<DeadlineRow>(
      `select ${DEADLINE_COLUMNS} from alarms.deadline d
       where d.subject_id = any($1) and ${OPEN}
         and (d.subject_id, d.module, d.kind) in (select * from unnest($1::uuid[], $2::text[], $3::text[]))
       order by d.due_at, d.id`,
      [subjects.map(({ id }) => id), subjects.map(({ module }) => module), subjects.map(({ kind }) => kind)],
    );
    return rows.map(viewOf);
  }

  /** The earliest due time of a subject's running clocks, as this transaction leaves them; `null` without one. */
  async nearest(tx: Transaction, subject: Subject): Promise<Date | null> {
    await this.settled(tx, subject);
    return nearestDue(tx, subject);
  }

  /** Stages whose clocks are open, paused ones among them, as this transaction leaves them. */
  async openStages(tx: Transaction, subject: Subject): Promise<string[]> {
    await this.settled(tx, subject);
    return openStages(tx, subject);
  }

  private async end(tx: Transaction, subject: Subject, stage: string, end: End): Promise<DeadlineRow | undefined> {
    const fresh = FreshClocks.of(tx).end(subject, stage, end, tx.now);
    if (fresh) return fresh;
    await this.settled(tx, subject);
    return endOpen(tx, subject, stage, end);
  }

  private async nextGeneration(tx: Transaction, subject: Subject, stage: string): Promise<number> {
    const { generation, ended } = await nextGeneration(tx, subject, stage);
    if (ended) await this.notes.noted(tx, ended, 'deadline-cancelled', { reason: ARMED_AGAIN });
    return generation;
  }

  private async open(tx: Transaction, subject: Subject, stage: string): Promise<DeadlineRow> {
    await this.settled(tx, subject);
    const row = await lockOpen(tx, subject, stage);
    if (!row) throw alarmErrors['no-open-deadline']({ params: { stage } });
    return row;
  }

  /** What was armed in this transaction waits to be written: a later question about it must find it. */
  private async settled(tx: Transaction, subject: Subject): Promise<void> {
    if (FreshClocks.of(tx).has(subject)) await tx.flush();
  }
}

function withOwner(people: Readonly<Record<string, string>>, owner: DeadlineOwner): Record<string, string> {
  const { owner: _, ...others } = people;
  return owner.employeeId ? { ...others, owner: owner.employeeId } : others;
}
