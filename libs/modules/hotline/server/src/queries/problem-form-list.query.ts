/** Lists of forms by due time, within what the reader may see, without OFFSET or COUNT (IDN-2, performance.md). */
import { Injectable } from '@nestjs/common';
import type { ProblemFormLine } from '@bihuan/hotline-contract';
import { HOTLINE_PERMISSIONS } from '@bihuan/hotline-contract';
import type { UserActor } from '@bihuan/plugin-kit';
import { invalidField } from '@bihuan/plugin-kit';
import { UnitOfWork } from '@bihuan/database';
import type { ListQuery, Page } from '@bihuan/http';
import { decodeCursor, pageOf } from '@bihuan/http';
import { Org } from '@bihuan/org';

interface Row {
  id: string;
  number: string;
  state: ProblemFormLine['state'];
  category: string;
  customer_name: string;
  site: string;
  unit_id: string | null;
  handler_id: string | null;
  handler_name: string | null;
  officer_id: string;
  officer_name: string;
  due_at: Date | null;
  round: number;
  created_at: Date;
}

const COLUMNS =
  'r.id, r.number, r.state, r.category, r.customer_name, r.site, r.unit_id, r.handler_id, r.handler_name, ' +
  'r.officer_id, r.officer_name, r.due_at, r.round, r.created_at';

const OPEN = "r.state not in ('concluded', 'withdrawn')";

/** Sorts a form without a clock behind all others. */
const LAST = "coalesce(r.due_at, 'infinity')";

@Injectable()
export class ProblemFormList {
  constructor(
    private readonly work: UnitOfWork,
    private readonly org: Org,
  ) {}

  /** `filter[state]` = `open` (default), `closed` or a state; sorted by due time, forms without a clock last. */
  async list(actor: UserActor, query: ListQuery): Promise<Page<ProblemFormLine>> {
    const parameters: unknown[] = [query.size + 1];
    const bind = (value: unknown): string => `$${parameters.push(value)}`;
    const conditions = [this.stateCondition(query, bind)];
    if (query.after) {
      const [due, id] = decodeCursor(query.after, 2);
      conditions.push(`(${LAST}, r.id) > (${bind(due ?? 'infinity')}::timestamptz, ${bind(id)}::uuid)`);
    }
    if (query.filter['number'])
      conditions.push(`r.number like ${bind(`${query.filter['number'].replace(/[%_\\]/g, '')}%`)}`);
    const condition = conditions.join(' and ');
    const branches = this.branches(actor, bind).map(
      (mine) =>
        `(select ${COLUMNS} from hotline.problem_form r where ${mine} and ${condition} order by ${LAST}, r.id limit $1)`,
    );
    const rows = await this.work.query<Row>(
      `select * from (${branches.join(' union ')}) r order by ${LAST}, r.id limit $1`,
      parameters,
    );
    const units = new Map((await this.org.units()).map((unit) => [unit.id, unit.name]));
    return pageOf(
      rows,
      query.size,
      (row) => [row.due_at, row.id],
      (row) => line(row, units),
    );
  }

  /** One ordered walk over an index for each way of seeing a form; their union is cut again. */
  private branches(actor: UserActor, bind: (value: unknown) => string): string[] {
    const scope = actor.permissions.get(HOTLINE_PERMISSIONS.readForm);
    if (scope === 'all') return ['true'];
    const me = bind(actor.employeeId);
    const units = scope === 'unit' ? [actor.unitId] : scope === 'unit-and-below' ? actor.unitsBelow : [];
    const byUnit = units.flatMap((id) => {
      const unit = bind(id);
      return [`r.origin_unit_id = ${unit}`, `r.unit_id = ${unit}`];
    });
    return [
      ...byUnit,
      ...(scope ? [`r.officer_id = ${me}`] : []),
      `r.handler_id = ${me}`,
      `r.id in (select p.subject_id from audit.participant p where p.employee_id = ${me})`,
    ];
  }

  private stateCondition({ filter }: ListQuery, bind: (value: unknown) => string): string {
    const state = filter['state'] ?? 'open';
    if (state === 'open') return OPEN;
    if (state === 'closed') return `not (${OPEN})`;
    if (state === 'all') return 'true';
    if (!/^[a-z-]{1,30}$/.test(state))
      throw invalidField('/filter[state]', 'unknown-state', 'open, closed, all 或状态');
    return `r.state = ${bind(state)}`;
  }
}

const line = (row: Row, units: ReadonlyMap<string, string>): ProblemFormLine => ({
  id: row.id,
  number: row.number,
  state: row.state,
  category: row.category,
  customerName: row.customer_name,
  site: row.site,
  unit: row.unit_id ? { id: row.unit_id, name: units.get(row.unit_id) ?? '' } : null,
  handler: row.handler_id ? { id: row.handler_id, name: row.handler_name ?? '' } : null,
  officer: { id: row.officer_id, name: row.officer_name },
  dueAt: row.due_at?.toISOString() ?? null,
  round: row.round,
  createdAt: row.created_at.toISOString(),
});
