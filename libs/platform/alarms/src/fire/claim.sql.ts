/** The one statement that claims due steps, and the only SQL that reads PostgreSQL's clock (architecture.md rule 2). */
import type { Transaction } from '@bihuan/database';
import type { DeadlineRow } from '../data/deadline.row';
import { DEADLINE_TYPES } from '../data/deadline.row';

export interface ClaimedStep {
  readonly deadline_id: string;
  readonly round: number;
  readonly key: string;
  readonly n: number;
  readonly rank: number;
  readonly action: string;
  readonly at: Date;
  readonly attempts: number;
}

export interface Claim {
  readonly steps: readonly ClaimedStep[];
  readonly deadlines: ReadonlyMap<string, DeadlineRow>;
}

const STEP = 's.deadline_id, s.round, s.key, s.n, s.rank, s.action, s.at, s.attempts';

const DEADLINE = Object.keys(DEADLINE_TYPES)
  .map((column) => `d.${column} as "d.${column}"`)
  .join(', ');

// Never waits: a deadline that a use case holds, or another worker, is left for the next look. Holding both rows, a
// step that was voided, moved or fired meanwhile drops out by PostgreSQL's own second look at the row.
const select = (condition: string) => `
  select ${STEP}, ${DEADLINE} from alarms.step s join alarms.deadline d on d.id = s.deadline_id
  where s.state = 'armed' and s.next_at <= $1 and ${condition}
  order by s.next_at, s.rank, s.deadline_id limit $2 for update of s, d skip locked`;

/** With the system clock PostgreSQL's clock has to agree, so that a worker whose clock is wrong fires nothing early. */
const AGREED = 's.next_at <= clock_timestamp()';

/**
 * Claims what is due, at most `size` steps, locked until the transaction ends.
 *
 * @param manual under the manual clock only our `now` counts
 */
export async function claimDue(tx: Transaction, size: number, manual: boolean): Promise<Claim> {
  return claim(await tx.query<Claimed>(select(manual ? 'true' : AGREED), [tx.now, size]));
}

/** Claims what else is due of these subjects: after downtime a person gets one notice a subject. */
export async function claimMore(tx: Transaction, size: number, subjectIds: readonly string[]): Promise<Claim> {
  return claim(await tx.query<Claimed>(select(`d.subject_id = any($3) and ${AGREED}`), [tx.now, size, subjectIds]));
}

type Claimed = ClaimedStep & Readonly<Record<`d.${keyof DeadlineRow}`, unknown>>;

function claim(rows: readonly Claimed[]): Claim {
  const deadlines = new Map<string, DeadlineRow>();
  for (const row of rows) {
    if (deadlines.has(row.deadline_id)) continue;
    const columns = Object.keys(DEADLINE_TYPES) as (keyof DeadlineRow)[];
    deadlines.set(
      row.deadline_id,
      Object.fromEntries(columns.map((column) => [column, row[`d.${column}`]])) as unknown as DeadlineRow,
    );
  }
  return { steps: rows, deadlines };
}
