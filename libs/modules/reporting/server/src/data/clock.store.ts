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
  /** Changes of one clock come in order; the same change twice has no second effect but for counts, which events give once. */
  async put(tx: Transaction, clock: ClockChange): Promise<void> {
    const ended = clock.change === 'met' || clock.change === 'cancelled' ? clock.at : null;
    const when = (change: ClockChange['change']): Date | null => (clock.change === change ? clock.at : null);
    await tx.query(
      `insert into reporting.clock as c (id, matter, case_id, number, stage, unit_id, person_id, started_at, due_at,
         first_due_at, ended_at, state, late, warned_at, breached_at, supervised_at, supervisions, re_promises,
         limit_seconds, actual_seconds, day)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21::date)
       on conflict (id) do update set unit_id = excluded.unit_id, person_id = excluded.person_id,
         due_at = excluded.due_at, ended_at = coalesce(excluded.ended_at, c.ended_at), state = excluded.state,
         late = coalesce(excluded.late, c.late), warned_at = coalesce(c.warned_at, excluded.warned_at),
         breached_at = coalesce(c.breached_at, excluded.breached_at),
         supervised_at = coalesce(c.supervised_at, excluded.supervised_at),
         supervisions = c.supervisions + excluded.supervisions, re_promises = c.re_promises + excluded.re_promises,
         limit_seconds = coalesce(excluded.limit_seconds, c.limit_seconds),
         actual_seconds = coalesce(excluded.actual_seconds, c.actual_seconds), day = excluded.day`,
      [
        clock.id,
        clock.matter,
        clock.caseId,
        clock.number,
        clock.stage,
        clock.unitId,
        clock.personId,
        clock.startedAt,
        clock.dueAt,
        clock.firstDueAt,
        ended,
        clock.state,
        clock.late,
        when('warned'),
        when('breached'),
        when('supervised'),
        clock.change === 'supervised' ? 1 : 0,
        clock.change === 're-promised' ? 1 : 0,
        clock.limitSeconds,
        clock.actualSeconds,
        clock.day,
      ],
    );
  }
}
