/** Where a printer may be: an `ipp:` or `ipps:` address that an administrator entered, and never what no printer is (FRM-6, S6). */
import { BlockList, isIP } from 'node:net';

export interface PrinterAddress {
  readonly secure: boolean;
  readonly host: string;
  readonly port: number;
  /** Begins with `/`. */
  readonly path: string;
}

/** IANA's port of IPP, with and without TLS. */
const PORT = 631;

/** Nothing but scheme, host, port and path: no user, no query, no fragment. */
const ADDRESS = /^(ipps?):\/\/(\[[0-9a-f:.]+\]|[^\s/:?#@[\]\\]+)(?::(\d{1,5}))?(\/[^\s?#\\]*)?$/i;

/** This network, link-local (where clouds keep their secrets), multicast and reserved addresses. */
const NEVER = new BlockList();
for (const [network, bits] of [
  ['0.0.0.0', 8],
  ['169.254.0.0', 16],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const) {
  NEVER.addSubnet(network, bits, 'ipv4');
}
for (const [network, bits] of [
  ['::', 128],
  ['fe80::', 10],
  ['ff00::', 8],
] as const) {
  NEVER.addSubnet(network, bits, 'ipv6');
}

/** Undefined for what is no address of a printer. */
export function printerAddress(text: string): PrinterAddress | undefined {
  const [, scheme = '', name = '', port, path = '/'] = ADDRESS.exec(text.trim()) ?? [];
  if (!name) return undefined;
  const host = hostOf(name);
  const number = port === undefined ? PORT : Number(port);
  if (host === undefined || number < 1 || number > 65_535) return undefined;
  if (isIP(host) !== 0 && !mayBePrinter(host)) return undefined;
  return { secure: scheme.toLowerCase() === 'ipps', host, port: number, path };
}

/** May this be the address of a printer? Asked again of what a name leads to, each time. */
export function mayBePrinter(address: string): boolean {
  const plain = address.replace(/%.*$/, '');
  const family = isIP(plain);
  return family !== 0 && !NEVER.check(plain, family === 4 ? 'ipv4' : 'ipv6');
}

/** As a browser reads it: `0x7f.1` is 127.0.0.1. */
function hostOf(name: string): string | undefined {
  try {
    return new URL(`http://${name}/`).hostname.replace(/^\[|\]$/g, '') || undefined;
  } catch {
    return undefined;
  }
}
