/** How many revisits were made of those whose time is over, and which are missing (RVT-1c, SYS-33, RD-35). Pure. */
import { MATTER_CLOSED } from './revisit-task.decide';
import type { RevisitTask } from './revisit-task.state';

export type CoveredTask = Pick<
  RevisitTask,
  'id' | 'number' | 'event' | 'state' | 'limitAt' | 'revisitedAt' | 'attempts' | 'moves' | 'cancelReason'
>;

export interface Coverage {
  readonly planned: number;
  readonly made: number;
  readonly inTime: number;
  readonly pending: number;
  readonly coverage: number | null;
  readonly missing: readonly CoveredTask[];
}

/**
 * The limit is that of the agreed date, where one was agreed. A cancelled revisit is one that was not made; one that was
 * called off with its matter never had to be.
 */
export function coverageOf(all: readonly CoveredTask[], now: Date): Coverage {
  const tasks = all.filter(({ cancelReason }) => cancelReason !== MATTER_CLOSED);
  const made = tasks.filter(({ revisitedAt }) => revisitedAt !== null);
  const open = tasks.filter(({ revisitedAt }) => revisitedAt === null);
  const missing = open.filter(({ state, limitAt }) => state === 'cancelled' || limitAt <= now);
  const had = made.length + missing.length;
  return {
    planned: tasks.length,
    made: made.length,
    inTime: made.filter(({ revisitedAt, limitAt }) => revisitedAt !== null && revisitedAt <= limitAt).length,
    pending: open.length - missing.length,
    coverage: had === 0 ? null : made.length / had,
    missing,
  };
}
