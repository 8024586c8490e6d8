/** Rows gathered in a transaction and written by one statement: one round trip for any number of tables. */
import type { Draws, PendingDraw } from './draws';

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

/** A row that waits to be written. */
export interface Appended {
  /** Changes it as long as it waits; `false` where it was written already. */
  amend(changes: Row): boolean;
  /** Takes it back as long as it waits; `false` where it was written already. */
  drop(): boolean;
}

interface Known {
  readonly id: number;
  /** Columns that hold bytes. */
  readonly bytes: readonly string[];
}

interface Statement {
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

const known = new WeakMap<AppendTarget, Known>();
let count = 0;

/** Statements by the targets they write, in order: a use case writes the same tables each time. */
const statements = new Map<string, string>();

export class SideRows {
  private readonly appended = new Map<AppendTarget, Row[]>();
  /** Replaced when the rows are taken: a row of an earlier batch waits no longer. */
  private batch = {};

  add(target: AppendTarget, row: Row): Appended {
    const { bytes } = knowledgeOf(target);
    const written: Record<string, unknown> = {};
    put(written, row, bytes);
    const rows = this.appended.get(target);
    if (rows) rows.push(written);
    else this.appended.set(target, [written]);
    const { batch } = this;
    const waits = () => this.batch === batch;
    return {
      amend: (changes) => {
        if (waits()) put(written, changes, bytes);
        return waits();
      },
      drop: () => {
        if (waits()) this.remove(target, written);
        return waits();
      },
    };
  }

  private remove(target: AppendTarget, row: Row): void {
    const left = (this.appended.get(target) ?? []).filter((one) => one !== row);
    if (left.length > 0) this.appended.set(target, left);
    else this.appended.delete(target);
  }

  clear(): void {
    this.appended.clear();
    this.batch = {};
  }

  /** The statement that draws what is to be drawn and writes what was gathered; nothing is gathered any more. */
  take(draws: Draws): Statement | undefined {
    const { pending } = draws;
    if (this.appended.size === 0 && pending.length === 0) return undefined;
    const targets = [...this.appended.keys()];
    const texts = [...this.appended.values()].map((rows) => draws.inText(JSON.stringify(rows)));
    this.clear();
    const key = targets.map((target) => knowledgeOf(target).id).join();
    if (pending.length > 0) return drawingInsert(targets, texts, pending, key);
    const sql = statements.get(key) ?? insertInto(targets);
    statements.set(key, sql);
    return { sql, parameters: texts };
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

/**
 * JSON has no bytes: a Buffer travels as PostgreSQL's hex text, which a `bytea` column of the record set reads. What is
 * null is left out: a row of many columns is mostly that, and a record set reads what is missing as null.
 */
function put(row: Record<string, unknown>, values: Row, bytes: readonly string[]): void {
  for (const column in values) {
    const value = values[column];
    if (value !== null && value !== undefined) row[column] = value;
    else if (column in row) delete row[column];
  }
  for (const column of bytes) {
    const value = row[column];
    if (Buffer.isBuffer(value)) row[column] = `\\x${value.toString('hex')}`;
  }
}

/** @param source the JSON of the rows, as SQL */
function insertOf({ table, columns, suffix }: AppendTarget, source: string): string {
  const names = Object.keys(columns).join(', ');
  const typed = Object.entries(columns)
    .map(([name, type]) => `${name} ${type}`)
    .join(', ');
  return `insert into ${table} (${names}) select ${names} from jsonb_to_recordset(${source}::jsonb) as r(${typed}) ${suffix ?? ''}`;
}

function insertInto(targets: readonly AppendTarget[]): string {
  const parts = targets.map((target, index) => insertOf(target, `$${index + 1}`));
  const last = parts.pop() ?? '';
  const ctes = parts.map((part, index) => `w${index} as (${part})`).join(', ');
  return ctes ? `with ${ctes} ${last}` : last;
}

/** Parameters: the rows of each table, then of each draw its placeholder and its own parameters. */
function drawingInsert(
  targets: readonly AppendTarget[],
  texts: readonly string[],
  draws: readonly PendingDraw[],
  targetsKey: string,
): Statement {
  const holds = texts.map((text) => draws.map(({ placeholder }) => text.includes(placeholder)));
  const parameters = [...texts, ...draws.flatMap((draw) => [draw.placeholder, ...draw.parameters])];
  const key = `${targetsKey}|${JSON.stringify(holds)}|${draws.map(({ sql }) => sql).join('|')}`;
  const sql = statements.get(key) ?? drawingSql(targets, holds, draws);
  statements.set(key, sql);
  return { sql, parameters };
}

function drawingSql(
  targets: readonly AppendTarget[],
  holds: readonly (readonly boolean[])[],
  draws: readonly PendingDraw[],
): string {
  let next = targets.length + 1;
  const places: string[] = [];
  const drawn = draws.map(({ sql, parameters }, index) => {
    places.push(`$${next}`);
    const shift = next;
    next += 1 + parameters.length;
    return `d${index} as (${sql.replace(/\$(\d+)/g, (_all, one: string) => `$${Number(one) + shift}`)})`;
  });
  const written = targets.map((target, at) => {
    const source = draws.reduce(
      (text, _draw, index) =>
        holds[at]?.[index] ? `replace(${text}, ${places[index]}::text, (select text from d${index}))` : text,
      `$${at + 1}::text`,
    );
    return `w${at} as (${insertOf(target, source)})`;
  });
  // Each placeholder is named once more: a parameter that stands nowhere has no type.
  const told = draws.map((_draw, index) => `(select text from d${index}) as d${index}, ${places[index]}::text`);
  return `with ${[...drawn, ...written].join(', ')} select ${told.join(', ')}`;
}
