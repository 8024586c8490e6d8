/** What lies in the archive of printed forms, read past the API. */
import type { DataSource } from 'typeorm';
import { createDataSource } from '@bihuan/database';

/** A connection of its own to the suite's database. */
export async function lookInto(databaseUrl: string): Promise<DataSource> {
  return createDataSource(databaseUrl, [], 2).initialize();
}

/** How many papers are filed, prints noted, and copies counted. */
export async function archived(db: DataSource): Promise<{ filed: number; prints: number; copies: number }> {
  const [row] = (await db.query(
    `select (select count(*)::int from forms.filed) as filed, (select count(*)::int from forms.print) as prints,
       (select coalesce(sum(count), 0)::int from forms.print_count) as copies`,
  )) as { filed: number; prints: number; copies: number }[];
  if (!row) throw new Error('nothing was counted');
  return row;
}
