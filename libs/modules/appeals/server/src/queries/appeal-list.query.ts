/** The queue in the order of the desk: importance, gravity, then what is due first (APL-2b). */
import { Injectable } from '@nestjs/common';
import type { AppealLine } from '@bihuan/appeals-contract';
import type { UserActor } from '@bihuan/plugin-kit';
import type { ListQuery, Page } from '@bihuan/http';
import type { OrderKey } from '@bihuan/matters';
import { lineOf, MatterLists } from '@bihuan/matters';
import { Org } from '@bihuan/org';
import { appeal as matter } from '../appeal.matter';
import type { Appeal } from '../domain/appeal.state';
import { shown } from '../domain/codes.rules';
import { hasPriority } from '../domain/queue.rules';
import { AppealsPack } from '../pack.settings';

const ORDER: readonly OrderKey<Appeal>[] = [
  { sql: 'r.importance', type: 'int', of: ({ importance }) => importance },
  { sql: 'r.gravity_rank', type: 'int', of: ({ gravityRank }) => gravityRank },
  { sql: "coalesce(r.due_at, 'infinity')", type: 'timestamptz', of: ({ dueAt }) => dueAt ?? 'infinity' },
];

@Injectable()
export class AppealList {
  constructor(
    private readonly lists: MatterLists,
    private readonly org: Org,
    private readonly pack: AppealsPack,
  ) {}

  async list(actor: UserActor, query: ListQuery): Promise<Page<AppealLine>> {
    const units = new Map((await this.org.units()).map(({ id, name }) => [id, name]));
    const { section } = this.pack;
    return this.lists.list(actor, matter, query, {
      order: ORDER,
      filters: {
        regulator: 'r.regulator',
        caseNumber: 'r.case_number',
        business: 'r.business',
        nature: 'r.nature',
        unit: 'r.unit_id::text',
        handler: 'r.handler_id::text',
        keyCase: 'r.key_case::text',
        filed: 'r.filed::text',
        complaint: 'r.complaint_id::text',
      },
      line: (row): AppealLine => ({
        ...lineOf(row),
        state: row.state,
        regulator: shown(section.regulators, row.regulator),
        caseNumber: row.caseNumber,
        filed: row.filed,
        appellant: row.appellant,
        business: shown(section.businesses, row.business),
        nature: shown(section.natures, row.nature),
        keyCase: row.keyCase,
        priority: hasPriority(section, row),
        level: row.level,
        gravity: [...row.gravity],
        unit: row.unitId ? { id: row.unitId, name: units.get(row.unitId) ?? '' } : null,
        handler: row.handlerId ? { id: row.handlerId, name: row.handlerName ?? '' } : null,
        replyDueAt: row.replyDueAt?.toISOString() ?? null,
        sentBack: row.sentBack,
      }),
    });
  }
}
