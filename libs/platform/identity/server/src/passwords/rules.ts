/** What a password must be: long enough, not a common one, not the person's own name; no composition rules (ASVS 6.2). */
import { randomBytes } from 'node:crypto';
import { COMMON_PASSWORDS } from './common-passwords';

export const SHORTEST = 8;

export type PasswordFault = 'password-too-short' | 'password-common' | 'password-personal';

/** @param person user name, name, staff number: none may stand in the password */
export function passwordFault(password: string, person: readonly string[]): PasswordFault | undefined {
  const text = password.normalize('NFKC');
  if ([...text].length < SHORTEST) return 'password-too-short';
  const plain = text.toLowerCase();
  if (COMMON_PASSWORDS.has(plain) || new Set(plain).size < 4) return 'password-common';
  return person.some((word) => [...word].length >= 2 && plain.includes(word.toLowerCase()))
    ? 'password-personal'
    : undefined;
}

/** A first password: 80 random bits, readable over the phone. */
export function randomPassword(): string {
  const letters = 'abcdefghjkmnpqrstuvwxyz23456789';
  // 31 letters: bytes past the last whole multiple would favour the first letters.
  const usable = 256 - (256 % letters.length);
  let text = '';
  while (text.length < 16) {
    for (const byte of randomBytes(32)) if (byte < usable && text.length < 16) text += letters[byte % letters.length];
  }
  return text.replace(/(.{4})(?=.)/g, '$1-');
}
