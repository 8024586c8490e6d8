/** `/api/appraisal/proposals`: what is proposed, by whom it was decided (APR-6). */
import { Controller, Get, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import type { MakeProposal, ProposalLine, ProposalView } from '@bihuan/appraisal-contract';
import * as contract from '@bihuan/appraisal-contract';
import type { UserActor } from '@bihuan/plugin-kit';
import { Permit } from '@bihuan/plugin-kit';
import type { ListQuery, Page } from '@bihuan/http';
import { Actor, ListParams, Payload } from '@bihuan/http';
import { actRoutes } from '@bihuan/matters';
import { ProposalViews } from '../../queries/proposal-view.query';
import { ProposeHandler } from './propose.handler';

const { APPRAISAL_PERMISSIONS: MAY } = contract;

@Controller('appraisal/proposals')
export class ProposeController {
  constructor(
    private readonly handler: ProposeHandler,
    private readonly views: ProposalViews,
  ) {}

  @Post()
  @Permit(MAY.propose)
  async propose(@Actor() actor: UserActor, @Payload(contract.makeProposal) body: MakeProposal): Promise<ProposalView> {
    return this.views.view(actor, await this.handler.propose(actor, body));
  }

  @Get()
  @Permit(MAY.readProposal)
  all(@Actor() actor: UserActor, @ListParams() query: ListQuery): Promise<Page<ProposalLine>> {
    return this.views.list(actor, query);
  }

  @Get(':id')
  @Permit(MAY.readProposal)
  one(@Actor() actor: UserActor, @Param('id', ParseUUIDPipe) id: string): Promise<ProposalView> {
    return this.views.get(actor, id);
  }
}

export const ActOnProposal = actRoutes({
  path: 'appraisal/proposals',
  handler: ProposeHandler,
  views: ProposalViews,
  acts: { decide: { permit: MAY.decide, body: contract.decideProposal } },
});
