/** What an endpoint's address may look like, decided before any name is looked up (EVT-3). */
import { isIP } from 'node:net';
import type { WebhookSettings } from '../webhooks.settings';
import { isIn, isPublicAddress } from './address.rules';

/** Why an address is refused; the words stand in `TARGET_WORDS`. */
export type TargetFault = 'bad-url' | 'https-only' | 'url-credentials' | 'url-fragment' | 'address-inside';

export const TARGET_WORDS: Readonly<Record<TargetFault, string>> = {
  'bad-url': '请填写完整网址。 / A whole address such as https://example.org/hook.',
  'https-only': '生产环境只允许 https。 / In production the address begins with https://.',
  'url-credentials': '网址中不得含用户名和密码。 / The address must hold no user and no password.',
  'url-fragment': '网址中不得含 # 之后的部分。 / The address must hold no part after #.',
  'address-inside':
    '该地址属于内部网络，未列入 SUITE_WEBHOOK_NETWORKS。 / The address is inside the house and not in SUITE_WEBHOOK_NETWORKS.',
};

/** What is wrong with the address, `undefined` where nothing is. Names are looked up when something is sent. */
export function targetFault(text: string, settings: WebhookSettings): TargetFault | undefined {
  if (!URL.canParse(text)) return 'bad-url';
  const url = new URL(text);
  if (!['http:', 'https:'].includes(url.protocol)) return 'bad-url';
  if (url.protocol === 'http:' && settings.production) return 'https-only';
  if (url.username || url.password) return 'url-credentials';
  if (url.hash) return 'url-fragment';
  const host = hostOf(url);
  if (/(^|\.)localhost\.?$/i.test(host) && !mayReach('127.0.0.1', settings)) return 'address-inside';
  return isIP(host) !== 0 && !mayReach(host, settings) ? 'address-inside' : undefined;
}

/** May a webhook connect to this address? Outside production to any: there the receiver is on the developer's machine. */
export const mayReach = (address: string, { production, allowed }: WebhookSettings): boolean =>
  !production || isPublicAddress(address) || isIn(allowed, address);

/** The host without the brackets of an IPv6 address. */
export const hostOf = (url: URL): string => url.hostname.replace(/^\[(.*)\]$/, '$1');
