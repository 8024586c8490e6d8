/** AES-256-GCM over JSON: what stands in audit, timeline, outbox and filed papers for a customer (CUS-5). */
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

const IV = 12;
const TAG = 16;

/** A fresh 256-bit key. */
export const newKey = (): Buffer => randomBytes(32);

/** iv ‖ tag ‖ ciphertext. */
export function encryptBytes(key: Buffer, plain: Uint8Array): Buffer {
  const iv = randomBytes(IV);
  const cipher = createCipheriv('aes-256-gcm', key, iv);
  const body = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), body]);
}

export function decryptBytes(key: Buffer, sealed: Buffer): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, IV));
  decipher.setAuthTag(sealed.subarray(IV, IV + TAG));
  return Buffer.concat([decipher.update(sealed.subarray(IV + TAG)), decipher.final()]);
}

export const encryptJson = (key: Buffer, value: unknown): Buffer =>
  encryptBytes(key, Buffer.from(JSON.stringify(value)));

export const decryptJson = (key: Buffer, sealed: Buffer): unknown =>
  JSON.parse(decryptBytes(key, sealed).toString('utf8'));

/**
 * The key of a paper on which several customers stand: it can be made only while every one of their keys exists, so
 * erasing any of them erases the paper (CUS-5, ADR on crypto-erasure).
 */
export function combineKeys(keys: readonly Buffer[]): Buffer {
  if (keys.length === 1) return keys[0] as Buffer;
  const sorted = [...keys].sort(Buffer.compare);
  return Buffer.from(hkdfSync('sha256', Buffer.concat(sorted), Buffer.alloc(0), 'bihuan filed paper', 32));
}
