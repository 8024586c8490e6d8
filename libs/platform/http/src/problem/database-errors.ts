/** PostgreSQL's own refusals, by SQLSTATE: what means "gone for the moment", and what means "such input cannot be stored". */
import { types } from 'node:util';

export type DatabaseTrouble = 'unavailable' | 'bad-input' | 'already-exists' | 'unknown-reference';

/** Node's connection errors. */
const NETWORK = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ETIMEDOUT',
  'EPIPE',
  'EHOSTUNREACH',
  'ENOENT',
]);

/** What pg and pg-pool say without any code (pg 8.23, pg-pool 3). */
const SAID = new Set([
  'timeout exceeded when trying to connect',
  'Connection terminated due to connection timeout',
  'Connection terminated unexpectedly',
  'Connection terminated',
  'Client has encountered a connection error and is not queryable',
  'Cannot use a pool after calling end on the pool',
]);

/** SQLSTATEs that a later try may survive: shut down, starting, deadlock, serialisation, statement or lock timeout. */
const PASSING = new Set(['57P01', '57P02', '57P03', '57014', '55P03', '40001', '40P01']);

/** `undefined` where the error is none of the database's known ways. */
export function databaseTrouble(error: unknown): DatabaseTrouble | undefined {
  // Node's own network errors are of another realm where a test runs the suite in a sandbox.
  if (!(error instanceof Error) && !types.isNativeError(error)) return undefined;
  const driver = (error as { driverError?: unknown }).driverError;
  if (driver !== undefined && driver !== error) return databaseTrouble(driver);
  const { errors } = error as { errors?: unknown };
  if (Array.isArray(errors) && errors.length > 0) return databaseTrouble(errors[0]);
  const { code } = error as { code?: unknown };
  if (SAID.has(error.message)) return 'unavailable';
  if (typeof code !== 'string') return undefined;
  // ENOENT is a missing socket file only where it comes from connecting.
  if (NETWORK.has(code))
    return code !== 'ENOENT' || (error as { syscall?: string }).syscall === 'connect' ? 'unavailable' : undefined;
  if (!/^[0-9A-Z]{5}$/.test(code)) return undefined;
  if (PASSING.has(code) || code.startsWith('08') || code.startsWith('53')) return 'unavailable';
  if (code.startsWith('22')) return 'bad-input';
  if (code === '23505') return 'already-exists';
  if (code === '23503') return 'unknown-reference';
  return undefined;
}
