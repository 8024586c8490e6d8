/** Looks for a value in every table of a database: what was erased must be nowhere (CUS-5). */

/** Anything that runs SQL: a DataSource, a pg client wrapped. */
interface Queryable {
  query(sql: string, parameters?: unknown[]): Promise<unknown>;
}

interface Table {
  readonly schema: string;
  readonly name: string;
}

/**
 * Tables, and planner statistics, in which the value stands: as text, escaped in JSON, as the bytes of a `bytea`, or
 * in Base64. Answers `schema.table: column, column`, empty where it is nowhere.
 */
export async function findValue(db: Queryable, value: string): Promise<string[]> {
  if (value.length < 4) throw new Error('A canary has at least four characters, else it is found by chance.');
  const tables = (await db.query(
    `select n.nspname as schema, c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'm') and (n.nspname !~ '^(pg_|information_schema$)' or c.relname = 'pg_statistic')
     order by 1, 2`,
  )) as Table[];
  const found: string[] = [];
  for (const { schema, name } of tables) {
    const rows = (await db.query(
      `select distinct j.key as column from ${quote(schema)}.${quote(name)} t, json_each_text(row_to_json(t)) j
       where exists (select 1 from unnest($1::text[]) s where strpos(lower(j.value), s) > 0)
          or exists (select 1 from unnest($2::text[]) s where strpos(j.value, s) > 0) order by 1`,
      [anyCase(value), base64(value)],
    )) as { column: string }[];
    if (rows.length > 0) found.push(`${schema}.${name}: ${rows.map(({ column }) => column).join(', ')}`);
  }
  return found;
}

const quote = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** Spellings in which case does not count. */
function anyCase(value: string): string[] {
  const escaped = [...value].map((sign) => (sign > '\x7e' ? [...units(sign)].join('') : sign)).join('');
  return [value, escaped, Buffer.from(value, 'utf8').toString('hex')].map((text) => text.toLowerCase());
}

function* units(sign: string): Generator<string> {
  for (let i = 0; i < sign.length; i++) yield `\\u${sign.charCodeAt(i).toString(16).padStart(4, '0')}`;
}

/** The middle of the Base64 text at each of the three places where the value may begin within a group. */
function base64(value: string): string[] {
  const bytes = Buffer.from(value, 'utf8');
  return [0, 1, 2].map((offset) => {
    const text = Buffer.concat([Buffer.alloc(offset), bytes])
      .toString('base64')
      .replace(/=+$/, '');
    return text.slice(offset === 0 ? 0 : offset + 1, -1);
  });
}
