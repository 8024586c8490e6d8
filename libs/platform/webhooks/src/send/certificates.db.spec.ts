/** Receivers whose certificate is wrong: nothing is sent to them, and the delivery says what is wrong (EVT-3). */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Certificates, HOST, makeCertificates } from '../test/certificates';
import { webhookSettings } from '../webhooks.settings';
import type { Outcome } from './post';
import { post } from './post';

let certificates: Certificates;
let folder: string;
beforeAll(async () => {
  certificates = await makeCertificates();
  folder = mkdtempSync(join(tmpdir(), 'certificates-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** A file with this text. */
function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const never = new AbortController().signal;

/** What becomes of a post to `host`, and how many requests its server got. @param own the house's authority is trusted */
async function tried(certificate: 'good' | 'expired', host: string, own: boolean): Promise<Outcome & { got: number }> {
  let got = 0;
  const server = createServer({ ...certificates[certificate] }, (_request, reply) => {
    got++;
    reply.writeHead(204).end();
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  const env = {
    SUITE_WEBHOOK_NETWORKS: '127.0.0.0/8',
    ...(own ? { SUITE_WEBHOOK_CA: file('ca.pem', certificates.authority) } : {}),
  };
  try {
    const outcome = await post(
      { url: `https://${host}:${port}/hook`, body: '{}', headers: {} },
      webhookSettings(env, true),
      never,
      () => Promise.resolve([{ address: '127.0.0.1', family: 4 }]),
    );
    return { ...outcome, got };
  } finally {
    await new Promise((done) => {
      server.close(done);
      server.closeAllConnections();
    });
  }
}

it.each([
  ['certificate-untrusted', 'good', HOST, false],
  ['certificate-expired', 'expired', HOST, true],
  ['certificate-other-host', 'good', 'other.example.org', true],
] as const)('EVT-3 %s: nothing is sent', async (error, certificate, host, own) => {
  expect(await tried(certificate, host, own)).toEqual({ ok: false, status: null, error, got: 0 });
});

it('EVT-3 a certificate of the house’s own authority is good where the settings name it', async () => {
  expect(await tried('good', HOST, true)).toEqual({ ok: true, status: 204, error: null, got: 1 });
});

it('EVT-3 a file without a certificate is refused at the start', () => {
  expect(() => webhookSettings({ SUITE_WEBHOOK_CA: file('key.pem', certificates.good.key) }, true)).toThrow(
    'SUITE_WEBHOOK_CA',
  );
  expect(() => webhookSettings({ SUITE_WEBHOOK_CA: '/nowhere.pem' }, true)).toThrow('SUITE_WEBHOOK_CA');
});
