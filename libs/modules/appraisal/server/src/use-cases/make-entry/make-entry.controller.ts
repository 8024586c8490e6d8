/** `POST /api/appraisal/entries` and what is read of them (APR-2, APR-3a). */
import { Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import type { EntryView, MakeEntry, WithdrawEntry } from '@bihuan/appraisal-contract';
import { APPRAISAL_PERMISSIONS as MAY, makeEntry, withdrawEntry } from '@bihuan/appraisal-contract';
import type { UserActor } from '@bihuan/plugin-kit';
import { Authenticated, Permit } from '@bihuan/plugin-kit';
import type { ListQuery, Page } from '@bihuan/http';
import { Actor, IfMatch, ListParams, Payload, withVersion } from '@bihuan/http';
import { EntryList } from '../../queries/entry-list.query';
import { MakeEntryHandler } from './make-entry.handler';

@Controller('appraisal/entries')
export class MakeEntryController {
  constructor(
    private readonly handler: MakeEntryHandler,
    private readonly list: EntryList,
  ) {}

  /** Each kind has a permission of its own, which the handler asks for. */
  @Post()
  @Authenticated()
  async make(@Actor() actor: UserActor, @Payload(makeEntry) body: MakeEntry): Promise<EntryView> {
    return this.list.view(actor, await this.handler.make(actor, body));
  }

  @Get()
  @Permit(MAY.readEntry)
  all(@Actor() actor: UserActor, @ListParams() query: ListQuery): Promise<Page<EntryView>> {
    return this.list.list(actor, query);
  }

  @Post(':id/withdraw')
  @HttpCode(200)
  @Permit(MAY.readEntry)
  async withdraw(
    @Actor() actor: UserActor,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number | undefined,
    @Payload(withdrawEntry) body: WithdrawEntry,
  ): Promise<EntryView> {
    return this.list.view(actor, await this.handler.withdraw(actor, id, withVersion(body, version)));
  }
}
