/** What rooms ask of a pack, taken from their manifests (PCK-1). */
import type { Manifest } from '@bihuan/plugin-kit';
import type { PackDemands } from './pack/pack-problems';

export const demandsOf = (rooms: readonly Manifest[]): PackDemands => ({
  sections: new Map(rooms.flatMap(({ id, packSection }) => (packSection ? [[id, packSection] as const] : []))),
  permissions: new Map(rooms.map(({ id, permissions }) => [id, new Set(permissions.map((each) => each.id))])),
  checks: new Map(
    rooms.flatMap((room) =>
      room.packCheck ? [[room.id, (pack, section) => room.packCheck?.(pack, section) ?? []]] : [],
    ),
  ),
});
