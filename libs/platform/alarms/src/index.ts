/** Deadlines and escalation: the heart (DLN-1…7, CAL-4). */
export type { DeadlineOwner, DeadlineView } from './deadline-view';
export type { ArmDeadline, NewPromise } from './deadlines.types';
export { Deadlines } from './deadlines';
export {
  DeadlineMoved,
  StepHandlers,
  type DeadlineMove,
  type FiredStep,
  type MoveListener,
  type StepHandler,
} from './registries';
export { Firing } from './fire/firing';
export { alarmErrors } from './alarms.errors';
export { DEADLINES_TOPIC } from './notes';
export { ALARM_CHANNEL } from './queue/alarm-calls';
export { AlarmsModule } from './alarms.module';
export { alarmsMigrations } from './alarms.migrations';
export { alarmsRoom } from './alarms.manifest';
