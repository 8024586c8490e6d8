/** The one clock, and what it drives. */
export * from './clock';
export * from './pumps';
export * from './mover';
export * from './clock.module';
export * from './clock.manifest';
