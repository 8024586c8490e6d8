/** `GET` and `POST /api/appeals/contact-persons` (APL-9). */
import { Controller, Get, Post } from '@nestjs/common';
import type { ContactLine, ContactView, NameContact } from '@bihuan/appeals-contract';
import { APPEALS_PERMISSIONS as MAY, nameContact } from '@bihuan/appeals-contract';
import type { UserActor } from '@bihuan/plugin-kit';
import { Permit } from '@bihuan/plugin-kit';
import { Actor, Payload } from '@bihuan/http';
import { ContactViews } from '../../queries/contact-person.query';
import { NameContactHandler } from './name-contact.handler';

@Controller('appeals/contact-persons')
export class NameContactController {
  constructor(
    private readonly handler: NameContactHandler,
    private readonly views: ContactViews,
  ) {}

  @Get()
  @Permit(MAY.readContacts)
  async list(): Promise<{ data: readonly ContactLine[]; page: object }> {
    return { data: await this.views.list(), page: {} };
  }

  @Post()
  @Permit(MAY.manageContacts)
  async name(@Actor() actor: UserActor, @Payload(nameContact) body: NameContact): Promise<ContactView> {
    const { row, moved } = await this.handler.name(actor, body);
    return this.views.view(row, moved);
  }
}
