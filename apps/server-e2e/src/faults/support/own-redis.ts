/** A Redis that can be killed and brought back under a running suite, with any settings. */
import { commanded } from '../../support/commanded';

export interface OwnRedis {
  readonly url: string;
  /** SIGKILL. */
  kill(): Promise<void>;
  /** On the same port, with what it kept: `{ appendonly: 'yes' }`. */
  start(settings: Readonly<Record<string, string>>): Promise<void>;
  close(): Promise<void>;
}

export async function ownRedis(): Promise<OwnRedis> {
  const { url, command, close } = await commanded('redis-process.mjs');
  return {
    url,
    kill: () => command('kill', 'killed'),
    start: (settings) => {
      const flags = Object.entries(settings).flatMap(([name, value]) => [`--${name}`, value]);
      return command(['start', ...flags].join(' '), 'started');
    },
    close,
  };
}
