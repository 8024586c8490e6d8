/** Lists of cases within what the reader may see, by due time or any order, without OFFSET or COUNT (IDN-2, performance.md). */
import { Injectable } from '@nestjs/common';
import type { LineFrame } from '@bihuan/events';
import type { UserActor } from '@bihuan/plugin-kit';
import { invalidField, reachOf } from '@bihuan/plugin-kit';
import { UnitOfWork } from '@bihuan/database';
import type { ListQuery, Page } from '@bihuan/http';
import { decodeCursor, pageOf } from '@bihuan/http';
import { visible } from '@bihuan/identity';
import type { Matter, MatterRow } from './matter';

/** One key of the order, going up. */
export interface OrderKey<Row> {
  /** Expression on alias `r`, the same as in the index. */
  readonly sql: string;
  /** Type of the expression, for the cursor: `timestamptz`, `int`. */
  readonly type: string;
  readonly of: (row: Row) => string | number | boolean | null | Date;
}

export interface MatterListing<Row extends MatterRow, Line> {
  /** Absent: by due time, those without a clock last. The id is always the last key. */
  readonly order?: readonly OrderKey<Row>[];
  /** Name of a filter → expression on alias `r` it is compared with, as text. */
  readonly filters?: Readonly<Record<string, string>>;
  /** Further conditions on alias `r`; `bind` answers the place of a value. */
  readonly more?: (bind: (value: unknown) => string) => readonly string[];
  readonly line: (row: Row) => Line;
}

/** Sorts a case without a clock behind all others. */
const LAST = "coalesce(r.due_at, 'infinity')";

/** So many of the first are looked through for the reader's own before his are gathered from everywhere. */
const LOOK = 500;

const byDueTime = [
  { sql: LAST, type: 'timestamptz', of: ({ dueAt }: MatterRow) => dueAt ?? 'infinity' },
] as const satisfies OrderKey<MatterRow>[];

/** Conditions of a list and the parameters they are bound to. */
class Selection {
  readonly parameters: unknown[] = [];
  private readonly conditions: string[] = [];

  bind = (value: unknown): string => `$${this.parameters.push(value)}`;

  add(condition: string): void {
    this.conditions.push(condition);
  }

  get sql(): string {
    return this.conditions.join(' and ') || 'true';
  }
}

@Injectable()
export class MatterLists {
  constructor(private readonly work: UnitOfWork) {}

  /** `filter[state]` = `open` (default), `closed`, `all` or a state; `filter[number]` by its beginning; own filters. */
  async list<Row extends MatterRow, Act extends string, Line>(
    actor: UserActor,
    matter: Matter<Row, Act>,
    query: ListQuery,
    listing: MatterListing<Row, Line>,
  ): Promise<Page<Line>> {
    const order: readonly OrderKey<Row>[] = listing.order ?? byDueTime;
    const wanted = query.size + 1;
    const select = (): Selection => selectionOf(matter, query, listing, order);
    const first = isOfOpen(matter, query) ? await this.amongFirst(actor, matter, select(), order, wanted) : [];
    const rows = first.length >= wanted ? first : await this.gathered(actor, matter, select(), order, wanted);
    return pageOf(rows, query.size, (row) => [...order.map(({ of }) => of(row)), row.id], listing.line);
  }

  /** Most readers see a good part of all open cases: a page is full after a short walk along the order. */
  private amongFirst<Row extends MatterRow, Act extends string>(
    actor: UserActor,
    matter: Matter<Row, Act>,
    selection: Selection,
    order: readonly OrderKey<Row>[],
    wanted: number,
  ): Promise<Row[]> {
    const scope = visible(actor, matter.read, matter.scope, selection.parameters.length + 1, 'few');
    const keys = [...order.map(({ sql }) => sql), 'r.id'].join(', ');
    return this.work.query<Row>(
      `select ${matter.store.select('r')} from
         (select r.* from ${matter.store.table} r where ${selection.sql} order by ${keys} limit ${LOOK}) r
       where ${scope.sql} order by ${keys} limit ${wanted}`,
      [...selection.parameters, ...scope.parameters],
    );
  }

