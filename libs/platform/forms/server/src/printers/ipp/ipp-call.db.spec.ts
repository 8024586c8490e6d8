/** Questions to what is no printer: nothing is followed, nothing is kept, nothing hangs (FRM-6, S6). */
import type { ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ask } from './ipp-call';
import { OPERATION } from './ipp-message';

const LIMIT = 30_000;
const never = new AbortController().signal;

describe('S6 only printers are asked', () => {
  it(
    'FRM-6 S6 what answers like a web server, sends elsewhere or never ends is no printer',
    async () => {
      let hits = 0;
      const elsewhere = createServer((_request, response) => {
        hits++;
        response.end('SECRET');
      });
      await new Promise<void>((done) => elsewhere.listen(0, '127.0.0.1', done));
      const target = `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}/`;
      const answers: ((response: ServerResponse) => void)[] = [
        (response) => response.writeHead(307, { location: target }).end(),
        (response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<p>SECRET</p>'),
        (response) => response.writeHead(200, { 'content-type': 'application/ipp' }).end('short'),
        (response) => response.writeHead(200, { 'content-type': 'application/ipp' }).end(Buffer.alloc(2_000_000, 2)),
        (response) => response.writeHead(401, { 'www-authenticate': 'Basic' }).end(),
      ];
      let next = 0;
      const server = createServer((request, response) => {
        request.resume();
        request.on('end', () => answers[next++]?.(response));
      });
      await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
      const url = `ipp://127.0.0.1:${(server.address() as AddressInfo).port}/x`;
      const faults: unknown[] = [];
      while (next < answers.length) {
        const asked = ask({ url, fingerprint: null }, { operation: OPERATION.getJobs, id: 1, attributes: [] }, never);
        faults.push(await asked.catch((error: { code: string; permanent: boolean }) => [error.code, error.permanent]));
      }
      expect(faults).toEqual([...Array(4).fill(['no-printer-there', true]), ['printer-needs-password', true]]);
      expect(hits).toBe(0);
      await Promise.all(
        [server, elsewhere].map((one) => (one.closeAllConnections(), new Promise((done) => one.close(done)))),
      );
    },
    LIMIT,
  );
});
