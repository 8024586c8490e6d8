/** One use case, one transaction: rows, timeline, audit, deadlines and outbox stand or fall together (architecture.md). */
import type { EntityManager, QueryRunner } from 'typeorm';
import type { Actor } from '@bihuan/plugin-kit';
import { statement } from './statement';

/** A table to which rows are appended in one statement at the end of the transaction. */
export interface AppendTarget {
  /** `audit.entry` */
  readonly table: string;
  /** Column → PostgreSQL type, in order. */
  readonly columns: Readonly<Record<string, string>>;
  /** Text after the insert, such as `on conflict do nothing`. */
  readonly suffix?: string;
}

type Row = Readonly<Record<string, unknown>>;

/** What a use case works with. */
export class Transaction {
  private readonly appended = new Map<AppendTarget, Row[]>();
  private readonly memory = new Map<string, unknown>();
  private readonly committed: (() => void)[] = [];

  private readonly runner: QueryRunner;

  constructor(
    readonly manager: EntityManager,
    /** The instant of this transaction on the suite's clock. */
    readonly now: Date,
    readonly actor: Actor,
  ) {
    if (!manager.queryRunner) throw new Error('A transaction needs the entity manager of a query runner.');
    this.runner = manager.queryRunner;
  }

  /** One SQL statement of this transaction; what it answers is typed by the caller. */
  async query<R = Row>(sql: string, parameters: readonly unknown[] = []): Promise<R[]> {
    return statement<R>(this.runner, sql, parameters);
  }

  /** Adds a row that is written at the end together with all others: one round trip for any number of tables. */
  append(target: AppendTarget, row: Row): void {
    const rows = this.appended.get(target);
    if (rows) rows.push(row);
    else this.appended.set(target, [row]);
  }

  /** Something made once a transaction, such as a key or a set of subjects already noted. */
  memo<T>(key: string, make: () => T): T {
    if (!this.memory.has(key)) this.memory.set(key, make());
    return this.memory.get(key) as T;
  }

  /** Runs after the commit, never when the transaction fails: wake-up calls, not effects. */
  afterCommit(callback: () => void): void {
    this.committed.push(callback);
  }

  /** Writes the appended rows. Called by the unit of work, and by whoever must read what was appended. */
  async flush(): Promise<void> {
    if (this.appended.size === 0) return;
    const parts: string[] = [];
    const parameters: string[] = [];
    for (const [target, rows] of this.appended) {
      const names = Object.keys(target.columns);
      const typed = names.map((name) => `${name} ${target.columns[name]}`).join(', ');
      parameters.push(JSON.stringify(rows, bytesAsHex));
      parts.push(
        `insert into ${target.table} (${names.join(', ')}) select ${names.join(', ')} ` +
          `from json_to_recordset($${parameters.length}::json) as r(${typed}) ${target.suffix ?? ''}`,
      );
    }
    this.appended.clear();
    const last = parts.pop() as string;
    const ctes = parts.map((part, index) => `w${index} as (${part})`).join(', ');
    await statement(this.runner, ctes ? `with ${ctes} ${last}` : last, parameters);
  }

  /** Answers what takes back rows, notes and calls made from now on: what fails inside a savepoint leaves nothing. */
  mark(): () => void {
    const memory = new Map(this.memory);
    const committed = this.committed.length;
    return () => {
      this.appended.clear();
      this.memory.clear();
      for (const [key, value] of memory) this.memory.set(key, value);
      this.committed.length = committed;
    };
  }

  /** For the unit of work only. */
  runCommitted(): void {
    for (const callback of this.committed) callback();
  }
}

/** JSON has no bytes: a Buffer travels as PostgreSQL's hex text, which a `bytea` column of the record set reads. */
function bytesAsHex(this: unknown, key: string, value: unknown): unknown {
  const raw = (this as Record<string, unknown>)[key];
  return Buffer.isBuffer(raw) ? `\\x${raw.toString('hex')}` : value;
}
