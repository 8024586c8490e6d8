/** Speaks the DevTools protocol over two pipes of the browser's process: no port is open on the machine. */
import type { Readable, Writable } from 'node:stream';
import type { ConnectionTransport } from 'puppeteer-core';

export class PipeTransport implements ConnectionTransport {
  onmessage?: (message: string) => void;
  onclose?: () => void;
  private readonly parts: Buffer[] = [];

  constructor(
    private readonly output: Writable,
    input: Readable,
  ) {
    input.on('data', (chunk: Buffer) => this.receive(chunk));
    input.on('close', () => this.onclose?.());
    // A killed browser breaks the pipe; its end is reported by the process itself.
    input.on('error', () => this.onclose?.());
    output.on('error', () => this.onclose?.());
  }

  send(message: string): void {
    if (this.output.writable) this.output.write(`${message}\0`);
  }

  close(): void {
    this.output.destroy();
  }

  private receive(chunk: Buffer): void {
    let rest = chunk;
    for (let end = rest.indexOf(0); end >= 0; end = rest.indexOf(0)) {
      this.parts.push(rest.subarray(0, end));
      const message = Buffer.concat(this.parts).toString('utf8');
      this.parts.length = 0;
      rest = rest.subarray(end + 1);
      this.onmessage?.(message);
    }
    if (rest.length) this.parts.push(rest);
  }
}
