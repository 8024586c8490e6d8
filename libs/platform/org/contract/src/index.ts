/** What the organisation room gives to its server, its pages and the plugins' contracts. */
export * from './organisation';
export * from './org.dto';
export * from './permissions';
