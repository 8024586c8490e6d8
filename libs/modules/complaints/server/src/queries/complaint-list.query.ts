/** The queue: importance, gravity, breadth, urgency, then due time, within what the reader may see (CMP-3, CMP-3a, IDN-2). */
import { Injectable } from '@nestjs/common';
import type { ComplaintLine } from '@bihuan/complaints-contract';
import { COMPLAINTS_PERMISSIONS as MAY } from '@bihuan/complaints-contract';
import type { UserActor } from '@bihuan/plugin-kit';
import type { ListQuery, Page } from '@bihuan/http';
import type { OrderKey } from '@bihuan/matters';
import { lineOf, MatterLists } from '@bihuan/matters';
import { complaint as matter } from '../complaint.matter';
import type { Complaint } from '../domain/complaint.state';
import { ReservedSeats } from './reserved-seats.query';
import type { UnitRefs } from './unit-names.query';
import { UnitNames } from './unit-names.query';

/** The order of the index `complaint_queue`. */
const BY_PRIORITY: readonly OrderKey<Complaint>[] = [
  { sql: 'r.priority', type: 'int', of: ({ priority }) => priority },
  { sql: "coalesce(r.due_at, 'infinity')", type: 'timestamptz', of: ({ dueAt }) => dueAt ?? 'infinity' },
];

const FILTERS = {
  channel: 'r.channel',
  business: 'r.business',
  kind: 'r.kind',
  level: 'r.level',
  unit: 'r.unit_id::text',
  intakeUnit: 'r.intake_unit_id::text',
  customer: 'r.customer_id::text',
  major: 'r.major::text',
  follows: 'r.follows_id::text',
};

@Injectable()
export class ComplaintList {
  constructor(
    private readonly lists: MatterLists,
    private readonly units: UnitNames,
    private readonly seats: ReservedSeats,
  ) {}

  /** `filter[state]` = `open` (default), `closed`, `all` or a state. */
  async list(actor: UserActor, query: ListQuery): Promise<Page<ComplaintLine>> {
    const [unit, kept] = await Promise.all([this.units.all(), this.keptFromHim(actor)]);
    return this.lists.list(actor, matter, query, {
      order: BY_PRIORITY,
      filters: FILTERS,
      more: (bind) =>
        kept
          ? [
              `(not r.reserved or r.state not in ('registered', 'checked') or r.officer_id = ${bind(actor.employeeId)}::uuid)`,
            ]
          : [],
      line: (complaint) => lineOfComplaint(complaint, unit),
    });
  }

  /** CMP-3a: a named seat is on duty, and he is none; who supervises sees all. */
  private async keptFromHim(actor: UserActor): Promise<boolean> {
    if (actor.permissions.has(MAY.supervise)) return false;
    const seats = await this.seats.onDuty();
    return seats.length > 0 && !seats.includes(actor.employeeId);
  }
}

const lineOfComplaint = (complaint: Complaint, unit: UnitRefs): ComplaintLine => ({
  ...lineOf(complaint),
  state: complaint.state,
  channel: complaint.channel,
  business: complaint.business,
  kind: complaint.kind,
  level: complaint.level,
  customerName: complaint.customerName,
  customerClass: complaint.customerClass,
  gravity: [...complaint.gravity],
  priority: complaint.priority,
  reserved: complaint.reserved,
  major: complaint.major,
  unit: complaint.unitId ? unit(complaint.unitId) : null,
  intakeUnit: unit(complaint.intakeUnitId),
  handler: complaint.handlerId ? { id: complaint.handlerId, name: complaint.handlerName ?? '' } : null,
  round: complaint.round,
});
