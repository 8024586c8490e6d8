/** Closed-loop load: some connections, each asking again as soon as it was answered. */
import { Connection, type CallOptions } from './connection';

export interface Load {
  readonly url: string;
  readonly connections: number;
  /** The next request, or nothing when it is enough. */
  next(): CallOptions | undefined;
  /** The status every answer must have; another one ends the measurement. */
  readonly expect: number;
}

export interface Driven {
  /** Answers a second. */
  readonly rate: number;
  /** Time of each answer, milliseconds. */
  readonly times: readonly number[];
}

/** Puts load on a server until `next` gives no more. Throws on the first answer of another status. */
export async function drive({ url, connections, next, expect }: Load): Promise<Driven> {
  const lines = await Promise.all(Array.from({ length: connections }, () => Connection.open(url)));
  const times: number[] = [];
  const start = performance.now();
  try {
    await Promise.all(
      lines.map(async (line) => {
        for (let request = next(); request; request = next()) {
          const sent = performance.now();
          const answer = await line.call(request);
          times.push(performance.now() - sent);
          if (answer.status !== expect) {
            throw new Error(`${request.method} ${request.path} answered ${answer.status}: ${answer.body.toString()}`);
          }
          request.done?.(answer);
        }
      }),
    );
  } finally {
    for (const line of lines) line.close();
  }
  const seconds = (performance.now() - start) / 1_000;
  return { rate: times.length / seconds, times };
}

/** Gives each of the requests once. */
export function each(requests: readonly CallOptions[]): () => CallOptions | undefined {
  let index = 0;
  return () => requests[index++];
}

/** Gives requests for so many seconds, counted from the first. */
export function during(seconds: number, request: (index: number) => CallOptions): () => CallOptions | undefined {
  let until: number | undefined;
  let index = 0;
  return () => {
    until ??= performance.now() + seconds * 1_000;
    return performance.now() < until ? request(index++) : undefined;
  };
}
