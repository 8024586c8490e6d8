/** One POST to an endpoint: only to an address that was checked, no redirect followed, ten seconds at most (EVT-3, S6). */
import { lookup as lookUp } from 'node:dns/promises';
import type { IncomingMessage, RequestOptions } from 'node:http';
import { request as plainRequest } from 'node:http';
import { request as tlsRequest } from 'node:https';
import type { LookupFunction } from 'node:net';
import { isIP } from 'node:net';
import type { WebhookSettings } from '../webhooks.settings';
import { hostOf, mayReach, targetFault } from './target.rules';

/** An event larger than this is not sent, bytes; the suite's events are a few hundred. */
const LARGEST = 1_000_000;

/** Of an answer so much is read, bytes: only its status matters. */
const READ = 65_536;

export interface Address {
  readonly address: string;
  readonly family: number;
}

/** All addresses of a name, as the machine's resolver tells them. */
export type Resolver = (host: string) => Promise<readonly Address[]>;

export const systemResolver: Resolver = (host) => lookUp(host, { all: true, verbatim: true });

/** What became of a try. `error` is a word of ours: nothing of what the receiver said is kept. */
export interface Outcome {
  readonly ok: boolean;
  readonly status: number | null;
  readonly error: string | null;
}

const failed = (error: string, status: number | null = null): Outcome => ({ ok: false, status, error });

export interface Posting {
  readonly url: string;
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Never throws. @param stop ends it early: the process is going down */
export async function post(
  { url: text, body, headers }: Posting,
  settings: WebhookSettings,
  stop: AbortSignal,
  resolve: Resolver = systemResolver,
): Promise<Outcome> {
  const fault = targetFault(text, settings);
  if (fault) return failed(fault);
  const bytes = Buffer.from(body);
  if (bytes.length > LARGEST) return failed('body-too-large');
  const late = AbortSignal.timeout(settings.timeout);
  const signal = AbortSignal.any([late, stop]);
  const url = new URL(text);
  try {
    const addresses = await orAborted(addressesOf(hostOf(url), resolve), signal);
    // One address inside is enough: whoever owns the name must not choose which of them we take.
    if (addresses.some(({ address }) => !mayReach(address, settings))) return failed('address-inside');
    const trust = settings.authorities && { ca: [...settings.authorities] };
    const status = await send(url, bytes, { headers, signal, lookup: fixed(addresses), ...trust });
    if (status >= 200 && status < 300) return { ok: true, status, error: null };
    return failed(status >= 300 && status < 400 ? 'redirect' : 'status', status);
  } catch (error) {
    return failed(late.aborted ? 'timeout' : wordFor(error));
  }
}

async function addressesOf(host: string, resolve: Resolver): Promise<readonly Address[]> {
  const family = isIP(host);
  if (family !== 0) return [{ address: host, family }];
  const addresses = await resolve(host);
  if (addresses.length === 0) throw Object.assign(new Error('no address'), { code: 'ENOTFOUND' });
  return addresses;
}

/** The connection goes to the addresses that were checked, whatever the name says a moment later. */
const fixed =
  (addresses: readonly Address[]): LookupFunction =>
  (_host, options, done) => {
    const [first] = addresses;
    if (options.all) done(null, [...addresses]);
    else done(null, first?.address ?? '', first?.family);
  };

/** Answers the status; the rest of the answer is read up to a limit and dropped. */
function send(url: URL, bytes: Buffer, options: RequestOptions & { readonly ca?: string[] }): Promise<number> {
  return new Promise((done, broken) => {
    const start = url.protocol === 'https:' ? tlsRequest : plainRequest;
    const request = start(url, {
      ...options,
      method: 'POST',
      // A connection of its own: one kept open would lead to an address checked long ago.
      agent: false,
      headers: { ...options.headers, 'content-length': String(bytes.length) },
    });
    request.on('error', broken);
    request.on('response', (answer) => drained(answer).then(() => done(answer.statusCode ?? 0), broken));
    request.end(bytes);
  });
}

function drained(answer: IncomingMessage): Promise<void> {
  return new Promise((done, broken) => {
    let read = 0;
    answer.on('data', (chunk: Buffer) => {
      read += chunk.length;
      if (read <= READ) return;
      answer.destroy();
      done();
    });
    answer.on('end', done);
    answer.on('error', broken);
  });
}

function orAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((done, broken) => {
    signal.addEventListener('abort', () => broken(signal.reason as Error), { once: true });
    work.then(done, broken);
  });
}

/** Node's codes of failures, in words of ours. */
function wordFor(error: unknown): string {
  const { code, name } = error as { code?: unknown; name?: unknown };
  if (name === 'AbortError') return 'stopped';
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'name-not-found';
  if (code === 'ECONNREFUSED') return 'connection-refused';
  if (typeof code !== 'string') return 'unreachable';
  if (code === 'ERR_TLS_CERT_ALTNAME_INVALID') return 'certificate-other-host';
  if (code === 'CERT_HAS_EXPIRED' || code === 'CERT_NOT_YET_VALID') return 'certificate-expired';
  // Signed by itself, or by an authority that nobody here knows.
  if (/SELF_SIGNED|ISSUER|LEAF_SIGNATURE|UNTRUSTED/.test(code)) return 'certificate-untrusted';
  return /CERT|TLS|SSL|SIGNATURE|EPROTO/.test(code) ? 'tls' : 'unreachable';
}
