/** A small SMS gateway over HTTP: keeps what it was asked, answers as it is told (NTF-1, NTF-2). */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface AskedSms {
  readonly to: string;
  readonly text: string;
  readonly reference: string;
  /** What it was answered with. */
  readonly status: number;
}

export interface SmsGateway {
  readonly url: string;
  /** In the order of asking, refused ones too. */
  readonly got: readonly AskedSms[];
  /** What the next messages are answered with; 200 at first. */
  status: number;
  /** It answers only when this settles. */
  held: Promise<void>;
  close(): Promise<void>;
}

export async function smsGateway(): Promise<SmsGateway> {
  const got: AskedSms[] = [];
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const { status, held } = gateway;
      got.push({ ...(JSON.parse(Buffer.concat(parts).toString('utf8')) as Omit<AskedSms, 'status'>), status });
      const id = `gw-${got.length}`;
      void held.then(() => {
        response.writeHead(status, { 'content-type': 'application/json' });
        response.end(JSON.stringify({ id }));
      });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const gateway: SmsGateway = {
    url: `http://127.0.0.1:${port}/sms`,
    got,
    status: 200,
    held: Promise.resolve(),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
  return gateway;
}
