/** A work order as its page shows it: built field by field, names from the organisation (DSP-1). */
import { Injectable } from '@nestjs/common';
import type { WorkOrderView } from '@bihuan/dispatch-contract';
import type { UserActor } from '@bihuan/plugin-kit';
import type { DeadlineView } from '@bihuan/alarms';
import { UnitOfWork } from '@bihuan/database';
import { Matters } from '@bihuan/matters';
import { workOrders } from '../data/work-order.store';
import type { Noted, WorkOrder } from '../domain/work-order.state';
import { workOrder } from '../work-order.part';
import { Names } from './names.query';

const iso = (at: Date | null): string | null => at?.toISOString() ?? null;

@Injectable()
export class WorkOrderViews {
  constructor(
    private readonly matters: Matters,
    private readonly work: UnitOfWork,
    private readonly names: Names,
  ) {}

  async view(actor: UserActor, order: WorkOrder): Promise<WorkOrderView> {
    const [frame, parent, children] = await Promise.all([
      this.matters.frame(actor, workOrder, order),
      this.parentOf(order),
      this.childrenOf(order),
    ]);
    return { ...(await this.body(order)), ...frame, state: order.state, parent, children };
  }

  /** Just opened: nothing hangs on it, and its clocks are at hand. */
  async fresh(actor: UserActor, order: WorkOrder, clocks: readonly DeadlineView[]): Promise<WorkOrderView> {
    const frame = await this.matters.frame(actor, workOrder, order, clocks);
    return { ...(await this.body(order)), ...frame, state: order.state, parent: null, children: [] };
  }

  private async body(order: WorkOrder): Promise<Omit<WorkOrderView, keyof Framed>> {
    const [intakeUnit, unit, hall, clerk] = await Promise.all([
      this.names.unit(order.intakeUnitId),
      this.names.unit(order.unitId),
      this.names.unit(order.hallId),
      this.names.person(order.clerkId),
    ]);
    return {
      ...bare(order),
      officer: { id: order.officerId, name: order.officerName },
      intakeUnit,
      dispatcher: refOf(order.dispatcherId, order.dispatcherName),
      unit,
      engineer: refOf(order.engineerId, order.engineerName),
      hall,
      clerk,
    };
  }

  private async parentOf({ parentId }: WorkOrder): Promise<WorkOrderView['parent']> {
    if (!parentId) return null;
    const [row] = await workOrders.find(this.work, 'r.id = $1', [parentId]);
    return row ? { id: row.id, number: row.number } : null;
  }

  private async childrenOf({ id }: WorkOrder): Promise<WorkOrderView['children']> {
    const rows = await workOrders.find(this.work, 'r.parent_id = $1 order by r.created_at, r.id', [id]);
    return Promise.all(
      rows.map(async (row) => ({
        id: row.id,
        number: row.number,
        state: row.state,
        source: row.source,
        unit: await this.names.unit(row.unitId),
        dueAt: iso(row.dueAt),
      })),
    );
  }
}

/** What the frame and the rows around it bring. */
type Framed = Pick<
  WorkOrderView,
  | 'id'
  | 'number'
  | 'state'
  | 'version'
  | 'allowedActions'
  | 'customerId'
  | 'createdAt'
  | 'dueAt'
  | 'deadlines'
  | 'parent'
  | 'children'
>;

type Named = 'officer' | 'intakeUnit' | 'dispatcher' | 'unit' | 'engineer' | 'hall' | 'clerk';

const refOf = (id: string | null, name: string | null) => (id ? { id, name: name ?? '' } : null);

const sourceOf = ({ sourceModule, sourceKind, sourceId, sourceNumber }: WorkOrder): WorkOrderView['sourceOf'] =>
  sourceModule && sourceKind && sourceId
    ? { module: sourceModule, kind: sourceKind, id: sourceId, number: sourceNumber ?? '' }
    : null;

const reasonOf = (noted: Noted | null) => noted && { reason: noted.text, by: noted.by, at: noted.at };

const gradeOf = ({ grade, gradeText, gradedById, gradedByName, gradedAt }: WorkOrder): WorkOrderView['grade'] =>
  grade !== null && gradedById && gradedAt
    ? { grade, text: gradeText, by: { id: gradedById, name: gradedByName ?? '' }, at: gradedAt.toISOString() }
    : null;

/** What stands on the row itself. */
const bare = (order: WorkOrder): Omit<WorkOrderView, keyof Framed | Named> => ({
  resumeTo: order.resumeTo,
  type: order.type,
  customerClass: order.customerClass,
  productLine: order.productLine,
  faultLayer: order.faultLayer,
  priority: order.priority,
  gravity: order.gravity,
  source: order.source,
  sourceOf: sourceOf(order),
  description: order.description,
  customerName: order.customerName,
  phone: order.phone,
  siteId: order.siteId,
  site: order.site,
  address: order.address,
  region: order.region,
  equipmentId: order.equipmentId,
  model: order.model,
  serial: order.serial,
  requestedAt: iso(order.requestedAt),
  reportedAt: order.reportedAt.toISOString(),
  ...instantsOf(order),
  cause: order.cause,
  result: order.result,
  feedback: order.feedback,
  handOver: order.handOver && { ...order.handOver },
  replacement: reasonOf(order.replacement),
  waitingFor: order.waitingFor,
  plan: order.plan && { ...order.plan },
  grade: gradeOf(order),
  gradeRequired: order.gradeRequired,
  sheet: { ...order.sheet, parts: [...order.sheet.parts], leftOver: [...order.sheet.leftOver] },
  signature: order.signature && { ...order.signature },
  remark: order.remark,
  rating: order.rating,
  redispatches: order.redispatches,
  overruns: order.overruns,
  refusals: order.refusals,
  wrongDispatches: order.wrongDispatches,
  replacements: order.replacements,
});

const instantsOf = (order: WorkOrder) => ({
  dispatchedAt: iso(order.dispatchedAt),
  acceptedAt: iso(order.acceptedAt),
  contactedAt: iso(order.contactedAt),
  appointmentAt: iso(order.appointmentAt),
  appointmentUntil: iso(order.appointmentUntil),
  enRouteAt: iso(order.enRouteAt),
  arrivedAt: iso(order.arrivedAt),
  restoredAt: iso(order.restoredAt),
  solvedAt: iso(order.solvedAt),
  fedBackAt: iso(order.fedBackAt),
  closedAt: iso(order.closedAt),
});
