/** The policy packs as data (packs.md). They are checked by `@bihuan/policies` at start, not here. */
import { atm5s4e } from './atm-5s4e';

/** Pack id → its data, unchecked. */
export const PACKS: ReadonlyMap<string, unknown> = new Map([['atm-5s4e', atm5s4e]]);
