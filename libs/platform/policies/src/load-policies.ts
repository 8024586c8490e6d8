/** Start of the policies: an empty database is set up from a pack, a filled one is read and checked (PCK-1). */
import { isDeepStrictEqual } from 'node:util';
import { systemActor } from '@bihuan/plugin-kit';
import type { Transaction, UnitOfWork } from '@bihuan/database';
import type { Recorder } from '@bihuan/audit';
import { packStore, type StoredPack } from './data/pack.store';
import { PackError } from './pack-error';
import { checkPack, NO_DEMANDS, type PackDemands } from './pack/pack-problems';
import type { PackVersion } from './policies';

export interface PolicySource {
  /** Packs that came with the suite: id → data, unchecked. */
  readonly shipped: ReadonlyMap<string, unknown>;
  /** Pack with which an empty database is set up; a filled one must be of the same. */
  readonly choice: string;
  readonly demands: PackDemands;
}

/**
 * Makes sure there is a version, and answers all of them checked. A release that ships other data for a pack nobody
 * has edited becomes the next version, in force from now on; what runs keeps the version it began with (DLN-5).
 *
 * @throws PackError with every mistake; nothing is stored then
 */
export async function loadPolicies(
  work: UnitOfWork,
  recorder: Recorder,
  source: PolicySource,
): Promise<readonly PackVersion[]> {
  await work.run(systemActor('set-up'), async (tx) => {
    await packStore.lock(tx);
    const last = await packStore.newest((sql) => tx.query(sql));
    // Two first starts with different packs: the later one learns that it came too late.
    if (last && last.packId !== source.choice) throw new PackError(source.choice, [otherCompany(last.packId)]);
    const data = source.shipped.get(source.choice);
    if (!last) await add(tx, recorder, 1, source.choice, known(source, data));
    else if (last.shipped && data !== undefined && !same(data, last.data)) {
      await add(tx, recorder, last.version + 1, last.packId, known(source, data));
    }
  });
  return readPolicies(work, source.demands);
}

/** All versions, checked; the active one also by what the rooms that are loaded ask. */
export async function readPolicies(work: UnitOfWork, demands: PackDemands): Promise<readonly PackVersion[]> {
  const stored = await packStore.all((sql) => work.query(sql));
  return stored.map((each, index) => checked(each, index === stored.length - 1 ? demands : NO_DEMANDS));
}

const otherCompany = (packId: string): string =>
  `SUITE_PACK: this database was set up with "${packId}"; start it with that, or name another database`;

function checked({ version, effectiveFrom, packId, data }: StoredPack, demands: PackDemands): PackVersion {
  const result = checkPack(data, demands);
  if (!result.ok) throw new PackError(`${packId}, version ${version} in the database`, result.problems);
  return { version, effectiveFrom, pack: result.pack };
}

function known({ shipped, choice, demands }: PolicySource, data: unknown): unknown {
  if (data === undefined) {
    throw new PackError(choice, [`SUITE_PACK: expected ${[...shipped.keys()].join(' or ')}, got "${choice}"`]);
  }
  const result = checkPack(data, demands);
  if (!result.ok) throw new PackError(choice, result.problems);
  return data;
}

async function add(tx: Transaction, recorder: Recorder, version: number, packId: string, data: unknown): Promise<void> {
  const id = await packStore.add(tx, { version, packId, data, shipped: true });
  await recorder.record(tx, {
    subject: { module: 'policies', kind: 'pack-version', id },
    action: 'pack-set-up',
    data: { pack: packId, version },
  });
}

/** Equal as JSON: what is undefined in a data module is absent in the database. */
const same = (shipped: unknown, stored: unknown): boolean =>
  isDeepStrictEqual(JSON.parse(JSON.stringify(shipped)), JSON.parse(JSON.stringify(stored)));
