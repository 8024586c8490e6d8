/** Routes of printers and of what was sent to them (FRM-6). */
import { Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import type { UserActor } from '@bihuan/plugin-kit';
import { Permit } from '@bihuan/plugin-kit';
import type { AddPrinter, ChangePrinter, PrinterView, SendingView, SendPrint } from '@bihuan/forms-contract';
import {
  addPrinterSchema,
  changePrinterSchema,
  FORMS_PERMISSIONS,
  sendPrintSchema,
  testPageSchema,
} from '@bihuan/forms-contract';
import { Actor, IfMatch, Payload, withVersion } from '@bihuan/http';
import { Printers } from './printers';
import { Sendings } from './sendings';

const { print: PRINT, printers: MANAGE } = FORMS_PERMISSIONS;

@Controller('forms')
export class PrintersController {
  constructor(
    private readonly printers: Printers,
    private readonly sendings: Sendings,
  ) {}

  @Get('printers')
  @Permit(PRINT)
  async list(@Actor() actor: UserActor) {
    return { data: await this.printers.list(actor), page: {} };
  }

  @Post('printers')
  @Permit(MANAGE)
  add(@Actor() actor: UserActor, @Payload(addPrinterSchema) body: AddPrinter): Promise<PrinterView> {
    return this.printers.add(actor, body);
  }

  @Post('printers/:id/change')
  @HttpCode(200)
  @Permit(MANAGE)
  change(
    @Actor() actor: UserActor,
    @Param('id', ParseUUIDPipe) id: string,
    @Payload(changePrinterSchema) body: ChangePrinter,
    @IfMatch() seen: number | undefined,
  ): Promise<PrinterView> {
    return this.printers.change(actor, id, withVersion(body, seen));
  }

  @Post('printers/:id/test-page')
  @Permit(MANAGE)
  testPage(
    @Actor() actor: UserActor,
    @Param('id', ParseUUIDPipe) id: string,
    @Payload(testPageSchema) _body: object,
  ): Promise<SendingView> {
    return this.sendings.testPage(actor, id);
  }

  @Post('prints/:id/send')
  @Permit(PRINT)
  send(
    @Actor() actor: UserActor,
    @Param('id', ParseUUIDPipe) id: string,
    @Payload(sendPrintSchema) body: SendPrint,
  ): Promise<SendingView> {
    return this.sendings.send(actor, id, body);
  }

  @Get('sendings')
  @Permit(PRINT)
  async mine(@Actor() actor: UserActor) {
    return { data: await this.sendings.list(actor), page: {} };
  }

  @Get('sendings/:id')
  @Permit(PRINT)
  one(@Actor() actor: UserActor, @Param('id', ParseUUIDPipe) id: string): Promise<SendingView> {
    return this.sendings.view(actor, id);
  }

  @Post('sendings/:id/again')
  @HttpCode(200)
  @Permit(PRINT)
  again(
    @Actor() actor: UserActor,
    @Param('id', ParseUUIDPipe) id: string,
    @Payload(testPageSchema) _body: object,
  ): Promise<SendingView> {
    return this.sendings.again(actor, id);
  }
}
