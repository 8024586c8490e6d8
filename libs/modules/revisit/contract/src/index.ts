/** Shared by the revisit module's own server and console. */
export * from './coverage.dto';
export * from './evaluation.dto';
export * from './permissions';
export * from './rest-hours.dto';
export * from './task-view.dto';
export * from './task.dto';
