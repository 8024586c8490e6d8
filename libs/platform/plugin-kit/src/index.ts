/** What every room is made of: manifest, actor, subject, errors, route guards, extension points. */
export * from './actor';
export * from './subject';
export * from './errors';
export * from './permit';
export * from './reach';
export * from './manifest';
export * from './registry';
export * from './deployment';
export * from './engine';
