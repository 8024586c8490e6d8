/** Asked before anything is loaded: was this database set up already, and as which company? (PCK-2) */
import { packStore, type StoredPack } from './data/pack.store';

type Query = <R>(sql: string) => Promise<R[]>;

/** The newest version in the database; undefined where it is empty, also where not even the tables are there. */
export async function storedPack(query: Query): Promise<StoredPack | undefined> {
  const [table] = await query<{ name: string | null }>("select to_regclass('policies.pack_version')::text as name");
  return table?.name ? packStore.newest(query) : undefined;
}
