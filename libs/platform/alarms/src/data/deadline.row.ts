/** A deadline as the database keeps it, and what of it the rules and the readers see. */
import type { DeadlineState, Pause, RePromise, RunningDeadline } from '@bihuan/domain';
import { isCutOff } from '@bihuan/domain';
import type { DeadlineView } from '../deadline-view';
import type { AlarmTerms } from '../ports';

export interface DeadlineRow {
  id: string;
  module: string;
  kind: string;
  subject_id: string;
  stage: string;
  generation: number;
  policy: string;
  policy_version: number;
  /** The policy as it was when armed (DLN-5). */
  terms: AlarmTerms;
  calendar: string;
  /** Named by the room; else it is the owner's unit's and changes with it (DLN-1b). */
  calendar_given: boolean;
  owner_unit: string;
  owner_id: string | null;
  people: Record<string, string>;
  label: string | null;
  state: DeadlineState;
  /** Raised by a new promise, so that its steps may fire once more. */
  round: number;
  started_at: Date;
  due_at: Date;
  first_due_at: Date;
  warn_at: Date;
  provisional: boolean;
  paused_at: Date | null;
  pause_reason: string | null;
  remaining_seconds: number | null;
  pauses: { from: string; to: string }[];
  re_promises: { at: string; from: string; to: string; reason: string; by: string; approvedBy?: string }[];
  warned_at: Date | null;
  breached_at: Date | null;
  met_at: Date | null;
  late: boolean | null;
  ended_at: Date | null;
  end_reason: string | null;
}

export const DEADLINE_TYPES: Readonly<Record<keyof DeadlineRow, string>> = {
  id: 'uuid',
  module: 'text',
  kind: 'text',
  subject_id: 'uuid',
  stage: 'text',
  generation: 'int',
  policy: 'text',
  policy_version: 'int',
  terms: 'jsonb',
  calendar: 'text',
  calendar_given: 'boolean',
  owner_unit: 'uuid',
  owner_id: 'uuid',
  people: 'jsonb',
  label: 'text',
  state: 'text',
  round: 'int',
  started_at: 'timestamptz',
  due_at: 'timestamptz',
  first_due_at: 'timestamptz',
  warn_at: 'timestamptz',
  provisional: 'boolean',
  paused_at: 'timestamptz',
  pause_reason: 'text',
  remaining_seconds: 'float8',
  pauses: 'jsonb',
  re_promises: 'jsonb',
  warned_at: 'timestamptz',
  breached_at: 'timestamptz',
  met_at: 'timestamptz',
  late: 'boolean',
  ended_at: 'timestamptz',
  end_reason: 'text',
};

/** All columns of alias `d`. */
export const DEADLINE_COLUMNS = Object.keys(DEADLINE_TYPES)
  .map((column) => `d.${column}`)
  .join(', ');

/** An open deadline, of alias `d`. Said without its state, so that a change of state touches no index. */
export const OPEN = 'd.ended_at is null';

/** Why a clock ended when its subject began to follow another (DLN-3). */
export const MERGED = 'merged';

/** The same, and the act was done, or no longer needed, while it followed: it does not come back. */
export const MERGED_OVER = 'merged-over';

/** What the rules of libs/domain work on; the planned steps are theirs to find. */
export function runningOf(row: DeadlineRow): RunningDeadline {
  return {
    startedAt: row.started_at,
    dueAt: row.due_at,
    firstDueAt: row.first_due_at,
    warnAt: row.warn_at,
    steps: [],
    pauses: row.pauses.map(({ from, to }): Pause => ({ from: new Date(from), to: new Date(to) })),
    pausedAt: row.paused_at,
    remainingSeconds: row.remaining_seconds,
    rePromises: row.re_promises.map(({ at, from, to, ...rest }): RePromise => ({
      ...rest,
      at: new Date(at),
      from: new Date(from),
      to: new Date(to),
    })),
    provisional: row.provisional,
  };
}

/** The row with the instants the rules answered. `firstDueAt` stays: it is what was promised first. */
export function withTimes(row: DeadlineRow, running: RunningDeadline): DeadlineRow {
  return {
    ...row,
    due_at: running.dueAt,
    warn_at: running.warnAt,
    provisional: running.provisional,
    paused_at: running.pausedAt,
    remaining_seconds: running.remainingSeconds,
    pauses: running.pauses.map(({ from, to }) => ({ from: from.toISOString(), to: to.toISOString() })),
    re_promises: running.rePromises.map(({ at, from, to, ...rest }) => ({
      ...rest,
      at: at.toISOString(),
      from: from.toISOString(),
      to: to.toISOString(),
    })),
  };
}

/** State of an open deadline by what has happened to it: steps that fired stay fired (CAL-4). */
export function openState(row: Pick<DeadlineRow, 'paused_at' | 'warned_at' | 'breached_at'>): DeadlineState {
  if (row.paused_at) return 'paused';
  if (row.breached_at) return 'breached';
  return row.warned_at ? 'warned' : 'armed';
}

export function viewOf(row: DeadlineRow): DeadlineView {
  return {
    id: row.id,
    subject: { module: row.module, kind: row.kind, id: row.subject_id },
    stage: row.stage,
    policy: row.policy,
    policyVersion: row.policy_version,
    variant: row.terms.variant ?? null,
    shortened: isCutOff(row.terms, row.due_at),
    generation: row.generation,
    state: row.state,
    startedAt: row.started_at,
    dueAt: row.due_at,
    firstDueAt: row.first_due_at,
    warnAt: row.warn_at,
    owner: { unitId: row.owner_unit, employeeId: row.owner_id },
    calendar: row.calendar,
    label: row.label,
    pausedAt: row.paused_at,
    pauseReason: row.pause_reason,
    remainingSeconds: row.remaining_seconds,
    breachedAt: row.breached_at,
    metAt: row.met_at,
    late: row.late,
    merged: row.end_reason === MERGED || row.end_reason === MERGED_OVER,
    provisional: row.provisional,
  };
}
