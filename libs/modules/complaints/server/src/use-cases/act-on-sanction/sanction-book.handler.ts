/** Sanctions are proposed: by the pack's rule when an investigation names persons, or by hand (CMP-11). */
import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Transaction } from '@bihuan/database';
import { Matters } from '@bihuan/matters';
import { Numbering } from '@bihuan/numbering';
import { Org } from '@bihuan/org';
import type { Complaint, Person } from '../../domain/complaint.state';
import type { ProposedSanction } from '../../domain/sanction.rules';
import { heldLiable, sanctionsOf } from '../../domain/sanction.rules';
import type { Sanction } from '../../domain/sanction.state';
import { ComplaintsPack } from '../../pack.settings';
import { sanction as matter } from '../../sanction.matter';

const NUMBERING = 'sanction';

@Injectable()
export class SanctionBook {
  constructor(
    private readonly matters: Matters,
    private readonly numbering: Numbering,
    private readonly org: Org,
    private readonly pack: ComplaintsPack,
  ) {}

  /** What an investigation leads to, by the rule of the pack. */
  async proposeFor(tx: Transaction, complaint: Complaint): Promise<void> {
    for (const held of heldLiable(this.pack.section.sanctions, complaint)) {
      await this.propose(tx, complaint, held, null);
    }
  }

  /** The person, and the head of the department where the pack holds him liable too. @throws 422 for an unknown breach */
  async propose(
    tx: Transaction,
    complaint: Complaint,
    held: {
      readonly employeeId: string;
      readonly breach: string;
      readonly stage?: string | null;
      readonly text?: string;
    },
    by: Person | null,
  ): Promise<Sanction[]> {
    const employee = await this.org.employee(held.employeeId);
    const head = employee && (await this.org.headOf(employee.unitId));
    const rows: Sanction[] = [];
    for (const proposed of sanctionsOf(this.pack.section.sanctions, held, head?.id)) {
      rows.push(await this.open(tx, complaint, proposed, held.text, by));
    }
    return rows;
  }

  private async open(
    tx: Transaction,
    complaint: Complaint,
    proposed: ProposedSanction,
    text: string | undefined,
    by: Person | null,
  ): Promise<Sanction> {
    const person = await this.org.employee(proposed.employeeId);
    const unitId = person?.unitId ?? complaint.unitId ?? complaint.centreUnitId;
    const draft: Sanction = {
      ...proposed,
      id: randomUUID(),
      version: 1,
      number: await this.numbering.next(tx, NUMBERING, { at: tx.now }),
      state: 'proposed',
      customerId: complaint.customerId,
      keyId: complaint.keyId,
      dueAt: null,
      createdAt: tx.now,
      complaintId: complaint.id,
      complaintNumber: complaint.number,
      employeeName: person?.name ?? '',
      unitId,
      ground: text ?? this.pack.section.sanctions.ground.zh,
      proposedBy: by,
      decision: null,
      toldAt: null,
      objectUntil: null,
      objection: null,
      review: null,
    };
    return this.matters.open(tx, matter, draft, {
      action: 'sanction-proposed',
      data: {
        complaint: complaint.number,
        employeeId: proposed.employeeId,
        liability: proposed.liability,
        breach: proposed.breach,
        stage: proposed.stage,
        points: proposed.points,
        amount: proposed.amount,
      },
    });
  }
}
