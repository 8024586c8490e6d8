/** Proposals by hand, and decisions with a name (APR-6, APR-6c, APR-6d). */
import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { DecideProposal, MakeProposal } from '@bihuan/appraisal-contract';
import { APPRAISAL_PERMISSIONS as MAY } from '@bihuan/appraisal-contract';
import type { UserActor } from '@bihuan/plugin-kit';
import { invalidField, reachesUnit } from '@bihuan/plugin-kit';
import { UnitOfWork } from '@bihuan/database';
import { Matters } from '@bihuan/matters';
import { Org } from '@bihuan/org';
import { proposal } from '../../proposal.matter';
import { decided, demandConsequence, followUp } from '../../domain/proposal.rules';
import type { Proposal } from '../../domain/proposal.state';
import { AppraisalPack } from '../../pack.settings';
import { ProposeConsequences } from './propose-consequences.part';

@Injectable()
export class ProposeHandler {
  constructor(
    private readonly work: UnitOfWork,
    private readonly pack: AppraisalPack,
    private readonly org: Org,
    private readonly matters: Matters,
    private readonly proposals: ProposeConsequences,
  ) {}

  async propose(actor: UserActor, input: MakeProposal): Promise<Proposal> {
    const person = await this.org.employee(input.employeeId);
    if (!person || !reachesUnit(actor, MAY.propose, person.unitId)) {
      throw invalidField('/employeeId', 'unknown-person', '没有此人，或不属于您的部门。 / Nobody of yours.');
    }
    const consequence = demandConsequence(this.pack.section.consequences, input);
    return this.work.run(actor, async (tx) => {
      const { rule } = consequence;
      // How often he was complained of is shown to whoever decides, whatever the cause that is named (APR-6d).
      const count = rule.kind === 'records' ? await this.proposals.recordsOf(tx, person.id, rule.entries) : null;
      return this.proposals.propose(tx, {
        person: { id: person.id, name: person.name, unitId: person.unitId },
        consequence: consequence.code,
        groundKey: `by-hand:${randomUUID()}`,
        cause: input.cause ?? null,
        ground: input.ground,
        facts: { months: [], count, follows: null },
        proposedBy: actor.name,
      });
    });
  }

  decide(actor: UserActor, id: string, input: DecideProposal): Promise<Proposal> {
    return this.matters.act(actor, proposal, id, 'decide', input, async (tx, before) => {
      const row = decided(before, input, { id: actor.employeeId, name: actor.name }, tx.now);
      const { consequences } = this.pack.section;
      const next = followUp(
        consequences.find(({ code }) => code === before.consequence),
        row,
      );
      if (next) {
        await this.proposals.propose(tx, {
          person: { id: before.employeeId, name: before.employeeName, unitId: before.unitId },
          consequence: next,
          groundKey: `after:${before.id}`,
          cause: null,
          ground: input.text,
          facts: { months: before.facts.months, count: before.facts.count, follows: before.number },
          proposedBy: actor.name,
        });
      }
      return { row, action: row.state, data: { consequence: row.consequence } };
    });
  }
}
