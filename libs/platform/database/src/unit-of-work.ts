/** Runs use cases in transactions, and reads without one. */
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '@bihuan/plugin-kit';
import { Clock } from '@bihuan/clock';
import { statement } from './statement';
import { Transaction } from './transaction';
import { transactionHook } from './transaction-hook';

@Injectable()
export class UnitOfWork {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Commits what `work` did, or nothing. The actor is who stands in timeline and audit. */
  async run<T>(actor: Actor, work: (tx: Transaction) => Promise<T>): Promise<T> {
    const runner = this.db.createQueryRunner();
    await runner.connect();
    let tx: Transaction;
    let result: T;
    try {
      await runner.startTransaction();
      try {
        tx = new Transaction(runner.manager, await this.clock.now(runner.manager), actor);
        await transactionHook.getStore()?.begun(tx);
        result = await work(tx);
        await tx.flush();
        await runner.commitTransaction();
      } catch (error) {
        if (runner.isTransactionActive) await runner.rollbackTransaction();
        throw error;
      }
    } finally {
      await runner.release();
    }
    tx.runCommitted();
    return result;
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
    const runner = this.db.createQueryRunner();
    try {
      return await statement<R>(runner, sql, parameters);
    } finally {
      await runner.release();
    }
  }

  /**
   * A query outside any transaction that is planned anew each time: for searches, where the best way depends on the
   * words looked for and a plan kept for all words may read a whole table.
   */
  async search<R>(sql: string, parameters: readonly unknown[]): Promise<R[]> {
    return await this.db.query<R[]>(sql, [...parameters]);
  }

  /** The suite's time now. */
  now(): Promise<Date> {
    return this.clock.now();
  }
}
