/** As whom servers run: never as root; then as `postgres` where that user exists, else as nobody. */
import { readFileSync } from 'node:fs';

const NOBODY = { uid: 65534, gid: 65534 };

/** `{ uid, gid }` of the user without rights, or undefined where we are not root and children run as ourselves. */
export function unprivilegedUser() {
  if (process.getuid?.() !== 0) return undefined;
  const entry = /^postgres:[^:]*:(\d+):(\d+):/m.exec(readFileSync('/etc/passwd', 'utf8'));
  return entry ? { uid: Number(entry[1]), gid: Number(entry[2]) } : NOBODY;
}
