/** Logging in and out, and changing one's password (IDN-1, S8, S9). */
import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { UserActor } from '@bihuan/plugin-kit';
import { commonErrors, systemActor } from '@bihuan/plugin-kit';
import { realNow } from '@bihuan/clock';
import { Recorder } from '@bihuan/audit';
import type { Transaction } from '@bihuan/database';
import { UnitOfWork } from '@bihuan/database';
import { SessionStore } from '../data/session.store';
import type { UserRow } from '../data/user.store';
import { userStore } from '../data/user.store';
import { atField, identityErrors } from '../identity.errors';
import { hashPassword, verifyNobody, verifyPassword } from '../passwords/hash';
import { passwordFault, SHORTEST } from '../passwords/rules';
import { Attempts } from '../sessions/attempts';
import { newToken, tokenHash } from '../sessions/token';

/** How long a device stays known: half a year. */
const DEVICE_KNOWN = 180 * 24 * 3_600_000;

/** Attempts on names that are nobody's are audited under this subject. */
const NOBODY = '00000000-0000-0000-0000-000000000000';

export interface Came {
  readonly ip: string;
  readonly requestId: string;
  /** Token of the device cookie, where there is one. */
  readonly device?: string | undefined;
}

export interface Opened {
  readonly token: string;
  readonly expiresAt: Date;
  /** A new device to be remembered by the browser. */
  readonly device?: { readonly token: string; readonly expiresAt: Date };
}

@Injectable()
export class LogIn {
  constructor(
    private readonly work: UnitOfWork,
    private readonly sessions: SessionStore,
    private readonly attempts: Attempts,
    private readonly recorder: Recorder,
  ) {}

  /** Opens a session with a new token; the same refusal, after the same time, whatever was wrong. */
  async logIn(username: string, password: string, came: Came): Promise<Opened> {
    const user = await userStore.byName(this.work, username);
    const device = await this.knownDevice(user, came.device);
    const right = await this.attempts.count({ username, ip: came.ip, knownDevice: device }, async () => {
      const matches = await (user ? verifyPassword(user.password_hash, password) : verifyNobody(password));
      return matches && user?.disabled_at === null;
    });
    if (!user || !right) {
      await this.noteRefusal(user, came);
      throw identityErrors['log-in-refused']();
    }
    return this.work.run(asActor(user, came), async (tx) => {
      const session = await this.sessions.open(tx, user.id, came.ip);
      await this.recorder.record(tx, {
        subject: userSubject(user.id),
        action: 'logged-in',
        data: { sessionId: session.id },
      });
      return { ...session, ...(device ? {} : { device: await this.rememberDevice(tx, user.id) }) };
    });
  }

  async logOut(actor: UserActor, sessionId: string): Promise<void> {
    await this.work.run(actor, async (tx) => {
      await this.sessions.revoke(tx, sessionId);
      await this.recorder.record(tx, { subject: userSubject(actor.userId), action: 'logged-out', data: { sessionId } });
    });
  }

  /** Ends all sessions of the user and answers a new one (ASVS 7.4.3). */
  async changePassword(actor: UserActor, current: string, next: string, came: Came): Promise<Opened> {
    const user = await userStore.byId(this.work, actor.userId);
    if (!user) throw commonErrors['not-found']();
    const right = await this.attempts.count(
      { username: user.username, ip: came.ip, knownDevice: `own-${user.id}` },
      () => verifyPassword(user.password_hash, current),
    );
    if (!right) throw atField('wrong-password', '/current');
    checkPassword(next, user, '/next');
    if (next === current) throw atField('password-unchanged', '/next');
    const passwordHash = await hashPassword(next);
    return this.work.run(actor, async (tx) => {
      await userStore.setPassword(tx, user.id, passwordHash, false);
      await this.sessions.revokeAll(tx, user.id);
      await this.recorder.record(tx, { subject: userSubject(user.id), action: 'password-changed' });
      return this.sessions.open(tx, user.id, came.ip);
    });
  }

  private async knownDevice(user: UserRow | undefined, token: string | undefined): Promise<string | undefined> {
    const hash = token === undefined ? undefined : tokenHash(token);
    if (!user || !hash) return undefined;
    const known = await this.work.query(
      'select 1 from identity.known_device where token_hash = $1 and user_id = $2 and expires_at > $3',
      [hash, user.id, realNow()],
    );
    return known.length > 0 ? createHash('sha256').update(hash).digest('hex') : undefined;
  }

  private async rememberDevice(tx: Transaction, userId: string): Promise<{ token: string; expiresAt: Date }> {
    const token = newToken();
    const expiresAt = new Date(realNow().getTime() + DEVICE_KNOWN);
    await tx.query('insert into identity.known_device (token_hash, user_id, expires_at) values ($1, $2, $3)', [
      tokenHash(token),
      userId,
      expiresAt,
    ]);
    return { token, expiresAt };
  }

  /** Written for unknown names as well: it must not take longer where the user exists. */
  private async noteRefusal(user: UserRow | undefined, { ip, requestId }: Came): Promise<void> {
    await this.work.run(systemActor('log-in'), (tx) =>
      this.recorder.record(tx, {
        subject: userSubject(user?.id ?? NOBODY),
        action: 'log-in-refused',
        data: { ip, requestId },
      }),
    );
  }
}

export const userSubject = (id: string) => ({ module: 'identity', kind: 'user', id });

/** Throws 422 at the field where the password breaks a rule. */
export function checkPassword(
  password: string,
  user: Pick<UserRow, 'username' | 'name' | 'staff_number'>,
  field: string,
): void {
  const fault = passwordFault(password, [user.username, user.name, user.staff_number]);
  if (fault) throw atField(fault, field, { length: SHORTEST });
}

/** The person while he logs in: named in the audit log, allowed nothing yet. */
const asActor = (user: UserRow, { ip, requestId }: Came): UserActor => ({
  kind: 'user',
  userId: user.id,
  employeeId: user.employee_id,
  name: user.name,
  unitId: user.unit_id,
  unitsBelow: [user.unit_id],
  permissions: new Map(),
  ip,
  requestId,
});
