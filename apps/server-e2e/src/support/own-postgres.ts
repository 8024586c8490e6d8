/** A PostgreSQL that can be taken away from a running suite and given back. */
import { commanded } from './commanded';

export interface OwnPostgres {
  readonly url: string;
  /** Ends it at once, as a crash does. */
  stop(): Promise<void>;
  start(): Promise<void>;
  close(): Promise<void>;
}

export async function ownPostgres(): Promise<OwnPostgres> {
  const { url, command, close } = await commanded('postgres-process.mjs');
  return { url, stop: () => command('stop', 'stopped'), start: () => command('start', 'started'), close };
}
