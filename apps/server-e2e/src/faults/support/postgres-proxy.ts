/** Stands between the suite and PostgreSQL and cuts a connection just before or after a chosen word passes. */
import type { Socket } from 'node:net';
import { connect, createServer } from 'node:net';

/** Of a transaction: its begin or its commit. */
export interface Cut {
  readonly word: 'START TRANSACTION' | 'COMMIT';
  /** `after`: PostgreSQL did it, and nobody hears of it. */
  readonly side: 'before' | 'after';
}

export interface PostgresProxy {
  readonly url: string;
  /** The next transaction that begins from now on is cut there, once. */
  arm(cut: Cut): void;
  readonly hasCut: boolean;
  close(): Promise<void>;
}

const SIMPLE_QUERY = 'Q';
const COMPLETE = 'C';

/** Splits a stream into messages: a letter, a length, the rest. The first of a client has no letter. */
class Messages {
  private rest = Buffer.alloc(0);

  constructor(private untyped: boolean) {}

  *of(chunk: Buffer): Generator<{ readonly type: string; readonly bytes: Buffer }> {
    this.rest = Buffer.concat([this.rest, chunk]);
    for (;;) {
      const head = this.untyped ? 0 : 1;
      if (this.rest.length < head + 4) return;
      const length = head + this.rest.readInt32BE(head);
      if (this.rest.length < length) return;
      const bytes = this.rest.subarray(0, length);
      this.rest = this.rest.subarray(length);
      yield { type: this.untyped ? '' : String.fromCharCode(bytes[0] ?? 0), bytes };
      this.untyped = false;
    }
  }
}

const textOf = (bytes: Buffer): string => bytes.subarray(5, -1).toString('utf8');

export async function proxyTo(databaseUrl: string): Promise<PostgresProxy> {
  const { hostname, port } = new URL(databaseUrl);
  const sockets = new Set<Socket>();
  let armed: Cut | undefined;
  let chosen: Socket | undefined;
  let hasCut = false;

  const server = createServer((client) => {
    const real = connect(Number(port), hostname);
    for (const socket of [client, real]) {
      socket.setNoDelay(true);
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        sockets.delete(socket);
        client.destroy();
        real.destroy();
      });
    }
    const cutNow = () => {
      [armed, chosen, hasCut] = [undefined, undefined, true];
      client.destroy();
      // What was sent before it goes through; then PostgreSQL sees that nobody is there any more.
      real.end();
    };
    const [asked, answered] = [new Messages(true), new Messages(false)];
    client.on('data', (chunk: Buffer) => {
      for (const { type, bytes } of asked.of(chunk)) {
        const word = armed && type === SIMPLE_QUERY ? textOf(bytes) : undefined;
        if (word === 'START TRANSACTION') chosen ??= client;
        if (word === armed?.word && chosen === client && armed?.side === 'before') return cutNow();
        real.write(bytes);
      }
    });
    real.on('data', (chunk: Buffer) => {
      for (const { type, bytes } of answered.of(chunk)) {
        const done = chosen === client && armed?.side === 'after' && type === COMPLETE && textOf(bytes) === armed.word;
        if (done) return cutNow();
        client.write(bytes);
      }
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  if (typeof address !== 'object' || !address) throw new Error('the proxy has no address');
  const url = new URL(databaseUrl);
  [url.hostname, url.port] = ['127.0.0.1', String(address.port)];
  return {
    url: url.href,
    arm: (cut) => {
      [armed, chosen, hasCut] = [cut, undefined, false];
    },
    get hasCut() {
      return hasCut;
    },
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((done) => server.close(done));
    },
  };
}
