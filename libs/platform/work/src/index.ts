/** Tasks and the work list. */
export * from './registries';
export type { Task, TaskState } from './task';
export { DONE_PERMISSION } from './task';
export * from './tasks';
export { WorkPush } from './live';
export { WorkList } from './work-list';
export * from './work.module';
export * from './work.manifest';
