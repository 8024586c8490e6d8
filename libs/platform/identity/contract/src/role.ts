/** Roles as data: what a pack gives (IDN-2, PCK-1). */
import type { PermissionScope } from './identity.dto';

export interface RoleData {
  readonly id: string;
  readonly title: { readonly zh: string; readonly en: string };
  /** Permission id → how far it reaches; the id `*` stands for every permission there is. */
  readonly grants: Readonly<Record<string, PermissionScope>>;
  /** Codes of the positions whose holders have this role. */
  readonly positions: readonly string[];
}
