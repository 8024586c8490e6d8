/** Duty rosters: who is on duty is answered at any instant, and a missed hand-over stands against whoever was (ORG-4). */
import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { UserActor } from '@bihuan/plugin-kit';
import { reachesUnit } from '@bihuan/plugin-kit';
import { Recorder } from '@bihuan/audit';
import { UnitOfWork } from '@bihuan/database';
import type { DutyAnswer, MissedHandOver, NewShift, PersonOnDuty } from '@bihuan/org-contract';
import { orgPermissions } from '@bihuan/org-contract';
import { headOf } from '../data/snapshot';
import { Org } from '../org';
import { atField, orgErrors } from '../org.errors';

interface ShiftRow {
  employee_id: string;
  kind: 'shift' | 'on-call';
  starts_at: Date;
  ends_at: Date;
}

@Injectable()
export class Duty {
  constructor(
    private readonly work: UnitOfWork,
    private readonly org: Org,
    private readonly recorder: Recorder,
  ) {}

  async plan(actor: UserActor, shift: NewShift): Promise<string> {
    const snapshot = await this.org.snapshot();
    if (!snapshot.unitsById.has(shift.unitId) || !reachesUnit(actor, orgPermissions.dutyPlan, shift.unitId)) {
      throw atField('unknown-unit', '/unitId');
    }
    if (!snapshot.employees.has(shift.employeeId)) throw atField('unknown-employee', '/employeeId');
    if (shift.to <= shift.from) throw atField('shift-ends-early', '/to');
    return this.work.run(actor, async (tx) => {
      const id = randomUUID();
      await tx.query(
        'insert into org.duty_shift (id, unit_id, employee_id, starts_at, ends_at, kind) values ($1, $2, $3, $4, $5, $6)',
        [id, shift.unitId, shift.employeeId, shift.from, shift.to, shift.kind],
      );
      await this.recorder.record(tx, {
        subject: { module: 'org', kind: 'duty-shift', id },
        action: 'shift-planned',
        data: { ...shift },
      });
      return id;
    });
  }

  /**
   * Everybody planned at that instant, shifts before on-call; the head of the unit, or of the nearest above, where
   * nobody is. A shift holds from its beginning up to, not including, its end.
   *
   * @throws `nobody-responsible` where no head stands above the unit either
   */
  async onDuty(unitId: string, at: Date): Promise<DutyAnswer> {
    const snapshot = await this.org.snapshot();
    const rows = await this.work.query<ShiftRow>(
      `select employee_id, kind, starts_at, ends_at from org.duty_shift
       where unit_id = $1 and starts_at <= $2 and ends_at > $2 order by kind desc, starts_at, id`,
      [unitId, at],
    );
    const planned = rows.flatMap(({ employee_id, kind, starts_at, ends_at }): PersonOnDuty[] => {
      const employee = snapshot.employees.get(employee_id);
      if (!employee) return [];
      return [{ ...reachable(employee), kind, from: starts_at.toISOString(), to: ends_at.toISOString() }];
    });
    const head = headOf(snapshot, unitId);
    const data = planned.length > 0 ? planned : head ? [{ ...reachable(head), kind: 'head' as const }] : [];
    const [first] = data;
    if (!first) throw orgErrors['nobody-responsible']();
    const { employeeId, name, phone } = first;
    return {
      unitId,
      at: at.toISOString(),
      fallback: planned.length === 0,
      employeeId,
      name,
      ...(phone === undefined ? {} : { phone }),
      data,
    };
  }

  /**
   * Who is on duty at that instant in any unit, and the units for which a roster is kept around it: of the others
   * nothing is known.
   */
  async roster(at: Date): Promise<{ readonly onDuty: ReadonlySet<string>; readonly units: ReadonlySet<string> }> {
    const rows = await this.work.query<{ unit_id: string; employee_id: string; now: boolean }>(
      `select distinct unit_id, employee_id, starts_at <= $1 and ends_at > $1 as now from org.duty_shift
       where starts_at <= $1::timestamptz + interval '7 days' and ends_at > $1::timestamptz - interval '7 days'`,
      [at],
    );
    return {
      onDuty: new Set(rows.filter(({ now }) => now).map(({ employee_id }) => employee_id)),
      units: new Set(rows.map(({ unit_id }) => unit_id)),
    };
  }

  /** Records it against all who were on duty then. Answers one record a person. */
  async recordMissed(actor: UserActor, missed: MissedHandOver): Promise<{ id: string; employeeId: string }[]> {
    const unit = await this.org.unit(missed.unitId);
    if (!unit || !reachesUnit(actor, orgPermissions.dutyRecordMissed, unit.id))
      throw atField('unknown-unit', '/unitId');
    const dueAt = missed.at ?? (await this.work.now());
    const { data } = await this.onDuty(unit.id, dueAt);
    return this.work.run(actor, async (tx) => {
      const records: { id: string; employeeId: string }[] = [];
      for (const { employeeId, kind } of data) {
        const id = randomUUID();
        await tx.query(
          `insert into org.missed_hand_over (id, unit_id, employee_id, duty_kind, due_at, text, noted_by, at)
           values ($1, $2, $3, $4, $5, $6, $7, $8)`,
          [id, unit.id, employeeId, kind, dueAt, missed.text, actor.employeeId, tx.now],
        );
        const subject = { module: 'org', kind: 'missed-hand-over', id };
        await this.recorder.record(tx, {
          subject,
          action: 'hand-over-missed',
          data: { unitId: unit.id, employeeId, kind, dueAt: dueAt.toISOString() },
        });
        this.recorder.participate(tx, subject, employeeId);
        records.push({ id, employeeId });
      }
      return records;
    });
  }
}

const reachable = ({ id, name, phone }: { id: string; name: string; phone?: string }) => ({
  employeeId: id,
  name,
  ...(phone === undefined ? {} : { phone }),
});
