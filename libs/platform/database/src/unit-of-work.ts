/** Runs use cases in transactions, and reads without one. */
import { Injectable } from '@nestjs/common';
import type { Pool, PoolClient } from 'pg';
import { DataSource } from 'typeorm';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver';
import type { Actor } from '@bihuan/plugin-kit';
import { Clock } from '@bihuan/clock';
import { inOnePacket, prepared, statement } from './statement';
import { Transaction } from './transaction';
import { transactionHook } from './transaction-hook';

/** A connection that breaks while it is used: the question that was asked fails, which is enough. */
const heard = (): void => undefined;

@Injectable()
export class UnitOfWork {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Commits what `work` did, or nothing. The actor is who stands in timeline and audit. */
  async run<T>(actor: Actor, work: (tx: Transaction) => Promise<T>): Promise<T> {
    const client = await this.pool.connect();
    client.on('error', heard);
    let broken: Error | undefined;
    try {
      const { tx, result } = await this.transact(client, actor, work, (error) => (broken = error));
      tx.runCommitted();
      return tx.told(result);
    } finally {
      client.off('error', heard);
      client.release(broken);
    }
  }

  /** A savepoint inside a transaction: `work` fails alone, what was done before stays (a batch with one bad row). */
  async attempt<T>(
    tx: Transaction,
    work: () => Promise<T>,
  ): Promise<{ ok: true; value: T } | { ok: false; error: unknown }> {
    await tx.flush();
    await tx.query('savepoint attempt');
    const takeBack = tx.mark();
    try {
      const value = await work();
      await tx.flush();
      await tx.query('release savepoint attempt');
      return { ok: true, value };
    } catch (error) {
      takeBack();
      // Released too: a savepoint left behind would be what an attempt around this one goes back to.
      await tx.query('rollback to savepoint attempt');
      await tx.query('release savepoint attempt');
      return { ok: false, error };
    }
  }

  /** A query outside any transaction. */
  async query<R>(sql: string, parameters: readonly unknown[] = []): Promise<R[]> {
    return (await this.pool.query<R & Record<string, unknown>>(prepared(sql, parameters))).rows;
  }

  /**
   * A query outside any transaction that is planned anew each time: for searches, where the best way depends on the
   * words looked for and a plan kept for all words may read a whole table.
   */
  async search<R>(sql: string, parameters: readonly unknown[]): Promise<R[]> {
    return (await this.pool.query<R & Record<string, unknown>>(sql, [...parameters])).rows;
  }

  /** The suite's time now. */
  now(): Promise<Date> {
    return this.clock.now();
  }

  private get pool(): Pool {
    return (this.db.driver as PostgresDriver).master as Pool;
  }

  private async transact<T>(
    client: PoolClient,
    actor: Actor,
    work: (tx: Transaction) => Promise<T>,
    onBroken: (error: Error) => void,
  ): Promise<{ tx: Transaction; result: T }> {
    inOnePacket(client);
    // Not waited for: it leaves with the first question of the use case.
    const begun = client.query('START TRANSACTION');
    begun.catch(heard);
    let tx: Transaction | undefined;
    try {
      const reader = { query: (sql: string) => statement(client, sql, []) };
      tx = new Transaction(client, await this.clock.now(reader), actor);
      await transactionHook.getStore()?.begun(tx);
      const result = await work(tx);
      await begun;
      await tx.commit();
      return { tx, result };
    } catch (error) {
      await (tx ? tx.rollback() : client.query('ROLLBACK')).catch(onBroken);
      throw error;
    }
  }
}
