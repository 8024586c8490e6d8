/** One-time codes as values: how they are drawn and how a try is compared (DSP-8a). */
import { randomBytes, randomInt, scrypt, timingSafeEqual } from 'node:crypto';

const HASH = 32;

/** So many digits, each as likely as any other. */
export const drawCode = (digits: number): string =>
  Array.from({ length: digits }, () => String(randomInt(0, 10))).join('');

/** Salt ‖ hash: the code itself is kept nowhere. */
export async function hashCode(code: string, salt: Buffer = randomBytes(16)): Promise<Buffer> {
  const hash = await new Promise<Buffer>((resolve, reject) => {
    scrypt(code, salt, HASH, (error, key) => (error ? reject(error) : resolve(key)));
  });
  return Buffer.concat([salt, hash]);
}

export async function isCode(code: string, kept: Buffer): Promise<boolean> {
  const tried = await hashCode(code, kept.subarray(0, kept.length - HASH));
  return timingSafeEqual(tried, kept);
}
