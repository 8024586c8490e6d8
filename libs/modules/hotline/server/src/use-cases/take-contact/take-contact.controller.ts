/** `POST /api/hotline/contacts` and reading contacts. */
import { Controller, Get, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import type { ContactView, TakeContact } from '@bihuan/hotline-contract';
import { HOTLINE_PERMISSIONS, takeContact } from '@bihuan/hotline-contract';
import type { UserActor } from '@bihuan/plugin-kit';
import { Permit } from '@bihuan/plugin-kit';
import { UnitOfWork } from '@bihuan/database';
import type { ListQuery, Page } from '@bihuan/http';
import { Actor, ListParams, Payload } from '@bihuan/http';
import { readContact } from '../../data/scoped.store';
import type { ContactLine } from '../../queries/contact-list.query';
import { ContactList } from '../../queries/contact-list.query';
import { ContactViews } from '../../queries/contact-view.query';
import { TakeContactHandler } from './take-contact.handler';

@Controller('hotline/contacts')
export class TakeContactController {
  constructor(
    private readonly handler: TakeContactHandler,
    private readonly views: ContactViews,
    private readonly contactList: ContactList,
    private readonly work: UnitOfWork,
  ) {}

  @Post()
  @Permit(HOTLINE_PERMISSIONS.takeContact)
  async take(@Actor() actor: UserActor, @Payload(takeContact) body: TakeContact): Promise<ContactView> {
    return this.views.view(actor, await this.handler.take(actor, body));
  }

  @Get()
  @Permit(HOTLINE_PERMISSIONS.readContact)
  list(@Actor() actor: UserActor, @ListParams() query: ListQuery): Promise<Page<ContactLine>> {
    return this.contactList.list(actor, query);
  }

  @Get(':id')
  @Permit(HOTLINE_PERMISSIONS.readContact)
  async one(@Actor() actor: UserActor, @Param('id', ParseUUIDPipe) id: string): Promise<ContactView> {
    return this.views.view(actor, await readContact(this.work, actor, id));
  }
}
