/** `POST /api/appeals/appeals`, and reading appeals, candidates and archives. */
import { Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import type {
  AppealLine,
  AppealView,
  ArchiveView,
  Candidate,
  FindCandidates,
  ReceiveAppeal,
} from '@bihuan/appeals-contract';
import { APPEALS_PERMISSIONS as MAY, findCandidates, receiveAppeal } from '@bihuan/appeals-contract';
import type { UserActor } from '@bihuan/plugin-kit';
import { Permit } from '@bihuan/plugin-kit';
import type { ListQuery, Page } from '@bihuan/http';
import { Actor, ListParams, Payload } from '@bihuan/http';
import { Matters } from '@bihuan/matters';
import { appeal as matter } from '../../appeal.matter';
import { AppealList } from '../../queries/appeal-list.query';
import { AppealViews } from '../../queries/appeal-view.query';
import { Archives } from '../../queries/archive.query';
import { Candidates } from '../../queries/candidates.query';
import { ReceiveAppealHandler } from './receive-appeal.handler';

@Controller('appeals/appeals')
export class ReceiveAppealController {
  constructor(
    private readonly handler: ReceiveAppealHandler,
    private readonly matters: Matters,
    private readonly views: AppealViews,
    private readonly appeals: AppealList,
    private readonly candidates: Candidates,
    private readonly archives: Archives,
  ) {}

  @Post()
  @Permit(MAY.receiveAppeal)
  async receive(@Actor() actor: UserActor, @Payload(receiveAppeal) body: ReceiveAppeal): Promise<AppealView> {
    const { row, clocks } = await this.handler.receive(actor, body);
    return this.views.fresh(actor, row, clocks);
  }

  @Get()
  @Permit(MAY.readAppeal)
  list(@Actor() actor: UserActor, @ListParams() query: ListQuery): Promise<Page<AppealLine>> {
    return this.appeals.list(actor, query);
  }

  /** Before the appeal is taken in: complaints of this phone or customer, the likest matter first. */
  @Post('candidates')
  @HttpCode(200)
  @Permit(MAY.receiveAppeal)
  async ask(@Payload(findCandidates) body: FindCandidates): Promise<{ data: readonly Candidate[] }> {
    return { data: await this.candidates.like(body) };
  }

  @Get(':id')
  @Permit(MAY.readAppeal)
  async one(@Actor() actor: UserActor, @Param('id', ParseUUIDPipe) id: string): Promise<AppealView> {
    return this.views.view(actor, await this.matters.get(actor, matter, id));
  }

  @Get(':id/candidates')
  @Permit(MAY.dispatchAppeal)
  async ofAppeal(
    @Actor() actor: UserActor,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<{ data: readonly Candidate[] }> {
    return { data: await this.candidates.of(await this.matters.get(actor, matter, id)) };
  }

  @Get(':id/archive')
  @Permit(MAY.readAppeal)
  async archive(@Actor() actor: UserActor, @Param('id', ParseUUIDPipe) id: string): Promise<ArchiveView> {
    return this.archives.of(await this.matters.get(actor, matter, id));
  }
}
