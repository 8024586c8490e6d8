/** A work order for tests of its rules, and the way to a state of it. */
import type { UserActor } from '@bihuan/plugin-kit';
import { dispatched } from '../domain/dispatching.decide';
import { newOrder } from '../domain/new-order.rules';
import type { WorkOrder } from '../domain/work-order.state';
import { accepted, arrived, fedBack, restored, solved } from '../domain/working.decide';

export const OPENED = new Date('2026-09-17T09:00:00+08:00');

export const at = (minutes: number): Date => new Date(OPENED.getTime() + minutes * 60_000);

export const ENGINEER = { id: 'engineer', name: '陈志强' };
export const OTHER = { id: 'engineer2', name: '何建国' };
export const DISPATCHER = { id: 'dispatcher', name: '孙丽' };
export const MANAGER = { id: 'tech-manager', name: '吴海峰' };

export const anOrder = (more: Partial<WorkOrder> = {}): WorkOrder => ({
  ...newOrder({
    id: 'order',
    number: 'PD20260917-1001-012',
    type: 'fault-repair',
    repair: true,
    gradeRequired: false,
    verification: false,
    customerClass: 'ordinary',
    productLine: 'digital-tv',
    faultLayer: null,
    priority: 'ordinary',
    priorityRank: 1,
    gravity: null,
    source: 'direct',
    sourceModule: null,
    sourceKind: null,
    sourceId: null,
    sourceNumber: null,
    hallId: null,
    clerkId: null,
    parentId: null,
    description: '无信号',
    customerId: null,
    customerName: '王建国',
    phone: '13812345678',
    siteId: null,
    site: '黄花镇政府',
    address: '',
    region: '黄花镇',
    regionUnitId: 'station',
    equipmentId: null,
    model: '',
    serial: '',
    requestedAt: null,
    reportedAt: OPENED,
    createdAt: OPENED,
    officerId: 'agent',
    officerName: '林晓燕',
    intakeUnitId: 'call-centre',
    keyId: 'key',
  }),
  ...more,
});

export const TO_ENGINEER = { unitId: 'station', engineer: ENGINEER };

/** Orders on their way, each from the one before. */
export const dispatchedOrder = (more: Partial<WorkOrder> = {}): WorkOrder =>
  dispatched(anOrder(more), TO_ENGINEER, DISPATCHER, at(1));
export const acceptedOrder = (more: Partial<WorkOrder> = {}): WorkOrder =>
  accepted(dispatchedOrder(more), ENGINEER, at(2));
export const onSiteOrder = (more: Partial<WorkOrder> = {}): WorkOrder => arrived(acceptedOrder(more), at(30));
export const restoredOrder = (more: Partial<WorkOrder> = {}): WorkOrder => restored(onSiteOrder(more), at(40));
export const solvedOrder = (more: Partial<WorkOrder> = {}): WorkOrder =>
  solved(restoredOrder(more), { cause: 'line', listed: true, text: '更换跳线' }, at(50));
export const fedBackOrder = (more: Partial<WorkOrder> = {}): WorkOrder => fedBack(solvedOrder(more), '已回单', at(60));

export const person = (employeeId: string, more: Partial<UserActor> = {}): UserActor => ({
  kind: 'user',
  userId: employeeId,
  employeeId,
  name: employeeId,
  unitId: 'elsewhere',
  unitsBelow: ['elsewhere'],
  permissions: new Map(),
  ...more,
});
