/** The complaints section of a real pack, as its schema reads it. */
import { PACKS } from '@bihuan/packs';
import type { ComplaintsSection } from '../complaints.settings';
import { complaintsPackSection } from '../complaints.settings';
import type { PolicyOfPack } from '../domain/limits.rules';

interface RawPack {
  readonly modules: { readonly complaints: unknown };
  readonly deadlinePolicies: readonly PolicyOfPack[];
  readonly organisation: { readonly units: readonly { readonly code: string }[] };
}

export const packOf = (id: string): RawPack => PACKS.get(id) as RawPack;

export const sectionOf = (id: string): ComplaintsSection => complaintsPackSection.parse(packOf(id).modules.complaints);
