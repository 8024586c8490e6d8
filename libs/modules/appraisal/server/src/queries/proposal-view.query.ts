/** Proposals as the API shows them, those that wait first (APR-6). */
import { Injectable } from '@nestjs/common';
import type { ProposalLine, ProposalView } from '@bihuan/appraisal-contract';
import type { UserActor } from '@bihuan/plugin-kit';
import type { ListQuery, Page } from '@bihuan/http';
import { actsOf, lineOf, MatterLists, Matters } from '@bihuan/matters';
import { proposal } from '../proposal.matter';
import type { Proposal } from '../domain/proposal.state';
import { AppraisalPack } from '../pack.settings';

@Injectable()
export class ProposalViews {
  constructor(
    private readonly matters: Matters,
    private readonly lists: MatterLists,
    private readonly pack: AppraisalPack,
  ) {}

  async get(actor: UserActor, id: string): Promise<ProposalView> {
    return this.view(actor, await this.matters.get(actor, proposal, id));
  }

  async view(actor: UserActor, row: Proposal): Promise<ProposalView> {
    return { ...(await this.matters.frame(actor, proposal, row)), ...this.fields(row) };
  }

  /** `filter[state]` = `open` (default), `closed`, `all` or a state; `filter[employee]`. */
  list(actor: UserActor, query: ListQuery): Promise<Page<ProposalLine>> {
    return this.lists.list(actor, proposal, query, {
      order: [{ sql: 'r.created_at', type: 'timestamptz', of: ({ createdAt }) => createdAt }],
      filters: { employee: 'r.employee_id::text' },
      line: (row) => ({
        ...lineOf(row),
        version: row.version,
        allowedActions: [...actsOf(proposal, row, actor)],
        ...this.fields(row),
      }),
    });
  }

  private fields(row: Proposal) {
    const consequence = this.pack.section.consequences.find(({ code }) => code === row.consequence);
    return {
      employee: { id: row.employeeId, name: row.employeeName },
      consequence: row.consequence,
      title: consequence?.title ?? { zh: row.consequence, en: row.consequence },
      cause: row.cause,
      ground: row.ground,
      facts: { ...row.facts, months: row.facts.months.map((month) => ({ ...month })) },
      proposedBy: row.proposedBy,
      decided:
        row.decidedById && row.decidedAt
          ? {
              by: { id: row.decidedById, name: row.decidedBy ?? '' },
              at: row.decidedAt.toISOString(),
              text: row.decision ?? '',
            }
          : null,
    };
  }
}
