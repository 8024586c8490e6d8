/** Signatures after Standard Webhooks: HMAC-SHA256 over `id.timestamp.body` (EVT-3). */
import { createHmac, randomBytes } from 'node:crypto';

const PREFIX = 'whsec_';
const BYTES = 32;

/** A fresh secret as it is shown to the administrator, once. */
export const newSecret = (): string => PREFIX + randomBytes(BYTES).toString('base64');

export interface SignedHeaders {
  readonly 'webhook-id': string;
  readonly 'webhook-timestamp': string;
  readonly 'webhook-signature': string;
}

/**
 * @param secrets as shown; while a secret is being changed two are good, and the receiver may check either
 * @param at when it is sent, real time: the receiver compares it with his clock
 */
export function signed(id: string, at: Date, body: string, secrets: readonly string[]): SignedHeaders {
  const timestamp = String(Math.floor(at.getTime() / 1_000));
  const text = `${id}.${timestamp}.${body}`;
  return {
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': secrets.map((secret) => `v1,${mac(secret, text)}`).join(' '),
  };
}

const mac = (secret: string, text: string): string =>
  createHmac('sha256', Buffer.from(secret.slice(PREFIX.length), 'base64'))
    .update(text)
    .digest('base64');
