/** Roles may only grant permissions that a room declares (IDN-2, PCK-1). */
import type { Pack } from './pack.schema';

/** Room id → ids of the permissions it declares. Rooms that are not loaded are absent: their grants are not judged. */
export type Permissions = ReadonlyMap<string, ReadonlySet<string>>;

export function grantProblems(pack: Pack, permissions: Permissions): string[] {
  return pack.roles.flatMap(({ grants }, i) =>
    Object.keys(grants).flatMap((permission) => {
      const room = permission.split('.')[0] as string;
      const declared = permissions.get(room);
      if (!declared || declared.has(permission)) return [];
      const known = [...declared].join(', ') || 'none';
      return [`roles[${i}].grants["${permission}"]: expected a permission of "${room}" (${known})`];
    }),
  );
}
