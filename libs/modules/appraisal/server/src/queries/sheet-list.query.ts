/** Sheets of a month within what the reader may see, with their points and who is late (APR-5, api.md). */
import { Injectable } from '@nestjs/common';
import type { SheetLine } from '@bihuan/appraisal-contract';
import type { UserActor } from '@bihuan/plugin-kit';
import { UnitOfWork } from '@bihuan/database';
import type { ListQuery, Page } from '@bihuan/http';
import { decodeCursor, pageOf } from '@bihuan/http';
import { visible } from '@bihuan/identity';
import { actsOf, lineOf } from '@bihuan/matters';
import { Org } from '@bihuan/org';
import { monthSources } from '../data/month-sources.store';
import { sheet } from '../sheet.matter';
import { scoreSheet } from '../domain/sheet-score.rules';
import type { Sheet } from '../domain/sheet.state';
import { PeriodViews } from './period-view.query';
import { SheetFrames } from './sheet-frame.query';

@Injectable()
export class SheetList {
  constructor(
    private readonly work: UnitOfWork,
    private readonly org: Org,
    private readonly months: PeriodViews,
    private readonly frames: SheetFrames,
  ) {}

  /** By staff number. `filter[state]`, `filter[unit]`, `filter[late]=true`: what waits beyond its cut-off. */
  async list(actor: UserActor, period: string, { filter, size, after }: ListQuery): Promise<Page<SheetLine>> {
    const month = await this.months.find(period);
    const now = await this.work.now();
    const scope = visible(actor, sheet.read, sheet.scope, 1);
    const parameters: unknown[] = [...scope.parameters];
    const bind = (value: unknown): string => `$${parameters.push(value)}`;
    const conditions = [scope.sql, `r.period_id = ${bind(month.id)}`];
    if (filter['state']) conditions.push(`r.state = ${bind(filter['state'])}`);
    if (filter['unit']) conditions.push(`r.unit_id::text = ${bind(filter['unit'])}`);
    if (filter['late'] === 'true') {
      const { self, head } = month.cutOffs;
      const late = [
        ...(now > self.dueAt ? ['r.self_at is null'] : []),
        ...(now > head.dueAt ? ['r.head_at is null'] : []),
      ];
      conditions.push(`r.state <> 'released' and (${late.join(' or ') || 'false'})`);
    }
    if (after) {
      const [staffNumber, id] = decodeCursor(after, 2);
      conditions.push(`(r.staff_number, r.id) > (${bind(staffNumber)}, ${bind(id)}::uuid)`);
    }
    const rows = await sheet.store.find(
      this.work,
      `${conditions.join(' and ')} order by r.staff_number, r.id limit ${bind(size + 1)}`,
      parameters,
    );
    const sourcesOf = month.frozenAt ? undefined : await monthSources(this.work, period);
    const units = new Map((await this.org.units()).map(({ id, name }) => [id, name]));
    const people = new Map((await this.org.employees()).map(({ id, name }) => [id, name]));
    const line = (row: Sheet): SheetLine => {
      const { self, head } = row;
      const sources = row.sources ?? sourcesOf?.(row.employeeId) ?? { entries: [], calls: [], attendance: NO_DAYS };
      const scored = row.result?.scored ?? scoreSheet(month.template, { self, head, sources });
      const names = { unit: units.get(row.unitId) ?? '', head: people.get(row.headId ?? '') ?? '' };
      return {
        ...lineOf(row),
        version: row.version,
        allowedActions: [...actsOf(sheet, row, actor)],
        ...this.frames.fields(row, month, scored, names, now),
        parts: scored.parts.map(({ code, title, group, weight, points }) => ({ code, title, group, weight, points })),
        totals: scored.totals,
      };
    };
    return pageOf(rows, size, (row) => [row.staffNumber, row.id], line);
  }
}

const NO_DAYS = { present: 0, late: 0, absent: 0, leave: 0 };
