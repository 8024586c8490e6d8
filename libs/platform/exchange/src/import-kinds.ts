/** What can be imported: rooms add a kind under its name, the exchange does the rest (api.md Imports, CUS-4). */
import type { Title, UserActor } from '@bihuan/plugin-kit';
import { Registry } from '@bihuan/plugin-kit';
import type { Transaction } from '@bihuan/database';
import type { RowError, TableColumn, TableRow } from './table/columns';

/** What a check may ask of the database: in a dry run nothing is open, in a commit it is the transaction itself. */
export interface CheckContext {
  readonly actor: UserActor;
  readonly read: Pick<Transaction, 'query'>;
}

/** What came of it, in counts and codes; kept and audited, never personal. */
export type ImportResult = Readonly<Record<string, string | number | boolean | null>>;

export interface ImportKind {
  readonly title: Title;
  /** Permission that lets a person import it. */
  readonly permission: string;
  /** In the order of the template; they may depend on the pack. */
  columns(): readonly TableColumn[];
  /**
   * What is wrong with the rows beyond their cells: codes nobody knows, numbers that come twice or exist. Answers every
   * fault. Runs in the dry run and once more in the commit.
   */
  check(rows: readonly TableRow[], context: CheckContext): Promise<readonly RowError[]>;
  /** Writes all rows in the caller's transaction; `tx.actor` is who imports. */
  apply(tx: Transaction, rows: readonly TableRow[], actor: UserActor): Promise<ImportResult | undefined>;
}

/** Rooms add their kinds at start: `customers`, `employees`, `attendance` … */
export class ImportKinds extends Registry<ImportKind> {
  constructor() {
    super('import kinds');
  }
}
