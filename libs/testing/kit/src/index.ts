/** What tests of every room stand on. */
export * from './test-database';
export * from './standing-clock';
export * from './find-value';
export * from './read-pdf';
export * from './multipart';
export * from './sms-gateway';
