/** Boots rooms for tests. */
export * from './platform-room';
