/** User administration: making users, shutting them out, giving them a new first password or other roles (IDN-1). */
import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { UserActor } from '@bihuan/plugin-kit';
import { commonErrors } from '@bihuan/plugin-kit';
import { realNow } from '@bihuan/clock';
import { Recorder } from '@bihuan/audit';
import type { Transaction } from '@bihuan/database';
import { UnitOfWork } from '@bihuan/database';
import { Org } from '@bihuan/org';
import type { NewUser } from '@bihuan/identity-contract';
import { SessionStore } from '../data/session.store';
import type { UserRow } from '../data/user.store';
import { userStore } from '../data/user.store';
import { atField, identityErrors } from '../identity.errors';
import { checkPassword, userSubject } from '../login/log-in';
import { hashPassword } from '../passwords/hash';
import { randomPassword } from '../passwords/rules';
import { Roles } from '../roles/roles';

@Injectable()
export class Users {
  constructor(
    private readonly work: UnitOfWork,
    private readonly org: Org,
    private readonly roles: Roles,
    private readonly sessions: SessionStore,
    private readonly recorder: Recorder,
  ) {}

  list(after: string | undefined, limit: number): Promise<UserRow[]> {
    return userStore.list(this.work, after, limit);
  }

  /** Answers the id, and the first password where the suite made it: it is shown this once. */
  async add(actor: UserActor, user: NewUser): Promise<{ id: string; firstPassword?: string }> {
    const employee = await this.org.employee(user.employeeId);
    if (!employee) throw atField('unknown-employee', '/employeeId');
    await this.checkRoles(user.roles ?? []);
    const person = { username: user.username, name: employee.name, staff_number: employee.staffNumber };
    if (user.password !== undefined) checkPassword(user.password, person, '/password');
    const password = user.password ?? randomPassword();
    const passwordHash = await hashPassword(password);
    return this.work.run(actor, async (tx) => {
      await tx.query('select 1 from identity.state for update');
      await this.checkFree(tx, user);
      const id = randomUUID();
      await userStore.insert(tx, {
        id,
        username: user.username,
        employeeId: employee.id,
        passwordHash,
        mustChange: true,
      });
      await userStore.setRoles(tx, id, user.roles ?? []);
      await this.recorder.record(tx, {
        subject: userSubject(id),
        action: 'user-added',
        data: { employeeId: employee.id, roles: user.roles ?? [] },
      });
      return { id, ...(user.password === undefined ? { firstPassword: password } : {}) };
    });
  }

  /** From the next request on the user is shut out; his sessions are over. */
  async disable(actor: UserActor, id: string): Promise<void> {
    if (id === actor.userId) throw identityErrors['not-oneself']();
    await this.change(actor, id, 'user-disabled', async (tx) => {
      await userStore.setDisabled(tx, id, realNow());
      await this.sessions.revokeAll(tx, id);
    });
  }

  async enable(actor: UserActor, id: string): Promise<void> {
    await this.change(actor, id, 'user-enabled', (tx) => userStore.setDisabled(tx, id, null));
  }

  /** All sessions of the user are over, on all devices. */
  async endSessions(actor: UserActor, id: string): Promise<void> {
    await this.change(actor, id, 'sessions-ended', (tx) => this.sessions.revokeAll(tx, id));
  }

  /** A new first password, given or made; it must be changed, and all sessions are over. */
  async resetPassword(actor: UserActor, id: string, given: string | undefined): Promise<string | undefined> {
    const user = await userStore.byId(this.work, id);
    if (!user) throw commonErrors['not-found']();
    if (given !== undefined) checkPassword(given, user, '/password');
    const password = given ?? randomPassword();
    const passwordHash = await hashPassword(password);
    await this.change(actor, id, 'password-reset', async (tx) => {
      await userStore.setPassword(tx, id, passwordHash, true);
      await this.sessions.revokeAll(tx, id);
    });
    return given === undefined ? password : undefined;
  }

  /** Roles beside those of the position; in force from the next request on. */
  async setRoles(actor: UserActor, id: string, roles: readonly string[]): Promise<void> {
    await this.checkRoles(roles);
    await this.change(actor, id, 'roles-set', (tx) => userStore.setRoles(tx, id, roles), { roles });
  }

  private async change(
    actor: UserActor,
    id: string,
    action: string,
    work: (tx: Transaction) => Promise<void>,
    data: Record<string, unknown> = {},
  ): Promise<void> {
    await this.work.run(actor, async (tx) => {
      if (!(await userStore.byId(tx, id))) throw commonErrors['not-found']();
      await work(tx);
      await this.recorder.record(tx, { subject: userSubject(id), action, data });
    });
  }

  private async checkRoles(roles: readonly string[]): Promise<void> {
    const book = await this.roles.present();
    const unknown = roles.findIndex((role) => !book.has(role));
    if (unknown >= 0) throw atField('unknown-role', `/roles/${unknown}`);
  }

  private async checkFree(tx: Transaction, { username, employeeId }: NewUser): Promise<void> {
    if (await userStore.byName(tx, username)) throw atField('username-taken', '/username');
    const taken = await tx.query('select 1 from identity.app_user where employee_id = $1', [employeeId]);
    if (taken.length > 0) throw atField('employee-has-user', '/employeeId');
  }
}
