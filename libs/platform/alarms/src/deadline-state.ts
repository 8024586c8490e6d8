/** What the engine page says of deadlines: how many in which state, what is due and not done, what was given up (DLN-2, DLN-6). */
import { CAPPED_AT, capped } from '@bihuan/plugin-kit';
import type { UnitOfWork } from '@bihuan/database';
import { OPEN } from './data/deadline.row';

/** Pages of the table read for an estimate, each 8 kB: a dozen clocks on each. */
const PAGES = 1_000;
const PAGE_SIZE = 8_192;

export interface DeadlineCount {
  readonly module: string;
  readonly state: string;
  readonly count: number;
}

export interface DeadlineCounts {
  /** Open clocks by module and state. */
  readonly open: readonly DeadlineCount[];
  /** There are too many to count while somebody waits: the figures of `open` are estimates. */
  readonly estimated: boolean;
  /** Open clocks whose due time is past. */
  readonly overdue: number;
  /** Steps whose instant has come and that have not happened; in normal running there are none. */
  readonly dueSteps: number;
  readonly oldestDueAt: Date | null;
  readonly parkedSteps: number;
}

const DUE = "alarms.step s where s.state = 'armed' and s.next_at < $1";

export class DeadlineStates {
  constructor(private readonly work: UnitOfWork) {}

  async counts(): Promise<DeadlineCounts> {
    const now = await this.work.now();
    const [few, [rest]] = await Promise.all([
      this.work.query<DeadlineCount>(
        `select module, state, count(*)::int as count from (
           select d.module, d.state from alarms.deadline d where ${OPEN} order by d.due_at, d.id
           limit ${CAPPED_AT + 1}) d group by module, state order by module, state`,
      ),
      this.work.query<Omit<DeadlineCounts, 'open' | 'estimated'>>(
        `select ${capped(`alarms.deadline d where ${OPEN} and d.due_at <= $1`)} as overdue,
           ${capped(DUE)} as "dueSteps", (select min(s.next_at) from ${DUE}) as "oldestDueAt",
           ${capped("alarms.step s where s.state = 'parked'")} as "parkedSteps"`,
        [now],
      ),
    ]);
    const estimated = few.reduce((sum, { count }) => sum + count, 0) > CAPPED_AT;
    const open = estimated ? await this.estimate() : few;
    if (!rest) throw new Error('PostgreSQL answered no row to a question for figures.');
    return { open, estimated, ...rest };
  }

  /** From some pages of the table, the same ones each time, so that the figures stand still while nothing happens. */
  private async estimate(): Promise<DeadlineCount[]> {
    const [size] = await this.work.query<{ pages: number }>(
      `select (pg_relation_size('alarms.deadline') / ${PAGE_SIZE})::int as pages`,
    );
    const share = Math.min(100, (100 * PAGES) / Math.max(1, size?.pages ?? 1));
    return this.work.query<DeadlineCount>(
      `select d.module, d.state, round(count(*) * 100 / $1::numeric)::int as count
       from alarms.deadline d tablesample system ($1::real) repeatable (1)
       where ${OPEN} group by d.module, d.state order by d.module, d.state`,
      [share],
    );
  }
}
