/** A circulation is issued to a list, and read by each on it (CMP-11, form 28). */
import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { IssueCirculation, ReadCirculation } from '@bihuan/complaints-contract';
import type { UserActor } from '@bihuan/plugin-kit';
import { invalidField } from '@bihuan/plugin-kit';
import { UnitOfWork } from '@bihuan/database';
import { Matters } from '@bihuan/matters';
import { Notices } from '@bihuan/notices';
import { Numbering } from '@bihuan/numbering';
import { Org } from '@bihuan/org';
import { circulation as matter } from '../../circulation.matter';
import { complaint as complaintMatter } from '../../complaint.matter';
import { circulationRead } from '../../domain/circulation.rules';
import type { Addressee, Circulation } from '../../domain/circulation.state';

const NUMBERING = 'circulation';

@Injectable()
export class ActOnCirculationHandler {
  constructor(
    private readonly work: UnitOfWork,
    private readonly matters: Matters,
    private readonly notices: Notices,
    private readonly numbering: Numbering,
    private readonly org: Org,
  ) {}

  /** @throws 422 for a list without anybody on it */
  async issue(actor: UserActor, input: IssueCirculation): Promise<Circulation> {
    const list = await this.addressees(input);
    const person = input.employeeId === undefined ? undefined : await this.org.demandEmployee(input.employeeId);
    return this.work.run(actor, async (tx) => {
      const complaint = await this.matters.read(tx, actor, complaintMatter, input.complaintId);
      const draft: Circulation = {
        id: randomUUID(),
        version: 1,
        number: await this.numbering.next(tx, NUMBERING, { at: tx.now }),
        state: 'issued',
        customerId: complaint.customerId,
        keyId: complaint.keyId,
        dueAt: null,
        createdAt: tx.now,
        complaintId: complaint.id,
        complaintNumber: complaint.number,
        sanctionId: input.sanctionId ?? null,
        issuingUnitId: actor.unitId,
        unitId: input.unitId ?? person?.unitId ?? complaint.unitId,
        employeeId: person?.id ?? null,
        employeeName: person?.name ?? null,
        matter: input.matter,
        ground: input.ground,
        handling: input.handling,
        requirement: input.requirement ?? '',
        issuedBy: { id: actor.employeeId, name: actor.name },
        list,
      };
      const row = await this.matters.open(tx, matter, draft, {
        action: 'circulation-issued',
        data: { complaint: complaint.number, to: list.map(({ id }) => id) },
        personal: { matter: input.matter, ground: input.ground, handling: input.handling },
        participants: list.map(({ id }) => id),
      });
      await this.notices.send(tx, {
        subject: matter.subject(row.id),
        to: list.map(({ id }) => id),
        template: 'complaint-circulated',
        params: { number: row.number },
        channels: ['inbox', 'e-mail'],
      });
      return row;
    });
  }

  /** The read receipt. */
  read(actor: UserActor, id: string, input: ReadCirculation): Promise<Circulation> {
    return this.matters.act(actor, matter, id, 'read', input, (tx, before) => ({
      row: circulationRead(before, actor.employeeId, tx.now),
      action: 'circulation-read',
      data: { by: actor.employeeId },
    }));
  }

  /** Heads of the units and the persons named, each once. */
  private async addressees({ toUnitIds = [], toEmployeeIds = [] }: IssueCirculation): Promise<Addressee[]> {
    const heads = await Promise.all(toUnitIds.map((id) => this.org.headOf(id)));
    const persons = await Promise.all(toEmployeeIds.map((id) => this.org.employee(id)));
    const names = new Map((await this.org.units()).map(({ id, name }) => [id, name]));
    const found = [...heads, ...persons].flatMap((one) => (one ? [one] : []));
    const list = [...new Map(found.map((one) => [one.id, one])).values()].map(({ id, name, unitId }) => ({
      id,
      name,
      unit: names.get(unitId) ?? '',
      readAt: null,
    }));
    if (list.length === 0) {
      throw invalidField('/toUnitIds', 'empty-list', '请至少选择一个收文单位或个人。 / Name at least one addressee.');
    }
    return list;
  }
}
