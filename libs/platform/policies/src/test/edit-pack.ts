/** A copy of a pack with values changed, for tests of what a start refuses. */
import { PACKS } from '@bihuan/packs';

/**
 * @param edits path → value, as in a problem line: `{ 'deadlinePolicies[2].limit.value': 'zwei' }`; `undefined` removes
 * @param id which pack is copied
 */
export function editPack(edits: Readonly<Record<string, unknown>>, id = 'atm-5s4e'): unknown {
  const copy: unknown = JSON.parse(JSON.stringify(PACKS.get(id)));
  for (const [path, value] of Object.entries(edits)) {
    const keys = [...path.matchAll(/\["([^"]+)"\]|[^.[\]]+/g)].map(([whole, quoted]) => quoted ?? whole);
    const last = keys.pop() as string;
    const target = keys.reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], copy);
    if (value === undefined) Reflect.deleteProperty(target as object, last);
    else Reflect.set(target as object, last, value);
  }
  return copy;
}
