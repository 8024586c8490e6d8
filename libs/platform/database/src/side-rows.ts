/** Rows gathered in a transaction and written by one statement: one round trip for any number of tables. */

/** A table to which rows are appended in one statement at the end of the transaction. */
export interface AppendTarget {
  /** `audit.entry` */
  readonly table: string;
  /** Column → PostgreSQL type, in order. */
  readonly columns: Readonly<Record<string, string>>;
  /** Text after the insert, such as `on conflict do nothing`. */
  readonly suffix?: string;
}

export type Row = Readonly<Record<string, unknown>>;

interface Known {
  readonly id: number;
  /** Columns that hold bytes. */
  readonly bytes: readonly string[];
}

const known = new WeakMap<AppendTarget, Known>();
let count = 0;

/** Statements by the targets they write, in order: a use case writes the same tables each time. */
const statements = new Map<string, string>();

export class SideRows {
  private readonly appended = new Map<AppendTarget, Row[]>();

  add(target: AppendTarget, row: Row): void {
    const { bytes } = knowledgeOf(target);
    const written = bytes.length === 0 ? row : withHex(row, bytes);
    const rows = this.appended.get(target);
    if (rows) rows.push(written);
    else this.appended.set(target, [written]);
  }

  clear(): void {
    this.appended.clear();
  }

  /** The statement that writes what was gathered, and its parameters; nothing is gathered any more. */
  take(): { readonly sql: string; readonly parameters: readonly string[] } | undefined {
    if (this.appended.size === 0) return undefined;
    const targets = [...this.appended.keys()];
    const parameters = [...this.appended.values()].map((rows) => JSON.stringify(rows));
    this.appended.clear();
    const key = targets.map((target) => knowledgeOf(target).id).join();
    const sql = statements.get(key) ?? insertInto(targets);
    statements.set(key, sql);
    return { sql, parameters };
  }
}

function knowledgeOf(target: AppendTarget): Known {
  const found = known.get(target);
  if (found) return found;
  const bytes = Object.entries(target.columns).flatMap(([column, type]) => (type === 'bytea' ? [column] : []));
  const made = { id: ++count, bytes };
  known.set(target, made);
  return made;
}

/** JSON has no bytes: a Buffer travels as PostgreSQL's hex text, which a `bytea` column of the record set reads. */
function withHex(row: Row, columns: readonly string[]): Row {
  const written: Record<string, unknown> = { ...row };
  for (const column of columns) {
    const value = written[column];
    if (Buffer.isBuffer(value)) written[column] = `\\x${value.toString('hex')}`;
  }
  return written;
}

function insertInto(targets: readonly AppendTarget[]): string {
  const parts = targets.map(({ table, columns, suffix }, index) => {
    const names = Object.keys(columns).join(', ');
    const typed = Object.entries(columns)
      .map(([name, type]) => `${name} ${type}`)
      .join(', ');
    return `insert into ${table} (${names}) select ${names} from json_to_recordset($${index + 1}::json) as r(${typed}) ${suffix ?? ''}`;
  });
  const last = parts.pop() ?? '';
  const ctes = parts.map((part, index) => `w${index} as (${part})`).join(', ');
  return ctes ? `with ${ctes} ${last}` : last;
}