  /** One ordered walk over an index for each way of seeing a case, joined and cut again. */
  private gathered<Row extends MatterRow, Act extends string>(
    actor: UserActor,
    matter: Matter<Row, Act>,
    selection: Selection,
    order: readonly OrderKey<Row>[],
    wanted: number,
  ): Promise<Row[]> {
    const keys = [...order.map(({ sql }) => sql), 'r.id'].join(', ');
    const ways = waysOfSeeing(actor, matter, selection).map(
      (mine) =>
        `(select r.* from ${matter.store.table} r where ${mine} and ${selection.sql} order by ${keys} limit ${wanted})`,
    );
    return this.work.query<Row>(
      `select distinct on (${keys}) ${matter.store.select('r')} from (${ways.join(' union all ')}) r
       order by ${keys} limit ${wanted}`,
      selection.parameters,
    );
  }
}

function waysOfSeeing<Row extends MatterRow, Act extends string>(
  actor: UserActor,
  { read, scope }: Matter<Row, Act>,
  selection: Selection,
): string[] {
  const reach = reachOf(actor, read);
  if (reach === 'all') return ['true'];
  const me = `${selection.bind(actor.employeeId)}::uuid`;
  const units = (reach ?? []).map((id) => `${selection.bind(id)}::uuid`);
  return [
    ...units.flatMap((unit) => scope.unitColumns.map((column) => `${column} = ${unit}`)),
    ...(reach && scope.ownerColumn ? [`${scope.ownerColumn} = ${me}`] : []),
    `${scope.subjectColumn} in (select p.subject_id from audit.participant p where p.employee_id = ${me})`,
  ];
}

function selectionOf<Row extends MatterRow, Act extends string, Line>(
  matter: Matter<Row, Act>,
  { filter, after }: ListQuery,
  { filters = {}, more }: MatterListing<Row, Line>,
  order: readonly OrderKey<Row>[],
): Selection {
  const selection = new Selection();
  selection.add(stateCondition(matter, filter['state'] ?? 'open', selection));
  if (after) {
    const values = decodeCursor(after, order.length + 1);
    const types = [...order.map(({ type }) => type), 'uuid'];
    const places = values.map((value, index) => `${selection.bind(value)}::${types[index] ?? 'text'}`);
    selection.add(`(${[...order.map(({ sql }) => sql), 'r.id'].join(', ')}) > (${places.join(', ')})`);
  }
  const number = filter['number']?.replace(/[%_\\]/g, '');
  if (number) selection.add(`r.number like ${selection.bind(`${number}%`)}`);
  for (const [name, expression] of Object.entries(filters)) {
    if (filter[name] !== undefined) selection.add(`${expression} = ${selection.bind(filter[name])}`);
  }
  for (const condition of more?.(selection.bind) ?? []) selection.add(condition);
  return selection;
}

const isOfOpen = <Row extends MatterRow, Act extends string>(
  { closed }: Matter<Row, Act>,
  { filter }: ListQuery,
): boolean => !['closed', 'all', ...closed].includes(filter['state'] ?? 'open');

/** What is open says so, for the indexes of open cases. */
function stateCondition<Row extends MatterRow, Act extends string>(
  { openSql, closed }: Matter<Row, Act>,
  state: string,
  selection: Selection,
): string {
  if (state === 'open') return openSql;
  if (state === 'closed') return `not (${openSql})`;
  if (state === 'all') return 'true';
  if (!/^[a-z-]{1,30}$/.test(state)) throw invalidField('/filter[state]', 'unknown-state', 'open, closed, all 或状态');
  const one = `r.state = ${selection.bind(state)}`;
  return closed.includes(state) ? one : `${openSql} and ${one}`;
}

/** What every line begins with. */
export const lineOf = (row: MatterRow): LineFrame => ({
  id: row.id,
  number: row.number,
  state: row.state,
  createdAt: row.createdAt.toISOString(),
  dueAt: row.dueAt?.toISOString() ?? null,
});
