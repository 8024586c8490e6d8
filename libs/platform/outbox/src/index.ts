/** Events between modules: outbox, deliveries, hand-offs (EVT-1, EVT-2). */
export * from './publish';
export * from './subscribers';
export * from './relay';
export * from './relay-listeners';
export * from './deliver';
export * from './in-hand';
export * from './in-time';
export * from './hand-offs';
export * from './outbox.module';
export * from './outbox.manifest';
