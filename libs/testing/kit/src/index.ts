/** What tests of every room stand on. */
export * from './test-database';
export * from './standing-clock';
export * from './debian-program';
export * from './fault-report';
export * from './find-value';
export { debianProgram, type Program } from './debian-program';
export { ippPrinter, type IppPrinter } from './ipp-printer';
export * from './read-pdf';
export * from './multipart';
export * from './sms-gateway';
export * from './free-port';
export * from './until';
