/** Steps in the database: what comes, what came, what was given up (DLN-2). */
import type { Transaction } from '@bihuan/database';
import type { FreshStep } from './fresh-clocks';
import type { KeptStep, PlannedStep } from '../steps';

const armed = {
  table: 'alarms.step',
  columns: {
    deadline_id: 'uuid',
    round: 'int',
    key: 'text',
    n: 'int',
    rank: 'int',
    action: 'text',
    at: 'timestamptz',
    next_at: 'timestamptz',
    state: 'text',
  },
  // The primary key is the effect key: what fired or was parked is never armed again.
  suffix: `on conflict (deadline_id, round, key, n) do update
    set rank = excluded.rank, at = excluded.at, next_at = excluded.next_at, state = 'armed', attempts = 0, error = null
    where step.state = 'void'`,
} as const;

/** Arms steps at the end of the transaction, together with everything else it writes. */
export const armSteps = (
  tx: Transaction,
  deadlineId: string,
  round: number,
  steps: readonly PlannedStep[],
): FreshStep[] =>
  steps.map(({ key, n, rank, action, at }) => {
    const row = { deadline_id: deadlineId, round, key, n, rank, action, at, next_at: at, state: 'armed' };
    return { at, written: tx.append(armed, row) };
  });

/** Voids the steps of these deadlines that lie after `moment`: what fell due before the act still comes (DLN-7). */
export async function voidSteps(tx: Transaction, deadlineIds: readonly string[], moment: Date): Promise<void> {
  await tx.query("update alarms.step set state = 'void' where deadline_id = any($1) and state = 'armed' and at > $2", [
    deadlineIds,
    moment,
  ]);
}

/** A step of a deadline's present round as it stands. */
export interface StandingStep extends KeptStep {
  readonly at: Date;
  /** Armed for later: a change of the clock moves it. All others are kept. */
  readonly coming: boolean;
}

/** The steps of these deadlines' rounds that are not void. */
export async function standingSteps(
  tx: Transaction,
  deadlines: readonly { readonly id: string; readonly round: number }[],
): Promise<Map<string, StandingStep[]>> {
  const rows = await tx.query<StandingStep & { deadline_id: string }>(
    `select s.deadline_id, s.key, s.n, s.at, s.state = 'armed' and s.at > $2 as coming
     from alarms.step s join json_to_recordset($1::json) as r(id uuid, round int)
       on r.id = s.deadline_id and r.round = s.round
     where s.state <> 'void'`,
    [JSON.stringify(deadlines.map(({ id, round }) => ({ id, round }))), tx.now],
  );
  const standing = new Map<string, StandingStep[]>(deadlines.map(({ id }) => [id, []]));
  for (const { deadline_id, key, n, at, coming } of rows) standing.get(deadline_id)?.push({ key, n, at, coming });
  return standing;
}
