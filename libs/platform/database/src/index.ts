/** PostgreSQL through TypeORM: transactions, migrations per room. */
export type { Appended, AppendTarget } from './side-rows';
export type { Draw } from './draws';
export * from './transaction';
export * from './transaction-hook';
export * from './unit-of-work';
export * from './side-connection';
export * from './row-store';
export * from './lease';
export * from './migrate';
export * from './wake-bus';
export * from './database.module';
