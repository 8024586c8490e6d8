/** The policy packs as data (packs.md). They are checked by `@bihuan/policies` at start, not here. */
import { atm5s4e } from './atm-5s4e';
import { cableTv } from './cable-tv';
import { franchise } from './franchise';
import { telecom } from './telecom';

export { COMMON_ROLES, type CommonRole } from './pack-part';

/** Pack id → its data, unchecked. */
export const PACKS: ReadonlyMap<string, unknown> = new Map([
  ['atm-5s4e', atm5s4e],
  ['franchise', franchise],
  ['telecom', telecom],
  ['cable-tv', cableTv],
]);
