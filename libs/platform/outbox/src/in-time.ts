/**
 * A handler has this long. One that never settles is given up with its whole transaction: what it does later reaches a
 * transaction that is over, and nobody else's (DLN-2, EVT-1; R15).
 */

/** A handler may take, milliseconds. A handler of ours takes some; what takes seconds has gone wrong. */
export const HANDLER_LIMIT = 10_000;

/** PostgreSQL's query_canceled: a statement ran into the transaction's own limit. */
const CANCELED = '57014';

const isCanceled = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === CANCELED;

/** Gives a transaction's statements the same limit: one that hangs would keep the connection from being given up. */
export const limitStatements = (milliseconds: number): string =>
  `set_config('statement_timeout', '${Math.round(milliseconds)}ms', true)`;

/** @param overdue what is thrown where it does not settle within the limit */
export async function inTime<T>(milliseconds: number, work: () => Promise<T>, overdue: () => Error): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, fail) => {
    timer = setTimeout(() => fail(overdue()), milliseconds);
  });
  try {
    return await Promise.race([work(), late]);
  } catch (error) {
    throw isCanceled(error) ? overdue() : error;
  } finally {
    clearTimeout(timer);
  }
}
