/** Opaque tokens of 256 bits; only their SHA-256 is stored, so that whoever reads the table has no session (S8). */
import { createHash, randomBytes } from 'node:crypto';

export const newToken = (): string => randomBytes(32).toString('base64url');

const TOKEN = /^[A-Za-z0-9_-]{43}$/;

/** `undefined` where it cannot be one of ours: no need to ask the database. */
export const tokenHash = (token: string): Buffer | undefined =>
  TOKEN.test(token) ? createHash('sha256').update(token).digest() : undefined;
