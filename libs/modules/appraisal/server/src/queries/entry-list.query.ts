/** Records as the API shows them, and the list of them (APR-2, APR-7). */
import { Injectable } from '@nestjs/common';
import type { EntryView } from '@bihuan/appraisal-contract';
import { APPRAISAL_PERMISSIONS as MAY, PERIOD } from '@bihuan/appraisal-contract';
import type { UserActor } from '@bihuan/plugin-kit';
import { invalidField, reachesUnit } from '@bihuan/plugin-kit';
import { UnitOfWork } from '@bihuan/database';
import type { ListQuery, Page } from '@bihuan/http';
import { decodeCursor, pageOf } from '@bihuan/http';
import { visible } from '@bihuan/identity';
import { Org } from '@bihuan/org';
import { entries, ENTRY_SCOPE } from '../data/entry.store';
import type { Entry } from '../domain/entry.state';

const WITHDRAW: Readonly<Record<string, string>> = {
  incentive: MAY.enterIncentive,
  check: MAY.enterCheck,
  breach: MAY.enterBreach,
};

@Injectable()
export class EntryList {
  constructor(
    private readonly work: UnitOfWork,
    private readonly org: Org,
  ) {}

  /** `filter[period]`, `filter[employee]`, `filter[entry]`; the newest first. */
  async list(actor: UserActor, { filter, size, after }: ListQuery): Promise<Page<EntryView>> {
    const scope = visible(actor, MAY.readEntry, ENTRY_SCOPE, 1);
    const parameters: unknown[] = [...scope.parameters];
    const bind = (value: unknown): string => `$${parameters.push(value)}`;
    const conditions = [scope.sql];
    const { period, employee, entry } = filter;
    if (period !== undefined) {
      if (!PERIOD.test(period)) throw invalidField('/filter[period]', 'bad-period', '2026-09');
      conditions.push(`r.period = ${bind(period)}`);
    }
    if (employee !== undefined) conditions.push(`r.employee_id::text = ${bind(employee)}`);
    if (entry !== undefined) conditions.push(`r.kind = ${bind(entry)}`);
    if (after) {
      const [createdAt, id] = decodeCursor(after, 2);
      conditions.push(`(r.created_at, r.id) < (${bind(createdAt)}::timestamptz, ${bind(id)}::uuid)`);
    }
    const rows = await entries.find(
      this.work,
      `${conditions.join(' and ')} order by r.created_at desc, r.id desc limit ${bind(size + 1)}`,
      parameters,
    );
    const names = await this.names();
    return pageOf(
      rows,
      size,
      (row) => [row.createdAt, row.id],
      (row) => this.viewOf(actor, row, names),
    );
  }

  async view(actor: UserActor, entry: Entry): Promise<EntryView> {
    return this.viewOf(actor, entry, await this.names());
  }

  private async names(): Promise<ReadonlyMap<string, string>> {
    return new Map((await this.org.employees()).map(({ id, name }) => [id, name]));
  }

  private viewOf(actor: UserActor, entry: Entry, names: ReadonlyMap<string, string>): EntryView {
    const permission = WITHDRAW[entry.kind];
    const mine = permission !== undefined && reachesUnit(actor, permission, entry.unitId);
    return {
      id: entry.id,
      version: entry.version,
      state: entry.state,
      entry: entry.kind,
      employee: entry.employeeId ? { id: entry.employeeId, name: names.get(entry.employeeId) ?? '' } : null,
      unitId: entry.unitId,
      date: entry.date,
      period: entry.period,
      correctionOf: entry.correctionOf,
      code: entry.code,
      points: entry.points,
      amount: entry.amount,
      ground: entry.ground,
      witness: entry.witness,
      number: entry.number,
      by: entry.byName,
      at: entry.createdAt.toISOString(),
      withdrawn: entry.withdrawnAt
        ? { by: entry.withdrawnBy ?? '', at: entry.withdrawnAt.toISOString(), reason: entry.withdrawReason ?? '' }
        : null,
      allowedActions: mine && entry.state === 'counted' ? ['withdraw'] : [],
    };
  }
}
