/** Forms 8, 27a, 27b, 27c of a complaint, and 28 of a circulation (CMP-9b, CMP-10, CMP-11, CMP-20). */
import type { OnModuleInit } from '@nestjs/common';
import { Injectable } from '@nestjs/common';
import { Deadlines } from '@bihuan/alarms';
import { UnitOfWork } from '@bihuan/database';
import { circulationForm, type CirculationPaper } from '@bihuan/forms';
import { Papers } from '@bihuan/matters';
import { Org } from '@bihuan/org';
import { circulation } from '../circulation.matter';
import { complaint } from '../complaint.matter';
import { sanctions } from '../data/sanction.store';
import { supervisions } from '../data/supervision.store';
import type { Circulation } from '../domain/circulation.state';
import { hasRehandling, hasReport } from '../domain/papers.rules';
import type { Complaint } from '../domain/complaint.state';
import type { Supervision } from '../domain/supervision.state';
import { orderPaper, rehandlingPaper, reportPaper } from './case-rows.part';
import type { SupervisionOrderPaper } from './index';
import { complaintOrder, complaintReport, rehandlingOrder, supervisionOrder } from './index';
import { PaperWords } from './paper-words.part';

const RESOURCE = 'complaints';

@Injectable()
export class CasePapers implements OnModuleInit {
  constructor(
    private readonly papers: Papers,
    private readonly work: UnitOfWork,
    private readonly words: PaperWords,
    private readonly deadlines: Deadlines,
    private readonly org: Org,
  ) {}

  onModuleInit(): void {
    const unitOf = ({ centreUnitId }: Complaint): string => centreUnitId;
    this.papers.ofMatter(complaint, RESOURCE, complaintReport, {
      unitOf,
      when: hasReport,
      fill: async (row, { unitName }) =>
        reportPaper(row, await this.about(unitName), await this.sanctionsOf(row), await this.head(row)),
    });
    this.papers.ofMatter(complaint, RESOURCE, complaintOrder, {
      unitOf,
      fill: async (row, { unitName }) => {
        const clocks = await this.deadlines.of(complaint.subject(row.id));
        return orderPaper(row, await this.about(unitName), clocks, this.words.customerLevels());
      },
    });
    this.papers.ofMatter(complaint, RESOURCE, supervisionOrder, {
      unitOf,
      fill: async (row, { unitName }) => this.supervisionPaper(row, unitName),
    });
    this.papers.ofMatter(complaint, RESOURCE, rehandlingOrder, {
      unitOf,
      when: hasRehandling,
      fill: async (row, { unitName }) => rehandlingPaper(row, await this.about(unitName)),
    });
    this.papers.ofMatter(circulation, 'circulations', circulationForm('complaints'), {
      unitOf: ({ issuingUnitId }) => issuingUnitId,
      fill: async (row, { unitName }) => this.circulationPaper(row, unitName),
    });
  }

  private async about(unitName: string) {
    return { pack: this.words.pack, unitName, unit: await this.words.units() };
  }

  private sanctionsOf({ id }: Complaint) {
    return sanctions.find(this.work, "r.complaint_id = $1 and r.state not in ('dropped', 'lifted') order by r.number", [
      id,
    ]);
  }

  private async head({ unitId }: Complaint): Promise<string | undefined> {
    return unitId ? (await this.org.headOf(unitId))?.name : undefined;
  }

  /** Each order of the case on a page of its own, the newest first. */
  private async supervisionPaper(row: Complaint, unitName: string): Promise<SupervisionOrderPaper> {
    const unit = await this.words.units();
    const orders = await supervisions.find(this.work, 'r.complaint_id = $1 order by r.created_at desc, r.number desc', [
      row.id,
    ]);
    return {
      unitName,
      caseNumber: row.number,
      orders: orders.map((order: Supervision) => ({
        number: order.number,
        issuingUnit: order.issuingUnitId ? unit(order.issuingUnitId).name : undefined,
        supervised: [unit(order.unitId).name, order.employeeName].filter((part) => part).join(' '),
        ground: order.ground as SupervisionOrderPaper['orders'][number]['ground'],
        instruction: order.instruction,
        dueAt: order.replyDueAt.toISOString(),
        requiredReply: order.requiredReply,
        issued: { by: order.issuedBy?.name, at: order.createdAt.toISOString() },
        ...(order.reply ? { reply: { text: order.reply.text, by: order.reply.by.name, at: order.reply.at } } : {}),
      })),
    };
  }

  private async circulationPaper(row: Circulation, unitName: string): Promise<CirculationPaper> {
    const unit = await this.words.units();
    return {
      unitName,
      number: row.number,
      at: row.createdAt.toISOString(),
      accused: [row.unitId ? unit(row.unitId).name : '', row.employeeName].filter((part) => part).join(' '),
      caseNumber: row.complaintNumber,
      matter: row.matter,
      basis: row.ground,
      decision: row.handling,
      demand: row.requirement,
      issuedBy: row.issuedBy.name,
      issuedAt: row.createdAt.toISOString(),
      distribution: row.list.map(({ name, unit: of }) => `${of} ${name}`),
    };
  }
}
