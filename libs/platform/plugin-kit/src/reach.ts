/** How far a permission of a person reaches, in units: the one reading of a scope, for SQL and for single units (IDN-2). */
import type { UserActor } from './actor';

/** Units in which the permission holds; empty for `own`, which reaches single rows only. `undefined`: not granted at all. */
export function reachOf(actor: UserActor, permission: string): 'all' | readonly string[] | undefined {
  const scope = actor.permissions.get(permission);
  switch (scope) {
    case undefined:
    case 'all':
      return scope;
    case 'own':
      return [];
    case 'unit':
      return [actor.unitId, ...(actor.furtherUnitIds ?? [])];
    case 'unit-and-below':
      return actor.unitsBelow;
  }
}

/** May he use the permission on something of this unit? */
export function reachesUnit(actor: UserActor, permission: string, unitId: string): boolean {
  const reach = reachOf(actor, permission);
  return reach === 'all' || (reach?.includes(unitId) ?? false);
}
