/** What the identity room gives to its server, its pages and the plugins' contracts. */
export * from './identity.dto';
export * from './role';
export * from './permissions';
