/** What lies in the archive of printed forms, read past the API. */
import type { DataSource } from 'typeorm';
import { createDataSource } from '@bihuan/database';
import { readPdf } from '@bihuan/testing-kit';
import type { Person } from './suite';

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

/**
 * Prints a form, reads its number off the paper, and asks whose it is, as a scanner does (NUM-2). Answers the subjects.
 *
 * @param record `/complaints/complaints/<id>`
 */
export async function openedByPaper(person: Person, record: string, form: string, number: RegExp): Promise<unknown[]> {
  const print = await person.do(`${record}/forms/${form}/prints`);
  const [page] = await readPdf((await person.pdf(String(print['url']))).bytes);
  const [found] = number.exec(page?.text ?? '') ?? [];
  if (found === undefined) throw new Error(`No number such as ${number} stands on ${form}: ${page?.text}`);
  return (await person.list(`/forms/papers?filter[number]=${found}`)).map(({ subject }) => subject);
}
