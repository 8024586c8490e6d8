/** One use case, one transaction: rows, timeline, audit, deadlines and outbox stand or fall together (architecture.md). */
import type { PoolClient } from 'pg';
import type { Actor } from '@bihuan/plugin-kit';
import type { Draw } from './draws';
import { Draws } from './draws';
import type { Appended, AppendTarget, Row } from './side-rows';
import { SideRows } from './side-rows';
import { inOnePacket, prepared, statement } from './statement';

/** What a use case works with. */
export class Transaction {
  private readonly sideRows = new SideRows();
  private readonly draws = new Draws();
  private readonly memory = new Map<string, unknown>();
  private readonly committed: (() => void)[] = [];
  private over = false;

  constructor(
    private readonly client: PoolClient,
    /** The instant of this transaction on the suite's clock. */
    readonly now: Date,
    readonly actor: Actor,
  ) {}

  /** One SQL statement of this transaction; what it answers is typed by the caller. */
  async query<R = Row>(sql: string, parameters: readonly unknown[] = []): Promise<R[]> {
    // A question that comes late, beside one that failed, must not reach a connection that serves others by now.
    if (this.over) throw new Error('The transaction is over.');
    return statement<R>(this.client, sql, this.draws.none ? parameters : await this.settled(parameters));
  }

  /** Adds a row that is written at the end together with all others: one round trip for any number of tables. */
  append(target: AppendTarget, row: Row): Appended {
    return this.sideRows.add(target, row);
  }

  /**
   * A text that PostgreSQL gives when the appended rows are written. What is answered stands for it in rows, in
   * parameters and in what the use case answers; it says nothing by itself and is not to be cut or sealed.
   */
  draw(draw: Draw): string {
    return this.draws.add(draw);
  }

  /** A value with every drawn text in its place; what was not drawn yet is drawn now. */
  async settled<T>(value: T): Promise<T> {
    const parts: readonly unknown[] = Array.isArray(value) ? value : [value];
    if (parts.some((one) => this.draws.waitsIn(one))) await this.flush();
    return this.draws.inValue(value);
  }

  /** For the unit of work only: what the use case answers, with every drawn text in its place. */
  told<T>(result: T): T {
    return this.draws.inValue(result);
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

  /** Writes the appended rows. Called by whoever must read what was appended. */
  async flush(): Promise<void> {
    const rows = this.sideRows.take(this.draws);
    if (!rows) return;
    if (this.over) throw new Error('The transaction is over.');
    this.learn(await statement(this.client, rows.sql, rows.parameters));
  }

  /** Answers what takes back rows, notes and calls made from now on: what fails inside a savepoint leaves nothing. */
  mark(): () => void {
    const memory = new Map(this.memory);
    const committed = this.committed.length;
    return () => {
      this.sideRows.clear();
      this.draws.forget();
      this.memory.clear();
      for (const [key, value] of memory) this.memory.set(key, value);
      this.committed.length = committed;
    };
  }

  /** For the unit of work only: the appended rows and the end of the transaction in one trip. */
  async commit(): Promise<void> {
    const rows = this.sideRows.take(this.draws);
    this.over = true;
    inOnePacket(this.client);
    const writing = rows ? this.client.query(prepared(rows.sql, rows.parameters)) : undefined;
    const [written, ended] = await Promise.allSettled([writing, this.client.query('COMMIT')]);
    if (written.status === 'rejected') throw written.reason;
    if (ended.status === 'rejected') throw ended.reason;
    // PostgreSQL answers the commit of a transaction in which something failed with a rollback, and calls it a success.
    if (ended.value.command !== 'COMMIT') throw new Error('Not committed: a statement of this transaction had failed.');
    this.learn(written.value?.rows ?? []);
  }

  /** For the unit of work only: takes everything back. */
  async rollback(): Promise<void> {
    this.over = true;
    await this.client.query('ROLLBACK');
  }

  private learn([row]: readonly Row[]): void {
    const { pending } = this.draws;
    if (pending.length > 0) this.draws.learn(pending.map((_draw, index) => String(row?.[`d${index}`])));
  }

  /** For the unit of work only. */
  runCommitted(): void {
    for (const callback of this.committed) callback();
  }
}
