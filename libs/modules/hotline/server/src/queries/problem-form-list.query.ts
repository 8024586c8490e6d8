/** Lists of forms by due time, within what the reader may see, without OFFSET or COUNT (IDN-2, performance.md). */
import { Injectable } from '@nestjs/common';
import type { ProblemFormLine } from '@bihuan/hotline-contract';
import { HOTLINE_PERMISSIONS } from '@bihuan/hotline-contract';
import type { UserActor } from '@bihuan/plugin-kit';
import { invalidField, reachOf } from '@bihuan/plugin-kit';
import { UnitOfWork } from '@bihuan/database';
import type { ListQuery, Page } from '@bihuan/http';
import { decodeCursor, pageOf } from '@bihuan/http';
import { visible } from '@bihuan/identity';
import { Org } from '@bihuan/org';
import { FORM_SCOPE } from '../data/scoped.store';

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

const COLUMNS = [
  'id',
  'number',
  'state',
  'category',
  'customer_name',
  'site',
  'unit_id',
  'handler_id',
  'handler_name',
  'officer_id',
  'officer_name',
  'due_at',
  'round',
  'created_at',
].map((column) => `r.${column}`);

const OPEN = "r.state not in ('concluded', 'withdrawn')";

/** Sorts a form without a clock behind all others. */
const LAST = "coalesce(r.due_at, 'infinity')";

/** So many of the earliest forms are looked through for the reader's own before his are gathered from everywhere. */
const LOOK = 500;

/** Conditions of a list and the parameters they are bound to. */
class Selection {
  readonly parameters: unknown[] = [];
  private readonly conditions: string[] = [];

  bind(value: unknown): string {
    return `$${this.parameters.push(value)}`;
  }

  add(condition: string): void {
    this.conditions.push(condition);
  }

  get sql(): string {
    return this.conditions.join(' and ');
  }
}

@Injectable()
export class ProblemFormList {
  constructor(
    private readonly work: UnitOfWork,
    private readonly org: Org,
  ) {}

  /** `filter[state]` = `open` (default), `closed` or a state; sorted by due time, forms without a clock last. */
  async list(actor: UserActor, query: ListQuery): Promise<Page<ProblemFormLine>> {
    const rows = await this.rows(actor, query);
    const units = new Map((await this.org.units()).map((unit) => [unit.id, unit.name]));
    return pageOf(
      rows,
      query.size,
      (row) => [row.due_at, row.id],
      (row) => line(row, units),
    );
  }

  /** A row too many says that there is a next page. */
  private async rows(actor: UserActor, query: ListQuery): Promise<Row[]> {
    const wanted = query.size + 1;
    const earliest = isOfOpen(query) ? await this.amongEarliest(actor, query, wanted) : [];
    return earliest.length >= wanted ? earliest : this.gathered(actor, query, wanted);
  }

  /** Most readers see a good part of all open forms: a page is full after a short walk by due time. */
  private async amongEarliest(actor: UserActor, query: ListQuery, wanted: number): Promise<Row[]> {
    const selection = selectionOf(query);
    const scope = visible(actor, HOTLINE_PERMISSIONS.readForm, FORM_SCOPE, selection.parameters.length + 1, 'few');
    return this.work.query<Row>(
      `select ${COLUMNS.join(', ')} from
         (select ${[...COLUMNS, 'r.origin_unit_id'].join(', ')}, ${LAST} as last from hotline.problem_form r
          where ${selection.sql} order by ${LAST}, r.id limit ${LOOK}) r
       where ${scope.sql} order by r.last, r.id limit ${wanted}`,
      [...selection.parameters, ...scope.parameters],
    );
  }

  /** One ordered walk over an index for each way of seeing a form, joined and cut again. */
  private async gathered(actor: UserActor, query: ListQuery, wanted: number): Promise<Row[]> {
    const selection = selectionOf(query);
    const ways = waysOfSeeing(actor, selection).map(
      (mine) =>
        `(select ${COLUMNS.join(', ')}, ${LAST} as last from hotline.problem_form r where ${mine} and ${selection.sql}
          order by ${LAST}, r.id limit ${wanted})`,
    );
    return this.work.query<Row>(
      `select distinct on (r.last, r.id) ${COLUMNS.join(', ')} from (${ways.join(' union all ')}) r
       order by r.last, r.id limit ${wanted}`,
      selection.parameters,
    );
  }
}

function waysOfSeeing(actor: UserActor, selection: Selection): string[] {
  const reach = reachOf(actor, HOTLINE_PERMISSIONS.readForm);
  if (reach === 'all') return ['true'];
  const me = selection.bind(actor.employeeId);
  return [
    ...(reach ?? []).flatMap((id) => {
      const unit = selection.bind(id);
      return [`r.origin_unit_id = ${unit}`, `r.unit_id = ${unit}`];
    }),
    ...(reach ? [`r.officer_id = ${me}`] : []),
    `r.id in (select p.subject_id from audit.participant p where p.employee_id = ${me})`,
  ];
}

function selectionOf({ filter, after }: ListQuery): Selection {
  const selection = new Selection();
  selection.add(stateCondition(filter['state'] ?? 'open', selection));
  if (after) {
    const [due, id] = decodeCursor(after, 2);
    selection.add(`(${LAST}, r.id) > (${selection.bind(due ?? 'infinity')}::timestamptz, ${selection.bind(id)}::uuid)`);
  }
  const number = filter['number']?.replace(/[%_\\]/g, '');
  if (number) selection.add(`r.number like ${selection.bind(`${number}%`)}`);
  return selection;
}

const isOfOpen = ({ filter }: ListQuery): boolean =>
  !['closed', 'all', 'concluded', 'withdrawn'].includes(filter['state'] ?? 'open');

/** @param state `open`, `closed`, `all` or a state; what is open says so, for the indexes of open forms */
function stateCondition(state: string, selection: Selection): string {
  if (state === 'open') return OPEN;
  if (state === 'closed') return `not (${OPEN})`;
  if (state === 'all') return 'true';
  if (!/^[a-z-]{1,30}$/.test(state)) throw invalidField('/filter[state]', 'unknown-state', 'open, closed, all 或状态');
  const one = `r.state = ${selection.bind(state)}`;
  return state === 'concluded' || state === 'withdrawn' ? one : `${OPEN} and ${one}`;
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
