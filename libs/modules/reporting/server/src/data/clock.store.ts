/** The only writer of the clocks' rows: how each promise was kept, by stage, unit and person (RPT-1d, RPT-1e). */
import { Injectable } from '@nestjs/common';
import type { Transaction } from '@bihuan/database';

/** What happened to a clock, as the alarms tell it. */
export interface ClockChange {
  readonly id: string;
  readonly matter: string;
  readonly caseId: string;
  readonly number: string | null;
  readonly stage: string;
  readonly unitId: string;
  readonly personId: string | null;
  readonly startedAt: Date;
  readonly dueAt: Date;
  readonly firstDueAt: Date;
  readonly state: string;
  readonly change: 'warned' | 'breached' | 'met' | 'cancelled' | 're-promised' | 'supervised';
  readonly at: Date;
  readonly late: boolean | null;
  readonly limitSeconds: number | null;
  readonly actualSeconds: number | null;
  /** Local day on which it fell due. */
  readonly day: string;
}

@Injectable()
export class ClockStore {
  /**
   * Each clock once: changes of one clock come in order. The same change twice has no second effect but for counts,
   * which events give once.
   */
  async put(tx: Transaction, changes: readonly ClockChange[]): Promise<void> {
    await tx.query(
      `insert into reporting.clock as c (id, matter, case_id, number, stage, unit_id, person_id, started_at, due_at,
         first_due_at, ended_at, state, late, warned_at, breached_at, supervised_at, supervisions, re_promises,
         limit_seconds, actual_seconds, day)
       select id, matter, "caseId", number, stage, "unitId", "personId", "startedAt", "dueAt", "firstDueAt",
         case when change in ('met', 'cancelled') then at end, state, late,
         case when change = 'warned' then at end, case when change = 'breached' then at end,
         case when change = 'supervised' then at end, (change = 'supervised')::int, (change = 're-promised')::int,
         "limitSeconds", "actualSeconds", day
       from json_to_recordset($1::json) as r(id uuid, matter text, "caseId" uuid, number text, stage text, "unitId" uuid,
         "personId" uuid, "startedAt" timestamptz, "dueAt" timestamptz, "firstDueAt" timestamptz, state text,
         late boolean, change text, at timestamptz, "limitSeconds" float8, "actualSeconds" float8, day date)
       order by id
       on conflict (id) do update set unit_id = excluded.unit_id, person_id = excluded.person_id,
         due_at = excluded.due_at, ended_at = coalesce(excluded.ended_at, c.ended_at), state = excluded.state,
         late = coalesce(excluded.late, c.late), warned_at = coalesce(c.warned_at, excluded.warned_at),
         breached_at = coalesce(c.breached_at, excluded.breached_at),
         supervised_at = coalesce(c.supervised_at, excluded.supervised_at),
         supervisions = c.supervisions + excluded.supervisions, re_promises = c.re_promises + excluded.re_promises,
         limit_seconds = coalesce(excluded.limit_seconds, c.limit_seconds),
         actual_seconds = coalesce(excluded.actual_seconds, c.actual_seconds), day = excluded.day`,
      [JSON.stringify(changes)],
    );
  }
}
