/** Somebody else's server: notes what it gets and answers as it is told. */
import type { IncomingHttpHeaders, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Got {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  /** `round` of the event's payload. */
  readonly round: number;
  readonly json: Readonly<Record<string, unknown>>;
}

export interface Receiver {
  readonly url: string;
  readonly port: number;
  readonly got: Got[];
  /** What it answers; 204 unless set. `hang`: nothing at all. */
  answer: (got: Got, reply: ServerResponse) => number | 'hang' | 'answered';
  rounds(): number[];
  close(): Promise<void>;
}

export async function receiver(): Promise<Receiver> {
  const got: Got[] = [];
  const server = createServer((request, reply) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString('utf8');
      const json = JSON.parse(body) as { payload: { round: number } };
      const one = { headers: request.headers, body, json: { ...json }, round: json.payload.round };
      got.push(one);
      const answer = self.answer(one, reply);
      if (typeof answer === 'number') reply.writeHead(answer).end();
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  const self: Receiver = {
    url: `http://127.0.0.1:${port}/hook`,
    port,
    got,
    answer: () => 204,
    rounds: () => got.map(({ round }) => round),
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
  return self;
}
