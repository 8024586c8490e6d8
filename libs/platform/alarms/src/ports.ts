/** What the alarms need from other rooms, as narrow ports; AlarmsModule binds each to the room's own service. */
import type { DeadlinePolicy, DeadlineTerms, PolicyStep, WorkingCalendar } from '@bihuan/domain';
import type { Subject } from '@bihuan/plugin-kit';
import type { Transaction } from '@bihuan/database';

/** A step of a policy as a pack writes it. */
export interface AlarmStep extends PolicyStep {
  /** Text of the notice: code of the pack's `templates`; by default `deadline-warned` or `deadline-breached`. */
  readonly template?: string;
}

/** A policy version; a running deadline keeps the one it was armed with (DLN-5). */
export interface AlarmPolicy extends DeadlinePolicy {
  readonly steps: readonly AlarmStep[];
}

/** What one clock runs by: the policy's version with the limit its facts chose; kept with the clock (DLN-4, DLN-5). */
export interface AlarmTerms extends DeadlineTerms {
  readonly code: string;
  readonly version: number;
  readonly steps: readonly AlarmStep[];
}

/** Compiled calendars by code, from a cache: `Calendars` of @bihuan/calendars. */
export abstract class CalendarSource {
  abstract byCode(code: string): Promise<WorkingCalendar>;
  /** As this transaction sees it, past every cache. */
  abstract read(tx: Transaction, code: string): Promise<WorkingCalendar>;
}

/** Policies in force, from a cache: `Policies` of @bihuan/policies. Throws where the code is not in the pack. */
export abstract class PolicySource {
  abstract deadlinePolicy(code: string, at: Date): AlarmPolicy | Promise<AlarmPolicy>;
}

/** Who is told: `Org` of @bihuan/org. */
export abstract class RecipientSource {
  /** Employee ids of a role, given the owner's unit and the people named with the deadline. */
  abstract recipients(
    role: string,
    context: { readonly unitId: string; readonly people: Readonly<Record<string, string>> },
  ): Promise<readonly string[]>;
  /** Code of the unit's calendar (DLN-1b). */
  abstract calendarOf(unitId: string): string | Promise<string>;
}

/** How people are told: `Notices` of @bihuan/notices (NTF-1). */
export abstract class NoticeSender {
  abstract send(
    tx: Transaction,
    notice: {
      readonly subject: Subject;
      readonly to: readonly string[];
      readonly template: string;
      readonly params: Readonly<Record<string, string | number>>;
      readonly channels?: readonly string[];
    },
  ): Promise<unknown>;
}
