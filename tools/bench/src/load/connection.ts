/**
 * One kept-alive HTTP/1.1 connection, one request at a time. The load generator shares the cores with what it measures,
 * so it does only what our servers' answers need: a status line, headers with a length, a body.
 */
import { connect, type Socket } from 'node:net';

export interface Answer {
  readonly status: number;
  readonly body: Buffer;
}

export interface CallOptions {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly path: string;
  readonly token?: string;
  readonly body?: unknown;
  /** What is to be done with a good answer. */
  readonly done?: (answer: Answer) => void;
}

const END_OF_HEADERS = '\r\n\r\n';

export class Connection {
  private received: Buffer = Buffer.alloc(0);
  private waiting: { done(answer: Answer): void; fail(error: Error): void } | undefined;

  private constructor(
    private readonly socket: Socket,
    private readonly host: string,
  ) {
    socket.setNoDelay(true);
    socket.on('data', (bytes) => this.take(bytes));
    socket.on('error', (error) => this.waiting?.fail(error));
    socket.on('close', () => this.waiting?.fail(new Error('The server closed the connection.')));
  }

  /** @param url `http://127.0.0.1:3000` */
  static open(url: string): Promise<Connection> {
    const { hostname, port, host } = new URL(url);
    return new Promise((done, fail) => {
      const socket = connect({ host: hostname, port: Number(port) });
      socket.once('error', fail);
      socket.once('connect', () => done(new Connection(socket, host)));
    });
  }

  /** Sends and waits for the whole answer. */
  call({ method, path, token, body }: CallOptions): Promise<Answer> {
    const text = body === undefined ? '' : JSON.stringify(body);
    const headers = [
      `${method} ${path} HTTP/1.1`,
      `host: ${this.host}`,
      ...(token ? [`authorization: Bearer ${token}`] : []),
      ...(text ? ['content-type: application/json', `content-length: ${Buffer.byteLength(text)}`] : []),
    ];
    return new Promise((done, fail) => {
      this.waiting = { done, fail };
      this.socket.write(`${headers.join('\r\n')}${END_OF_HEADERS}${text}`);
    });
  }

  close(): void {
    this.waiting = undefined;
    this.socket.destroy();
  }

  private take(bytes: Buffer): void {
    this.received = this.received.length === 0 ? bytes : Buffer.concat([this.received, bytes]);
    const end = this.received.indexOf(END_OF_HEADERS);
    if (end < 0) return;
    const headers = this.received.toString('latin1', 0, end);
    const [, length] = /\r\ncontent-length: *(\d+)/i.exec(headers) ?? [];
    const from = end + END_OF_HEADERS.length;
    if (length === undefined) return this.waiting?.fail(new Error(`An answer without a length:\n${headers}`));
    if (this.received.length < from + Number(length)) return;
    const body = this.received.subarray(from, from + Number(length));
    this.received = Buffer.alloc(0);
    const { waiting } = this;
    this.waiting = undefined;
    waiting?.done({ status: Number(headers.slice(9, 12)), body });
  }
}
