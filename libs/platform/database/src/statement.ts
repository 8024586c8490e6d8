/** One SQL statement on a runner's connection, prepared there once by name: the planner is not asked again and again. */
import { createHash } from 'node:crypto';
import type { PoolClient } from 'pg';
import type { QueryRunner } from 'typeorm';

/** Texts of statements are written in code, so there are few; a list's filters make a handful more. */
const names = new Map<string, string>();

function nameOf(sql: string): string {
  const known = names.get(sql);
  if (known) return known;
  const name = `s${createHash('sha1').update(sql).digest('base64url')}`;
  names.set(sql, name);
  return name;
}

/** Rows of the statement; for UPDATE and DELETE those of `returning`. */
export async function statement<R>(runner: QueryRunner, sql: string, parameters: readonly unknown[]): Promise<R[]> {
  const client = (await runner.connect()) as PoolClient;
  const result = await client.query<R & Record<string, unknown>>({
    name: nameOf(sql),
    text: sql,
    values: [...parameters],
  });
  return result.rows;
}
