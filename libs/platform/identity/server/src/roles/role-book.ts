/** Roles as the guard uses them: from roles to permissions, the widest scope of any role winning (IDN-2). Pure. */
import type { Scope } from '@bihuan/plugin-kit';
import type { RoleData } from '@bihuan/identity-contract';

const WIDTH: Readonly<Record<Scope, number>> = { own: 0, unit: 1, 'unit-and-below': 2, all: 3 };

export class RoleBook {
  private readonly roles: ReadonlyMap<string, RoleData>;
  private readonly byPosition = new Map<string, string[]>();
  private readonly made = new Map<string, ReadonlyMap<string, Scope>>();

  /**
   * @param version of the roles in the database
   * @param every all permissions of the rooms that are loaded, for `*`
   */
  constructor(
    readonly version: number,
    roles: readonly RoleData[],
    private readonly every: readonly string[],
  ) {
    this.roles = new Map(roles.map((role) => [role.id, role]));
    for (const { id, positions } of roles) {
      for (const position of positions) this.byPosition.set(position, [...(this.byPosition.get(position) ?? []), id]);
    }
  }

  has(roleId: string): boolean {
    return this.roles.has(roleId);
  }

  /** Permissions of somebody in this position with these further roles. */
  permissions(position: string, further: readonly string[]): ReadonlyMap<string, Scope> {
    const key = [position, ...[...further].sort()].join('\n');
    const known = this.made.get(key);
    if (known) return known;
    const permissions = new Map<string, Scope>();
    for (const roleId of [...(this.byPosition.get(position) ?? []), ...further]) {
      for (const [granted, scope] of Object.entries(this.roles.get(roleId)?.grants ?? {})) {
        for (const permission of granted === '*' ? this.every : [granted]) {
          const present = permissions.get(permission);
          if (!present || WIDTH[scope] > WIDTH[present]) permissions.set(permission, scope);
        }
      }
    }
    this.made.set(key, permissions);
    return permissions;
  }
}
