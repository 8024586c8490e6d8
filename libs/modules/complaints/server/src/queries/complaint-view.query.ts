/** A complaint as the API and the console see it: a whitelist of the row, with names of units. */
import { Injectable } from '@nestjs/common';
import type { ComplaintView } from '@bihuan/complaints-contract';
import type { UserActor } from '@bihuan/plugin-kit';
import { UnitOfWork } from '@bihuan/database';
import type { DeadlineView } from '@bihuan/alarms';
import { Matters } from '@bihuan/matters';
import { Org } from '@bihuan/org';
import { complaint as matter } from '../complaint.matter';
import { sanctions } from '../data/sanction.store';
import { supervisions } from '../data/supervision.store';
import type { Complaint } from '../domain/complaint.state';
import { printable } from '../domain/papers.rules';
import { routeOf } from '../domain/road.rules';
import { ComplaintsPack } from '../pack.settings';
import type { UnitRefs } from './unit-names.query';
import { UnitNames } from './unit-names.query';

const iso = (at: Date | null): string | null => at?.toISOString() ?? null;

@Injectable()
export class ComplaintViews {
  constructor(
    private readonly matters: Matters,
    private readonly work: UnitOfWork,
    private readonly org: Org,
    private readonly units: UnitNames,
    private readonly pack: ComplaintsPack,
  ) {}

  /** @param clocks of a complaint that was just registered: nothing else can belong to it yet */
  async view(actor: UserActor, complaint: Complaint, clocks?: readonly DeadlineView[]): Promise<ComplaintView> {
    const [frame, unit, orders, held, route] = await Promise.all([
      this.matters.frame(actor, matter, complaint, clocks),
      this.units.all(),
      clocks ? [] : this.supervisionsOf(complaint.id),
      clocks ? [] : this.sanctionsOf(complaint.id),
      this.route(complaint),
    ]);
    return {
      ...frame,
      ...plain(complaint, unit),
      ...handling(complaint, unit),
      state: complaint.state,
      way: complaint.wantedWay ?? this.pack.channel(complaint.channel)?.way ?? null,
      route,
      supervisions: orders.map((order) => ({
        id: order.id,
        number: order.number,
        state: order.state,
        automatic: order.automatic,
        ground: order.ground,
        unit: unit(order.unitId),
        dueAt: iso(order.dueAt),
        issuedAt: order.createdAt.toISOString(),
      })),
      sanctions: held.map(({ id, number, state, employeeName }) => ({ id, number, state, person: employeeName })),
      forms: [...printable(complaint, orders.length > 0)],
    };
  }

  private supervisionsOf(id: string) {
    return supervisions.find(this.work, 'r.complaint_id = $1 order by r.created_at desc, r.number desc', [id]);
  }

  private sanctionsOf(id: string) {
    return sanctions.find(this.work, 'r.complaint_id = $1 order by r.created_at, r.number', [id]);
  }

  private async route(complaint: Complaint): Promise<ComplaintView['route']> {
    const codes = routeOf(this.pack.section, complaint);
    const units = await Promise.all(codes.map((code) => this.org.unitByCode(code)));
    return units.flatMap((unit) => (unit ? [{ id: unit.id, name: unit.name }] : []));
  }
}

/** What was taken in. */
const plain = (complaint: Complaint, unit: UnitRefs) => ({
  channel: complaint.channel,
  business: complaint.business,
  kind: complaint.kind,
  level: complaint.level,
  symptom: complaint.symptom,
  missing: [...complaint.missing],
  customerName: complaint.customerName,
  phone: complaint.phone,
  contact: complaint.contact,
  address: complaint.address,
  siteId: complaint.siteId,
  matter: complaint.matter,
  demand: complaint.demand,
  recording: complaint.recording,
  gravity: [...complaint.gravity],
  serviceDown: complaint.serviceDown,
  crossProvince: complaint.crossProvince,
  customerClass: complaint.customerClass,
  marks: [...complaint.marks],
  priority: complaint.priority,
  reserved: complaint.reserved,
  major: complaint.major,
  leaderId: complaint.leaderId,
  followers: complaint.followers,
  heardAt: complaint.heardAt.toISOString(),
  officer: complaint.officerId ? { id: complaint.officerId, name: complaint.officerName ?? '' } : null,
  passedOnBy: complaint.passedOn,
  intakeUnit: unit(complaint.intakeUnitId),
  centre: unit(complaint.centreUnitId),
  answerUnit: unit(complaint.answerUnitId),
  unit: complaint.unitId ? unit(complaint.unitId) : null,
  coOperators: complaint.coOperators.map(unit),
  signature: {
    needed: complaint.needsSignature,
    attachmentId: complaint.signatureId,
    at: iso(complaint.signedAt),
  },
  followsId: complaint.followsId,
  followedById: complaint.followedById,
  source: complaint.source,
  promisedAt: iso(complaint.promisedAt),
  round: complaint.round,
  returns: complaint.returns,
});

/** What was done. */
const handling = (complaint: Complaint, unit: UnitRefs) => ({
  road: complaint.road.map(({ unitId, fromId, ...hop }) => ({
    ...hop,
    unit: unit(unitId),
    from: fromId ? unit(fromId) : null,
  })),
  relay: complaint.relay && { ...complaint.relay, unit: unit(complaint.relay.unitId) },
  acknowledged: complaint.acknowledged,
  validity: complaint.validity,
  investigation: complaint.investigation && {
    ...complaint.investigation,
    persons: complaint.investigation.persons.map(({ employeeId, name, stage }) => ({ employeeId, name, stage })),
  },
  proposals: [...complaint.proposals],
  customersChoice: complaint.customersChoice,
  decision: complaint.decision,
  carriedOut: complaint.carriedOut,
  handler: complaint.handlerId ? { id: complaint.handlerId, name: complaint.handlerName ?? '' } : null,
  returnedAt: iso(complaint.returnedAt),
  answer: complaint.answer && { ...complaint.answer, firstContact: complaint.firstContact },
  mayBecomeAppeal: complaint.mayBecomeAppeal,
  appealNumber: complaint.appealNumber,
  concludedAt: iso(complaint.concludedAt),
  report: complaint.report && { ...complaint.report, copies: [...complaint.report.copies] },
  feedback: complaint.feedback,
  revisit: complaint.revisit,
  summary: complaint.summary,
  screening: complaint.screening,
  rehandlings: complaint.rehandlings.map(
    ({ number, round, opinion, screenedBy, at, unitId, requirement, result, doneAt }) => ({
      number,
      round,
      opinion,
      screenedBy,
      at,
      unit: unit(unitId),
      requirement,
      result,
      doneAt,
    }),
  ),
});
