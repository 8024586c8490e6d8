/** One SQL statement on a connection, prepared there once by name: the planner is not asked again and again. */
import { createHash } from 'node:crypto';
import type { PoolClient } from 'pg';

/** Texts of statements are written in code, so there are few; a list's filters make a handful more. */
const names = new Map<string, string>();

function nameOf(sql: string): string {
  const known = names.get(sql);
  if (known) return known;
  const name = `s${createHash('sha1').update(sql).digest('base64url')}`;
  names.set(sql, name);
  return name;
}

/** A statement as the driver takes it. */
export const prepared = (sql: string, parameters: readonly unknown[]) => ({
  name: nameOf(sql),
  text: sql,
  values: [...parameters],
});

/** Rows of the statement; for UPDATE and DELETE those of `returning`. Sent before this function returns. */
export async function statement<R>(client: PoolClient, sql: string, parameters: readonly unknown[]): Promise<R[]> {
  return (await client.query<R & Record<string, unknown>>(prepared(sql, parameters))).rows;
}

interface Wire {
  readonly connection?: { readonly stream?: { cork?(): void; uncork?(): void } };
}

/** What is asked of this connection until the present tick is over leaves in one packet, and the server wakes up once. */
export function inOnePacket(client: PoolClient): void {
  const stream = (client as Wire).connection?.stream;
  stream?.cork?.();
  process.nextTick(() => stream?.uncork?.());
}
