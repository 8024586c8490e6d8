/** Supervision orders are issued: by a higher unit's decision (CMP-20), or by the suite when a warning was ignored (CMP-4c). */
import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { SuperviseComplaint } from '@bihuan/complaints-contract';
import type { UserActor } from '@bihuan/plugin-kit';
import { invalidField } from '@bihuan/plugin-kit';
import type { DeadlineView } from '@bihuan/alarms';
import { Deadlines } from '@bihuan/alarms';
import type { Transaction } from '@bihuan/database';
import { Matters } from '@bihuan/matters';
import { Notices } from '@bihuan/notices';
import { Numbering } from '@bihuan/numbering';
import { Org } from '@bihuan/org';
import type { Complaint } from '../../domain/complaint.state';
import type { Supervision } from '../../domain/supervision.state';
import { SUPERVISION_REPLY } from '../../deadlines/stages.deadline';
import { ComplaintsPack } from '../../pack.settings';
import { supervision as matter } from '../../supervision.matter';

const NUMBERING = 'supervision-order';

/** Ground where none is said. */
const NOT_AS_PRESCRIBED = 'not-as-prescribed';

/** What an order says, besides what it is about. */
type Order = Pick<
  Supervision,
  | 'automatic'
  | 'ground'
  | 'stage'
  | 'issuingUnitId'
  | 'unitId'
  | 'employeeId'
  | 'instruction'
  | 'requiredReply'
  | 'issuedBy'
> & { readonly dueAt?: Date };

@Injectable()
export class SupervisionBook {
  constructor(
    private readonly matters: Matters,
    private readonly deadlines: Deadlines,
    private readonly numbering: Numbering,
    private readonly notices: Notices,
    private readonly org: Org,
    private readonly pack: ComplaintsPack,
  ) {}

  /** @throws 422 for a due time that does not lie ahead, an unknown unit or person */
  async byDecision(
    tx: Transaction,
    actor: UserActor,
    about: Complaint,
    input: SuperviseComplaint,
  ): Promise<Supervision> {
    const dueAt = new Date(input.dueAt);
    if (dueAt <= tx.now) throw invalidField('/dueAt', 'in-the-past', '完成时限须晚于现在。 / It must lie ahead.');
    const unit = await this.org.demandUnit(input.unitId ?? about.unitId ?? about.centreUnitId);
    if (input.employeeId !== undefined) await this.org.demandEmployee(input.employeeId);
    return this.issue(tx, about, {
      automatic: false,
      ground: input.ground ?? NOT_AS_PRESCRIBED,
      stage: null,
      issuingUnitId: actor.unitId,
      unitId: unit.id,
      employeeId: input.employeeId ?? null,
      instruction: input.instruction,
      requiredReply: input.requiredReply ?? '',
      issuedBy: { id: actor.employeeId, name: actor.name },
      dueAt,
    });
  }

  /** To the unit and the person whose clock ran out in spite of the warning. */
  automatic(tx: Transaction, about: Complaint, { stage, owner }: DeadlineView): Promise<Supervision> {
    const { instruction, requiredReply } = this.pack.section.supervision;
    return this.issue(tx, about, {
      automatic: true,
      ground: 'automatic',
      stage,
      issuingUnitId: about.centreUnitId,
      unitId: owner.unitId,
      employeeId: owner.employeeId,
      instruction,
      requiredReply,
      issuedBy: null,
    });
  }

  private async issue(tx: Transaction, about: Complaint, { dueAt, ...order }: Order): Promise<Supervision> {
    const id = randomUUID();
    const number = await this.numbering.next(tx, NUMBERING, { at: tx.now });
    const person = order.employeeId ? await this.org.employee(order.employeeId) : undefined;
    const head = await this.org.headOf(order.unitId);
    const clock = await this.deadlines.arm(tx, {
      subject: matter.subject(id),
      stage: SUPERVISION_REPLY,
      policy: this.pack.section.supervision.replyPolicy,
      startedAt: tx.now,
      ...(dueAt ? { dueAt } : {}),
      owner: { unitId: order.unitId, employeeId: order.employeeId },
      people: order.issuedBy ? { issuer: order.issuedBy.id } : {},
      label: number,
      first: true,
    });
    const draft: Supervision = {
      ...order,
      id,
      version: 1,
      number,
      state: 'issued',
      customerId: about.customerId,
      keyId: about.keyId,
      dueAt: null,
      createdAt: tx.now,
      complaintId: about.id,
      complaintNumber: about.number,
      employeeName: person?.name ?? null,
      replyDueAt: clock.dueAt,
      reply: null,
    };
    const to = [...new Set([person?.id, head?.id])].filter((one) => one !== undefined);
    const row = await this.matters.open(tx, matter, draft, {
      action: 'supervision-issued',
      data: { complaint: about.number, automatic: order.automatic, ground: order.ground, stage: order.stage },
      personal: { instruction: order.instruction },
      participants: to,
      clocks: [clock],
    });
    await this.notices.send(tx, {
      subject: matter.subject(id),
      to,
      template: 'complaint-supervised',
      params: { number: about.number, order: number, dueAt: row.replyDueAt.toISOString() },
      channels: ['inbox', 'sms'],
    });
    return row;
  }
}
