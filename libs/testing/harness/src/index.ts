/** Boots rooms for tests. */
export * from './platform-room';
export * from './edge-app';
