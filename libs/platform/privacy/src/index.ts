/** Personal values: keys per customer, sealing, erasing (CUS-5). */
export * from './cipher';
export * from './privacy.errors';
export * from './data-keys';
export * from './erasure';
export * from './privacy.module';
export * from './privacy.manifest';
