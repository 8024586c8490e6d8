/** Where webhooks may go; read once from the environment (EVT-3). */
import { existsSync, readFileSync } from 'node:fs';
import { BlockList, isIP } from 'node:net';
import { rootCertificates } from 'node:tls';

export interface WebhookSettings {
  /** In production: https only, and no address inside the house but those allowed. */
  readonly production: boolean;
  /** `SUITE_WEBHOOK_NETWORKS`: networks inside the house that webhooks may reach in production. */
  readonly allowed: BlockList;
  /** `SUITE_WEBHOOK_CA`: the usual authorities and the house's own, PEM; absent where only the usual are trusted. */
  readonly authorities?: readonly string[];
  /** From looking the name up to the end of the answer, milliseconds. */
  readonly timeout: number;
}

const TIMEOUT = 10_000;

export const WEBHOOK_SETTINGS = Symbol('webhook settings');

/** @throws where a network of `SUITE_WEBHOOK_NETWORKS` or the file of `SUITE_WEBHOOK_CA` cannot be read: a mistake there would open or shut the wrong door */
export function webhookSettings(env: NodeJS.ProcessEnv, production: boolean): WebhookSettings {
  const allowed = new BlockList();
  for (const network of (env['SUITE_WEBHOOK_NETWORKS'] ?? '').split(',').map((text) => text.trim())) {
    if (network) allow(allowed, network);
  }
  const own = env['SUITE_WEBHOOK_CA'];
  return {
    production,
    allowed,
    timeout: TIMEOUT,
    ...(own ? { authorities: [...rootCertificates, authority(own)] } : {}),
  };
}

function authority(file: string): string {
  const pem = existsSync(file) ? readFileSync(file, 'utf8') : '';
  if (pem.includes('-----BEGIN CERTIFICATE-----')) return pem;
  throw new Error(`SUITE_WEBHOOK_CA: ${file} holds no certificate; name a PEM file with those of your authorities.`);
}

function allow(list: BlockList, network: string): void {
  const [address = '', bits, more] = network.split('/');
  const family = isIP(address);
  const most = family === 4 ? 32 : 128;
  const prefix = bits === undefined ? most : /^\d{1,3}$/.test(bits) ? Number(bits) : NaN;
  if (family === 0 || more !== undefined || !(prefix <= most)) {
    throw new Error(`SUITE_WEBHOOK_NETWORKS: "${network}" is no network; write such as 10.1.0.0/16 or 192.168.7.9.`);
  }
  list.addSubnet(address, prefix, family === 4 ? 'ipv4' : 'ipv6');
}
