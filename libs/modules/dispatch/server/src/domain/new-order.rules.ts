/** A work order as it begins: what it says of itself, and everything that has not happened yet (DSP-1). */
import type { WorkOrder } from './work-order.state';
import { EMPTY_SHEET } from './work-order.state';

/** Fields nothing has filled yet. */
const FRESH = {
  version: 1,
  state: 'drafted',
  resumeTo: null,
  waitingFor: null,
  dispatcherId: null,
  dispatcherName: null,
  unitId: null,
  engineerId: null,
  engineerName: null,
  dispatchedAt: null,
  acceptedAt: null,
  contactedAt: null,
  appointmentAt: null,
  appointmentUntil: null,
  enRouteAt: null,
  arrivedAt: null,
  restoredAt: null,
  solvedAt: null,
  fedBackAt: null,
  closedAt: null,
  cause: null,
  causeCode: null,
  result: '',
  feedback: '',
  handOver: null,
  replacement: null,
  plan: null,
  grade: null,
  gradeWeight: null,
  gradeText: '',
  gradedById: null,
  gradedByName: null,
  gradedAt: null,
  sheet: EMPTY_SHEET,
  signature: null,
  remark: '',
  rating: null,
  redispatches: 0,
  overruns: 0,
  refusals: 0,
  wrongDispatches: 0,
  replacements: 0,
  onTime: {},
  dueAt: null,
} as const satisfies Partial<WorkOrder>;

/** What a new order says of itself. */
export type NewOrder = Omit<WorkOrder, keyof typeof FRESH>;

export const newOrder = (order: NewOrder): WorkOrder => ({ ...FRESH, ...order });

/** What a part or a left-over takes over from the order it comes from: customer, place, machine, class. */
export const inheritedFrom = (order: WorkOrder) => ({
  customerClass: order.customerClass,
  productLine: order.productLine,
  faultLayer: order.faultLayer,
  priority: order.priority,
  priorityRank: order.priorityRank,
  gravity: order.gravity,
  verification: order.verification,
  hallId: order.hallId,
  clerkId: order.clerkId,
  customerId: order.customerId,
  customerName: order.customerName,
  phone: order.phone,
  siteId: order.siteId,
  site: order.site,
  address: order.address,
  region: order.region,
  regionUnitId: order.regionUnitId,
  equipmentId: order.equipmentId,
  model: order.model,
  serial: order.serial,
  keyId: order.keyId,
});
