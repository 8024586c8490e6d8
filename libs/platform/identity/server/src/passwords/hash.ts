/** Passwords are kept as argon2id, at OWASP's floor: 19 MiB, two passes, about 80 ms (libraries.md). */
import { randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';

// Algorithm 2 is argon2id; the package's const enum cannot be imported under isolatedModules.
const ARGON2ID = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

export const hashPassword = (password: string): Promise<string> => hash(password.normalize('NFKC'), ARGON2ID);

export const verifyPassword = (stored: string, password: string): Promise<boolean> =>
  verify(stored, password.normalize('NFKC'));

let nobody: Promise<string> | undefined;

/** Costs what a real check costs; for users that are not there, so that the time tells nothing (S9). */
export async function verifyNobody(password: string): Promise<false> {
  nobody ??= hashPassword(randomBytes(18).toString('base64'));
  await verifyPassword(await nobody, password);
  return false;
}
