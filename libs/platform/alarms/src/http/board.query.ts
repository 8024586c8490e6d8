/** Open deadlines by unit and owner with the share of their time used, for the live board (DLN-6, IDN-2). */
import { Injectable } from '@nestjs/common';
import { secondsLeft, shareUsed } from '@bihuan/domain';
import { UnitOfWork } from '@bihuan/database';
import { decodeCursor, pageOf, type ListQuery, type Page } from '@bihuan/http';
import { visible } from '@bihuan/identity';
import type { LiveSource } from '@bihuan/live';
import type { UserActor } from '@bihuan/plugin-kit';
import { invalidField } from '@bihuan/plugin-kit';
import type { DeadlineRow } from '../data/deadline.row';
import { DEADLINE_COLUMNS, OPEN, runningOf, viewOf } from '../data/deadline.row';
import type { DeadlineView } from '../deadline-view';
import { CalendarSource } from '../ports';

export const READ = 'alarms.deadline.read';

export interface BoardRow extends DeadlineView {
  /** 0 at the start, 1 at the due instant, more past it; by the limit's own kind of time. */
  readonly shareUsed: number;
  readonly secondsLeft: number;
}

/** How many open deadlines a unit's owner has, by state. */
export interface BoardCount {
  readonly unitId: string;
  readonly employeeId: string | null;
  readonly armed: number;
  readonly warned: number;
  readonly breached: number;
  readonly paused: number;
  readonly nextDueAt: Date;
}

const COLUMNS = { ownerColumn: 'd.owner_id', unitColumns: ['d.owner_unit'], subjectColumn: 'd.subject_id' } as const;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

const FILTERS: Readonly<Record<string, { readonly column: string; readonly good: RegExp }>> = {
  unit: { column: 'd.owner_unit', good: UUID },
  owner: { column: 'd.owner_id', good: UUID },
  state: { column: 'd.state', good: /^(armed|warned|breached|paused)$/ },
  module: { column: 'd.module', good: /^[a-z-]+$/ },
  stage: { column: 'd.stage', good: /^[a-z0-9-]+$/ },
};

@Injectable()
export class BoardQuery implements LiveSource {
  constructor(
    private readonly work: UnitOfWork,
    private readonly calendars: CalendarSource,
  ) {}

  /** A page of open deadlines the reader may see, the earliest due first. */
  async page(actor: UserActor, { after, size, filter }: ListQuery): Promise<Page<BoardRow>> {
    const where = new Conditions(actor, filter);
    if (after !== undefined) {
      const [dueAt, id] = decodeCursor(after, 2);
      if (Number.isNaN(Date.parse(String(dueAt))) || !UUID.test(String(id))) {
        throw invalidField('/page[after]', 'bad-cursor', 'page[after]');
      }
      where.add((first) => `(d.due_at, d.id) > ($${first}::timestamptz, $${first + 1}::uuid)`, dueAt, id);
    }
    const rows = await this.work.query<DeadlineRow>(
      `select ${DEADLINE_COLUMNS} from alarms.deadline d where ${where.sql} order by d.due_at, d.id limit ${size + 1}`,
      where.parameters,
    );
    const { data, page } = pageOf(
      rows,
      size,
      ({ due_at, id }) => [due_at, id],
      (row) => row,
    );
    return { data: await this.measured(data), page };
  }

  async counts(actor: UserActor, { filter }: Pick<ListQuery, 'filter'>): Promise<BoardCount[]> {
    const where = new Conditions(actor, filter);
    const counted = (state: string) => `(count(*) filter (where d.state = '${state}'))::int as ${state}`;
    return this.work.query<BoardCount>(
      `select d.owner_unit as "unitId", d.owner_id as "employeeId", ${counted('armed')}, ${counted('warned')},
              ${counted('breached')}, ${counted('paused')}, min(d.due_at) as "nextDueAt"
       from alarms.deadline d where ${where.sql} group by d.owner_unit, d.owner_id order by min(d.due_at)`,
      where.parameters,
    );
  }

  /** Changed deadlines as the board shows them; those that ended since are among them with their last state. */
  async fresh(actor: UserActor, ids: readonly string[]): Promise<BoardRow[]> {
    const scope = visible(actor, READ, COLUMNS, 2);
    const rows = await this.work.query<DeadlineRow>(
      `select ${DEADLINE_COLUMNS} from alarms.deadline d where d.id = any($1) and ${scope.sql}`,
      [ids, ...scope.parameters],
    );
    return this.measured(rows);
  }

  private async measured(rows: readonly DeadlineRow[]): Promise<BoardRow[]> {
    const now = await this.work.now();
    return Promise.all(
      rows.map(async (row) => {
        const running = runningOf(row);
        const context = { policy: row.terms, calendar: await this.calendars.byCode(row.calendar) };
        const at = row.ended_at ?? now;
        return {
          ...viewOf(row),
          shareUsed: Math.round(shareUsed(running, at, context) * 1_000) / 1_000,
          secondsLeft: Math.round(secondsLeft(running, at, context)),
        };
      }),
    );
  }
}

/** The reader's scope and his filters as one condition. */
class Conditions {
  private readonly parts: string[];
  readonly parameters: unknown[];

  constructor(actor: UserActor, filter: ListQuery['filter']) {
    const scope = visible(actor, READ, COLUMNS, 1);
    this.parts = [OPEN, scope.sql];
    this.parameters = [...scope.parameters];
    for (const [name, value] of Object.entries(filter)) {
      const known = FILTERS[name];
      if (!known?.good.test(value)) throw invalidField(`/filter[${name}]`, 'bad-filter', name);
      this.add((first) => `${known.column} = $${first}`, value);
    }
  }

  add(sql: (firstParameter: number) => string, ...parameters: unknown[]): void {
    this.parts.push(sql(this.parameters.length + 1));
    this.parameters.push(...parameters);
  }

  get sql(): string {
    return this.parts.join(' and ');
  }
}
