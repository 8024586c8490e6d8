/** Dispatch's sections of the packs, checked as at start. */
import { PACKS } from '@bihuan/packs';
import type { DispatchSection } from '@bihuan/dispatch-contract';
import { dispatchPackSection } from '../dispatch.settings';

interface RawPack {
  readonly modules: { readonly dispatch: unknown };
  readonly deadlinePolicies: readonly { readonly code: string }[];
}

export const packOf = (id: string): RawPack => PACKS.get(id) as RawPack;

export const sectionOf = (id: string): DispatchSection => dispatchPackSection.parse(packOf(id).modules.dispatch);
