/** Sets identity up from a pack: roles at every start, users once (IDN-1, IDN-2, api.md Demo data). */
import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { systemActor } from '@bihuan/plugin-kit';
import { Recorder } from '@bihuan/audit';
import { UnitOfWork } from '@bihuan/database';
import { Org } from '@bihuan/org';
import type { RoleData } from '@bihuan/identity-contract';
import { userStore } from './data/user.store';
import { userSubject } from './login/log-in';
import { hashPassword } from './passwords/hash';
import { randomPassword } from './passwords/rules';
import { Roles } from './roles/roles';

/** Password of all demonstration users (api.md Demo data); production has none of them. */
export const DEMO_PASSWORD = 'demo-5S4E';

interface FirstUser {
  readonly username: string;
  readonly staffNumber: string;
}

@Injectable()
export class IdentitySetup {
  constructor(
    private readonly work: UnitOfWork,
    private readonly org: Org,
    private readonly roles: Roles,
    private readonly recorder: Recorder,
  ) {}

  /** The roles of the active pack become those of the database. Several processes may do so at once. */
  async applyRoles(roles: readonly RoleData[]): Promise<void> {
    await this.work.run(systemActor('set-up'), async (tx) => {
      await tx.query('select 1 from identity.state for update');
      await this.roles.replace(tx, roles);
    });
  }

  /** Outside production, where there is no user yet. Answers whether they were made. */
  async addDemoUsers(
    people: readonly { readonly staffNumber: string; readonly user?: string | undefined }[],
  ): Promise<boolean> {
    const users = people.flatMap(({ staffNumber, user }) => (user ? [{ username: user, staffNumber }] : []));
    return this.addFirst(users, () => DEMO_PASSWORD, false);
  }

  /** In production, where there is no user yet: the first one, who makes the others. Answers his password, shown once. */
  async addFirstAdministrator(username: string, staffNumber: string): Promise<string | undefined> {
    const password = randomPassword();
    return (await this.addFirst([{ username, staffNumber }], () => password, true)) ? password : undefined;
  }

  private async addFirst(users: readonly FirstUser[], passwordOf: () => string, mustChange: boolean): Promise<boolean> {
    if (await this.anybody()) return false;
    const byNumber = new Map((await this.org.employees()).map((employee) => [employee.staffNumber, employee.id]));
    const hashes = await Promise.all(users.map(() => hashPassword(passwordOf())));
    return this.work.run(systemActor('set-up'), async (tx) => {
      await tx.query('select 1 from identity.state for update');
      if ((await userStore.list(tx, undefined, 1)).length > 0) return false;
      for (const [index, { username, staffNumber }] of users.entries()) {
        const employeeId = byNumber.get(staffNumber);
        if (!employeeId)
          throw new Error(`There is no employee with the staff number ${staffNumber} for the user "${username}".`);
        const id = randomUUID();
        await userStore.insert(tx, { id, username, employeeId, passwordHash: hashes[index] as string, mustChange });
        await this.recorder.record(tx, {
          subject: userSubject(id),
          action: 'user-added',
          data: { employeeId, roles: [] },
        });
      }
      return true;
    });
  }

  private async anybody(): Promise<boolean> {
    return (await userStore.list(this.work, undefined, 1)).length > 0;
  }
}
