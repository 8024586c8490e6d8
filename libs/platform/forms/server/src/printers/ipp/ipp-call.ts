/** One question to a printer: only to the address that was checked, no redirect, limits of time and size (FRM-6, S6). */
import { lookup as lookUp } from 'node:dns/promises';
import type { IncomingMessage } from 'node:http';
import { request } from 'node:http';
import type { Socket } from 'node:net';
import { connect, isIP } from 'node:net';
import type { TLSSocket } from 'node:tls';
import { connect as connectSecure } from 'node:tls';
import type { IppAnswer, IppRequest } from './ipp-message';
import { decodeAnswer, encodeRequest, IppUnreadable } from './ipp-message';
import type { PrinterAddress } from './printer-address';
import { mayBePrinter, printerAddress } from './printer-address';

export interface Printer {
  readonly url: string;
  /** SHA-256 of its certificate, hexadecimal; `null`: an authority must have signed it. */
  readonly fingerprint: string | null;
}

/** Why a printer took nothing, in a word of ours; nothing of what it said is kept. */
export class PrinterFault extends Error {
  constructor(
    readonly code: string,
    /** Trying again cannot help. */
    readonly permanent: boolean,
  ) {
    super(code);
  }
}

/** A whole paper over a slow line, milliseconds. */
const TIME = 60_000;
/** For the connection alone. */
const CONNECT = 10_000;
/** An answer is a few hundred bytes; of a list of jobs some more. */
const READ = 1_000_000;

/** The answer, whatever its status. @throws PrinterFault */
export async function ask(printer: Printer, message: IppRequest, stop: AbortSignal): Promise<IppAnswer> {
  const address = printerAddress(printer.url);
  if (!address) throw new PrinterFault('bad-printer-address', true);
  const signal = AbortSignal.any([AbortSignal.timeout(TIME), stop]);
  try {
    const socket = await open(address, printer.fingerprint);
    try {
      return decodeAnswer(await post(socket, address, encodeRequest(message), signal));
    } finally {
      socket.destroy();
    }
  } catch (error) {
    throw faultOf(error);
  }
}

async function open({ host, port, secure }: PrinterAddress, fingerprint: string | null): Promise<Socket> {
  const [first] = isIP(host) === 0 ? await lookUp(host, { all: true, verbatim: true }) : [{ address: host }];
  if (!first) throw new PrinterFault('printer-not-found', false);
  if (!mayBePrinter(first.address)) throw new PrinterFault('bad-printer-address', true);
  // To the address that was looked at, whatever the name leads to a moment later.
  const where = { host: first.address, port };
  if (!secure) return connected(connect(where), 'connect');
  const name = isIP(host) === 0 ? { servername: host } : {};
  // A printer signs its certificate itself as a rule: then it is the fingerprint that is trusted, and it alone.
  const socket = connectSecure({ ...where, ...name, rejectUnauthorized: fingerprint === null });
  await connected(socket, 'secureConnect');
  if (fingerprint !== null && fingerprintOf(socket) !== fingerprint) {
    socket.destroy();
    throw new PrinterFault('printer-certificate', true);
  }
  return socket;
}

const fingerprintOf = (socket: TLSSocket): string =>
  (socket.getPeerCertificate().fingerprint256 ?? '').replaceAll(':', '').toLowerCase();

function connected<S extends Socket>(socket: S, event: 'connect' | 'secureConnect'): Promise<S> {
  return new Promise((done, broken) => {
    socket.setTimeout(CONNECT, () => socket.destroy(new PrinterFault('printer-unreachable', false)));
    socket.once('error', broken);
    socket.once(event, () => {
      socket.off('error', broken).setTimeout(0);
      done(socket);
    });
  });
}

function post(
  socket: Socket,
  { host, port, path }: PrinterAddress,
  body: Buffer,
  signal: AbortSignal,
): Promise<Buffer> {
  return new Promise((done, broken) => {
    const asked = request({
      createConnection: () => socket,
      method: 'POST',
      path,
      headers: {
        host: `${isIP(host) === 6 ? `[${host}]` : host}:${port}`,
        'content-type': 'application/ipp',
        'content-length': String(body.length),
        'user-agent': 'Bihuan',
      },
      signal,
    });
    asked.on('error', broken);
    asked.on('response', (answer) => readAll(answer).then(done, broken));
    asked.end(body);
  });
}

async function readAll(answer: IncomingMessage): Promise<Buffer> {
  const { statusCode = 0, headers } = answer;
  if (statusCode === 401 || statusCode === 403) throw new PrinterFault('printer-needs-password', true);
  const isIpp = headers['content-type']?.startsWith('application/ipp') ?? false;
  // Also a redirect: what an administrator did not enter is not asked.
  if (statusCode !== 200 || !isIpp) throw new PrinterFault('no-printer-there', statusCode < 500);
  return new Promise((done, broken) => {
    const parts: Buffer[] = [];
    let read = 0;
    answer.on('data', (part: Buffer) => {
      parts.push(part);
      read += part.length;
      if (read > READ) broken(new PrinterFault('no-printer-there', true));
    });
    answer.on('end', () => done(Buffer.concat(parts)));
    answer.on('error', broken);
  });
}

/** Node's codes of failures, in words of ours. */
function faultOf(error: unknown): PrinterFault {
  if (error instanceof PrinterFault) return error;
  const { code } = error as { code?: unknown };
  if (error instanceof IppUnreadable) return new PrinterFault('no-printer-there', true);
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return new PrinterFault('printer-not-found', false);
  if (typeof code === 'string' && /CERT|TLS|SSL|SIGNATURE|EPROTO/.test(code))
    return new PrinterFault('printer-certificate', true);
  return new PrinterFault('printer-unreachable', false);
}
