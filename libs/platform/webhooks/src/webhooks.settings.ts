/** Where webhooks may go; read once from the environment (EVT-3). */
import { BlockList, isIP } from 'node:net';

export interface WebhookSettings {
  /** In production: https only, and no address inside the house but those allowed. */
  readonly production: boolean;
  /** `SUITE_WEBHOOK_NETWORKS`: networks inside the house that webhooks may reach in production. */
  readonly allowed: BlockList;
  /** From looking the name up to the end of the answer, milliseconds. */
  readonly timeout: number;
}

const TIMEOUT = 10_000;

export const WEBHOOK_SETTINGS = Symbol('webhook settings');

/** @throws where a network of `SUITE_WEBHOOK_NETWORKS` cannot be read: a mistake there would open or shut the wrong door */
export function webhookSettings(env: NodeJS.ProcessEnv, production: boolean): WebhookSettings {
  const allowed = new BlockList();
  for (const network of (env['SUITE_WEBHOOK_NETWORKS'] ?? '').split(',').map((text) => text.trim())) {
    if (network) allow(allowed, network);
  }
  return { production, allowed, timeout: TIMEOUT };
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
