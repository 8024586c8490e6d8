/** Numbers of records: patterns from the pack, serials without gaps (NUM-1). */
export * from './numbering';
export * from './overflows';
export { numberingErrors } from './numbering.errors';
export * from './numbering.migrations';
export * from './numbering.module';
export * from './numbering.manifest';
