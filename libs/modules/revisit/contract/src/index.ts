/** Shared by the revisit module's own server and console. */
export * from './permissions';
export * from './task.dto';
