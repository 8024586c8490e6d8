/** A revisit task for tests of its rules. */
import type { RevisitTask } from '../domain/revisit-task.state';

export const PLANNED = new Date('2026-09-18T09:00:00+08:00');
export const CALLER = { id: 'agent', name: '李敏' };

export const aTask = (more: Partial<RevisitTask> = {}): RevisitTask => ({
  id: 'task',
  version: 1,
  state: 'planned',
  callId: 'call',
  module: 'hotline',
  kind: 'problem-form',
  subjectId: 'form',
  number: '2026091701001',
  round: 1,
  category: 'technical',
  customerId: null,
  siteId: null,
  customerName: '王建国',
  phone: '13812345678',
  site: '',
  description: '吞卡',
  handling: '已换',
  handlerId: null,
  handlerName: null,
  unitId: 'hotline',
  officerId: 'agent',
  plannedFor: PLANNED,
  day: '2026-09-18',
  dueAt: new Date('2026-09-18T21:00:00+08:00'),
  preparedAt: null,
  callerId: null,
  callerName: null,
  attempts: [],
  satisfied: null,
  machineWorks: null,
  rating: null,
  words: '',
  revisitedAt: null,
  cancelReason: null,
  keyId: 'key',
  ...more,
});
