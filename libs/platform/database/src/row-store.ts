/** Rows of one table as objects: loading, adding, changing by version. Columns are snake_case, fields camelCase. */
import { commonErrors } from '@bihuan/plugin-kit';
import type { AppendTarget } from './side-rows';
import type { Transaction } from './transaction';

/** Fields every stored row has. */
export interface StoredRow {
  readonly id: string;
  /** Rises by one with each change; a save of an older one is refused with 412. */
  readonly version: number;
}

const columnOf = (field: string): string => field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

export class RowStore<Row extends StoredRow> {
  private readonly target: AppendTarget;
  private readonly selection: string;
  private readonly pairs: readonly (readonly [field: keyof Row & string, column: string])[];

  /** @param columns field → PostgreSQL type, in the table's order */
  constructor(
    readonly table: string,
    private readonly columns: Readonly<Record<keyof Row & string, string>>,
  ) {
    this.pairs = (Object.keys(columns) as (keyof Row & string)[]).map((field) => [field, columnOf(field)]);
    this.target = { table, columns: Object.fromEntries(this.pairs.map(([field, column]) => [column, columns[field]])) };
    this.selection = this.select('r');
  }

  /** The column list with field names as aliases, for queries that join. @param alias of the table in that query */
  select(alias: string): string {
    return Object.keys(this.columns)
      .map((field) => `${alias}.${columnOf(field)} as "${field}"`)
      .join(', ');
  }

  /** Loads and locks a row for the rest of the transaction; 404 when there is none. */
  async lock(tx: Transaction, id: string): Promise<Row> {
    const [row] = await tx.query<Row>(`select ${this.selection} from ${this.table} r where r.id = $1 for update`, [id]);
    if (!row) throw commonErrors['not-found']();
    return row;
  }

  /** Rows that meet a condition on alias `r`. */
  find(tx: Pick<Transaction, 'query'>, condition: string, parameters: readonly unknown[] = []): Promise<Row[]> {
    return tx.query<Row>(`select ${this.selection} from ${this.table} r where ${condition}`, parameters);
  }

  /** Adds a row at the end of the transaction, together with everything else it writes. */
  add(tx: Transaction, row: Row): void {
    const written: Record<string, unknown> = {};
    for (const [field, column] of this.pairs) written[column] = row[field];
    tx.append(this.target, written);
  }

  /** Writes the fields in which `after` differs from `before`; answers the row as it is now. */
  async save(tx: Transaction, before: Row, after: Row): Promise<Row> {
    const fields = Object.keys(this.columns).filter(
      (field) => field !== 'version' && !same(before[field as keyof Row], after[field as keyof Row]),
    );
    if (fields.length === 0) return before;
    const set = fields.map((field, index) => {
      const type = this.columns[field as keyof Row & string];
      return `${columnOf(field)} = $${index + 3}::${type}`;
    });
    const values = fields.map((field) =>
      parameter(after[field as keyof Row], this.columns[field as keyof Row & string]),
    );
    const rows = await tx.query(
      `update ${this.table} set ${set.join(', ')}, version = version + 1 where id = $1 and version = $2 returning id`,
      [before.id, before.version, ...values],
    );
    if (rows.length === 0) throw commonErrors['stale-version']();
    return { ...after, version: before.version + 1 };
  }
}

function same(a: unknown, b: unknown): boolean {
  if (a instanceof Date && b instanceof Date) return a.getTime() === b.getTime();
  if (typeof a === 'object' && typeof b === 'object') return JSON.stringify(a) === JSON.stringify(b);
  return a === b;
}

const parameter = (value: unknown, type: string): unknown =>
  type === 'jsonb' && value !== null && value !== undefined ? JSON.stringify(value) : value;

/** The save of a version that the caller did not mean: 412. @param expected version the caller saw, if he said so */
export function demandVersion(row: StoredRow, expected: number | undefined): void {
  if (expected !== undefined && expected !== row.version) throw commonErrors['stale-version']();
}
