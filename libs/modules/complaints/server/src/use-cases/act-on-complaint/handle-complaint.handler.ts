/** The handling: facts and cause, proposals, decision, carrying out (CMP-6, CMP-6a, CMP-10, CMP-11). */
import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { CarryOut, DecideHandling, InvestigateComplaint, ProposeHandling } from '@bihuan/complaints-contract';
import type { UserActor } from '@bihuan/plugin-kit';
import { invalidField } from '@bihuan/plugin-kit';
import type { Transaction } from '@bihuan/database';
import { Numbering } from '@bihuan/numbering';
import { Org } from '@bihuan/org';
import { ComplaintClocks } from '../../deadlines/complaint-clocks.deadline';
import { causeOf, demandEntry } from '../../domain/classification.rules';
import { rehandlingDone } from '../../domain/closing.decide';
import type { Complaint, LiablePerson } from '../../domain/complaint.state';
import { carriedOut, decided, investigated, proposed } from '../../domain/handling.decide';
import { holdersOf, newReport } from '../../domain/report.rules';
import { backAfterCarryOut } from '../../domain/road.rules';
import type { Moment } from '../../procedure.settings';
import { ComplaintsPack } from '../../pack.settings';
import { SanctionBook } from '../act-on-sanction/sanction-book.handler';
import { Acting, personOf } from './acting.handler';
import { Closure } from './closure.handler';

/** Number of form 8. */
const REPORT_NUMBERING = 'complaint-report';

@Injectable()
export class HandleComplaintHandler {
  constructor(
    private readonly acting: Acting,
    private readonly clocks: ComplaintClocks,
    private readonly pack: ComplaintsPack,
    private readonly org: Org,
    private readonly numbering: Numbering,
    private readonly sanctions: SanctionBook,
    private readonly closure: Closure,
  ) {}

  /** CMP-11: whoever it names is proposed for a sanction, where the pack has a rule for it. */
  investigate(actor: UserActor, id: string, input: InvestigateComplaint): Promise<Complaint> {
    return this.acting.act(actor, id, 'investigate', input, async (tx, before) => {
      const { causes } = this.pack.section;
      const { cause, text } = causeOf(causes, input.cause);
      const persons = await this.liable(input.persons ?? []);
      const found = { ...input, cause, causeText: [text, input.causeText].filter(Boolean).join('；') };
      const row = investigated(before, found, persons, personOf(actor), tx.now);
      await this.clocks.moved(tx, row);
      await this.clocks.at(tx, row, ['investigated']);
      await this.sanctions.proposeFor(tx, row);
      return {
        row,
        action: 'investigated',
        data: {
          ...(cause ? { cause } : {}),
          persons: persons.map(({ employeeId }) => employeeId).filter((one) => one !== null),
        },
        personal: { facts: input.facts, cause: input.cause, causeText: input.causeText },
      };
    });
  }

  propose(actor: UserActor, id: string, input: ProposeHandling): Promise<Complaint> {
    return this.acting.act(actor, id, 'propose', input, async (tx, before) => {
      const { compensations } = this.pack.section;
      input.proposals.forEach(({ compensation }, at) => {
        if (compensation) demandEntry(`/proposals/${at}/compensation/kind`, compensations, compensation.kind);
      });
      const row = proposed(before, input, randomUUID, personOf(actor), tx.now);
      await this.clocks.at(tx, row, ['proposed']);
      return {
        row,
        action: 'proposed',
        data: { proposals: row.proposals.length },
        personal: { proposals: input.proposals.map(({ text }) => text), customersChoice: input.customersChoice },
      };
    });
  }

  decide(actor: UserActor, id: string, input: DecideHandling): Promise<Complaint> {
    return this.acting.act(actor, id, 'decide', input, async (tx, before) => {
      const row = decided(before, input, personOf(actor), tx.now);
      await this.clocks.at(tx, row, ['decided']);
      return {
        row,
        action: 'decided',
        data: { proposalId: input.proposalId },
        personal: { instruction: input.instruction, customersChoice: input.customersChoice },
      };
    });
  }

  /** CMP-10: from now on the report is due; CMP-7c: an order that came straight from the centre is back with it. */
  carryOut(actor: UserActor, id: string, input: CarryOut): Promise<Complaint> {
    return this.acting.act(actor, id, 'carry-out', input, async (tx, before) => {
      const by = personOf(actor);
      const done = backAfterCarryOut(carriedOut(before, input, by, tx.now), tx.now);
      const back = done.returnedAt !== null && before.returnedAt === null;
      const row = await this.withReport(tx, rehandlingDone(done, input.text ?? '', by, tx.now));
      const moments: Moment[] = ['carried-out', ...(back ? (['returned'] as const) : [])];
      await this.clocks.at(tx, row, moments);
      await this.closure.after(tx, row, 'carried-out');
      return {
        row,
        action: 'carried-out',
        data: row.report ? { report: row.report.number } : {},
        personal: { text: input.text, consent: input.consent },
      };
    });
  }

  private async withReport(tx: Transaction, complaint: Complaint): Promise<Complaint> {
    if (!complaint.procedure.report || complaint.report) return complaint;
    const { firstHolder, secondHolder } = this.pack.section.report;
    const number = await this.numbering.next(tx, REPORT_NUMBERING, { at: tx.now });
    const unit = complaint.unitId ? await this.org.unit(complaint.unitId) : undefined;
    return { ...complaint, report: newReport(number, holdersOf(firstHolder, secondHolder, unit)) };
  }

  /** Employees by id; a name of somebody who is not on file stays a name. */
  private async liable(persons: NonNullable<InvestigateComplaint['persons']>): Promise<LiablePerson[]> {
    const { breaches } = this.pack.section.sanctions;
    return Promise.all(
      persons.map(async (person, at) => {
        const given = typeof person === 'string' ? { employeeId: person } : person;
        const { employeeId, stage = null, breach = null } = { stage: undefined, breach: undefined, ...given };
        const employee = await this.org.employee(employeeId);
        if (!employee && typeof person !== 'string') {
          throw invalidField(`/persons/${at}`, 'unknown-employee', '没有这个员工。 / There is no such employee.');
        }
        if (breach !== null) demandEntry(`/persons/${at}/breach`, breaches, breach);
        return { employeeId: employee?.id ?? null, name: employee?.name ?? employeeId, stage, breach };
      }),
    );
  }
}
