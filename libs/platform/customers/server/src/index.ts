/** Customers: who they are, how they are found, what happened with them, how they are forgotten (CUS). */
export * from './registries';
export { Customers, customerSubject, type HeldCustomer } from './customers';
export { CustomerReader, type CustomerRecord } from './customer.reader';
export { CustomerSearch } from './customer.search';
export { EraseCustomer, type Erasure } from './erase-customer';
export { customersByNumber } from './imports/known-customers';
export { bigrams, tsVector } from './bigrams';
export { nameKey, phoneDigits } from './normalise';
export * from './customers.errors';
export * from './customers.migrations';
export * from './customers.module';
export * from './customers.manifest';
