/** `POST /api/hotline/contacts/:id/{answer,await-customer,conclude,reopen,hand-over,nuisance,call-back}`. */
import { Controller, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import type { AnswerContact, ContactView, HandOverContact } from '@bihuan/hotline-contract';
import {
  answerContact,
  awaitCustomerContact,
  callBackContact,
  concludeContact,
  handOverContact,
  HOTLINE_PERMISSIONS,
  nuisanceContact,
  reopenContact,
} from '@bihuan/hotline-contract';
import type { UserActor } from '@bihuan/plugin-kit';
import { Permit } from '@bihuan/plugin-kit';
import { Actor, IfMatch, Payload, withVersion } from '@bihuan/http';
import { ContactViews } from '../../queries/contact-view.query';
import { ActOnContactHandler } from './act-on-contact.handler';
import { PassOnContactHandler } from './pass-on-contact.handler';

interface Text {
  text?: string;
  version?: number;
}

const { answerContact: ANSWER, handOverContact: HAND_OVER } = HOTLINE_PERMISSIONS;

@Controller('hotline/contacts/:id')
export class ActOnContactController {
  constructor(
    private readonly handler: ActOnContactHandler,
    private readonly passOn: PassOnContactHandler,
    private readonly views: ContactViews,
  ) {}

  @Post('answer')
  @HttpCode(200)
  @Permit(ANSWER)
  async answer(
    @Actor() actor: UserActor,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number | undefined,
    @Payload(answerContact) body: AnswerContact,
  ): Promise<ContactView> {
    return this.views.view(await this.handler.answer(actor, id, withVersion(body, version)));
  }

  @Post('await-customer')
  @HttpCode(200)
  @Permit(ANSWER)
  async awaitCustomer(
    @Actor() actor: UserActor,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number | undefined,
    @Payload(awaitCustomerContact) body: Text,
  ): Promise<ContactView> {
    return this.views.view(await this.handler.awaitCustomer(actor, id, withVersion(body, version)));
  }

  @Post('conclude')
  @HttpCode(200)
  @Permit(ANSWER)
  async conclude(
    @Actor() actor: UserActor,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number | undefined,
    @Payload(concludeContact) body: Text,
  ): Promise<ContactView> {
    return this.views.view(await this.handler.conclude(actor, id, withVersion(body, version)));
  }

  @Post('reopen')
  @HttpCode(200)
  @Permit(ANSWER)
  async reopen(
    @Actor() actor: UserActor,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number | undefined,
    @Payload(reopenContact) body: { reason?: string; version?: number },
  ): Promise<ContactView> {
    return this.views.view(await this.handler.reopen(actor, id, withVersion(body, version)));
  }

  @Post('hand-over')
  @HttpCode(200)
  @Permit(HAND_OVER)
  async handOver(
    @Actor() actor: UserActor,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number | undefined,
    @Payload(handOverContact) body: HandOverContact,
  ): Promise<ContactView> {
    return this.views.view(await this.passOn.handOver(actor, id, withVersion(body, version)));
  }

  @Post('nuisance')
  @HttpCode(200)
  @Permit(ANSWER)
  async nuisance(
    @Actor() actor: UserActor,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number | undefined,
    @Payload(nuisanceContact) body: { version?: number },
  ): Promise<ContactView> {
    return this.views.view(await this.handler.nuisance(actor, id, withVersion(body, version).version));
  }

  @Post('call-back')
  @HttpCode(200)
  @Permit(ANSWER)
  async callBack(
    @Actor() actor: UserActor,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number | undefined,
    @Payload(callBackContact) body: Text,
  ): Promise<ContactView> {
    return this.views.view(await this.passOn.callBack(actor, id, withVersion(body, version)));
  }
}
