/** A clock as it is written when it is armed: all that may happen to it is still before it (DLN-3). */
import { randomUUID } from 'node:crypto';
import type { RunningDeadline } from '@bihuan/domain';
import type { DeadlineRow } from './deadline.row';

/** What a clock is armed with; the rest follows from its terms and its calendar. */
export type Armed = Pick<
  DeadlineRow,
  | 'module'
  | 'kind'
  | 'subject_id'
  | 'stage'
  | 'generation'
  | 'terms'
  | 'calendar'
  | 'calendar_given'
  | 'owner_unit'
  | 'owner_id'
  | 'people'
  | 'label'
  | 'started_at'
>;

export const armedRow = (clock: Armed, running: RunningDeadline): DeadlineRow => ({
  id: randomUUID(),
  module: clock.module,
  kind: clock.kind,
  subject_id: clock.subject_id,
  stage: clock.stage,
  generation: clock.generation,
  policy: clock.terms.code,
  policy_version: clock.terms.version,
  terms: clock.terms,
  calendar: clock.calendar,
  calendar_given: clock.calendar_given,
  owner_unit: clock.owner_unit,
  owner_id: clock.owner_id,
  people: clock.people,
  label: clock.label,
  state: 'armed',
  round: 1,
  started_at: running.startedAt,
  due_at: running.dueAt,
  first_due_at: running.firstDueAt,
  warn_at: running.warnAt,
  provisional: running.provisional,
  paused_at: null,
  pause_reason: null,
  remaining_seconds: null,
  pauses: [],
  re_promises: [],
  warned_at: null,
  breached_at: null,
  met_at: null,
  late: null,
  ended_at: null,
  end_reason: null,
});
