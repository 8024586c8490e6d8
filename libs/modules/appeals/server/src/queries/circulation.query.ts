/** Circulations with their read receipts (APL-8). */
import { Injectable } from '@nestjs/common';
import type { CirculationLine, CirculationView, ReadReceipt } from '@bihuan/appeals-contract';
import type { UserActor } from '@bihuan/plugin-kit';
import { Timeline } from '@bihuan/audit';
import type { ListQuery, Page } from '@bihuan/http';
import { lineOf, MatterLists, Matters } from '@bihuan/matters';
import { Org } from '@bihuan/org';
import { circulation as matter } from '../circulation.matter';
import type { Circulation } from '../domain/circulation.state';
import { AppealsPack } from '../pack.settings';

/** What the notices room notes in the timeline when somebody opens his notice. */
const READ = ['notice-read', 'notice-acknowledged'];

@Injectable()
export class CirculationViews {
  constructor(
    private readonly matters: Matters,
    private readonly lists: MatterLists,
    private readonly timeline: Timeline,
    private readonly org: Org,
    private readonly pack: AppealsPack,
  ) {}

  async list(actor: UserActor, query: ListQuery): Promise<Page<CirculationLine>> {
    const units = new Map((await this.org.units()).map(({ id, name }) => [id, name]));
    return this.lists.list(actor, matter, query, {
      filters: { unit: 'r.unit_id::text', ground: 'r.ground', appeal: 'r.appeal_id::text' },
      line: (row): CirculationLine => ({
        ...lineOf(row),
        state: row.state,
        ground: row.ground,
        groundTitle: this.titleOf(row),
        appealNumber: row.appealNumber,
        unit: { id: row.unitId, name: units.get(row.unitId) ?? '' },
      }),
    });
  }

  async view(actor: UserActor, row: Circulation): Promise<CirculationView> {
    const unit = await this.org.unit(row.unitId);
    return {
      ...(await this.matters.frame(actor, matter, row, [])),
      state: row.state,
      ground: row.ground,
      groundTitle: this.titleOf(row),
      appeal: { id: row.appealId, number: row.appealNumber, caseNumber: row.caseNumber },
      unit: { id: row.unitId, name: unit?.name ?? '' },
      persons: [...row.persons],
      facts: { ...row.facts },
      basis: row.basis,
      decision: row.decision,
      demand: row.demand,
      reason: row.reason,
      decidedBy: row.decidedBy,
      decidedAt: row.decidedAt?.toISOString() ?? null,
      receipts: await this.receipts(row),
    };
  }

  titleOf({ ground }: Circulation): { zh: string; en: string } {
    return this.pack.section.circulations.find((one) => one.ground === ground)?.title ?? { zh: ground, en: ground };
  }

  /** When each reader opened the notice, as the timeline keeps it. */
  private async receipts(row: Circulation): Promise<ReadReceipt[]> {
    const read = (await this.timeline.of(matter.subject(row.id))).filter(({ action }) => READ.includes(action));
    return Promise.all(
      row.distribution.map(async ({ unitId, readerId }) => {
        const unit = await this.org.unit(unitId);
        const reader = readerId ? await this.org.employee(readerId) : undefined;
        const seen = read.find(({ actor }) => actor.id !== null && actor.id === readerId);
        return {
          unit: { id: unitId, name: unit?.name ?? '' },
          reader: readerId ? { id: readerId, name: reader?.name ?? '' } : null,
          sentAt: readerId ? (row.decidedAt?.toISOString() ?? null) : null,
          readAt: seen?.at.toISOString() ?? null,
        };
      }),
    );
  }
}
