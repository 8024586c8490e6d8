/** Audit log, hash chain and timeline (IDN-3, IDN-4). */
export * from './record';
export * from './chain';
export * from './sealer';
export * from './timeline';
export * from './audit.module';
export * from './audit.manifest';
