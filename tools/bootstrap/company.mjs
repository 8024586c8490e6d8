/** The embedded PostgreSQL keeps a database for each company: trying another pack leaves the first company as it is (PCK-2). */
import { createRequire } from 'node:module';
import { inRoot } from './paths.mjs';
import { Refusal } from './steps.mjs';

/** The pack of the database `bihuan`. */
const DEFAULT = 'atm-5s4e';

/**
 * Name of the database of a pack's company, `bihuan_telecom`. Asked after the build: the packs are read from it.
 * @param pack SUITE_PACK, if set
 */
export function companyDatabase(pack) {
  if (!pack || pack === DEFAULT) return 'bihuan';
  const { PACKS } = createRequire(import.meta.url)(inRoot('libs/packs/dist/index.js'));
  if (!PACKS.has(pack)) {
    const known = [...PACKS.keys()];
    throw new Refusal(
      `SUITE_PACK=${pack} 无效,可用:${known.join('、')}。`,
      `SUITE_PACK=${pack} is not valid; use one of ${known.join(', ')}.`,
    );
  }
  return `bihuan_${pack.replaceAll('-', '_')}`;
}
