/** What a request wants done at the beginning of every transaction it causes, such as marking its idempotency key used. */
import { AsyncLocalStorage } from 'node:async_hooks';
import type { Transaction } from './transaction';

export interface TransactionHook {
  /** Runs inside the transaction, before the use case; what it throws ends the transaction. */
  begun(tx: Transaction): Promise<void>;
}

/** Bound to the asynchronous context of one request. */
export const transactionHook = new AsyncLocalStorage<TransactionHook>();
