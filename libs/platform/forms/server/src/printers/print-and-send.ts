/** Prints a paper, and where a printer is named sends it there: filed, counted and ordered in one transaction (FRM-3, FRM-6). */
import { Injectable } from '@nestjs/common';
import type { UserActor } from '@bihuan/plugin-kit';
import type { SendingView } from '@bihuan/forms-contract';
import type { PrintView } from '../archive/filing';
import { Filing } from '../archive/filing';
import type { PaperRequest, PrintBody } from '../archive/paper-request';
import { Sendings } from './sendings';

/** The print, with what became of sending it where a printer was named. */
export type PrintAndSent = PrintView & { readonly sending?: SendingView };

@Injectable()
export class PrintAndSend {
  constructor(
    private readonly filing: Filing,
    private readonly sendings: Sendings,
  ) {}

  async print(actor: UserActor, request: PaperRequest, asked: PrintBody): Promise<PrintAndSent> {
    const { printer, reprintMark = false } = asked;
    if (printer === undefined) return this.filing.print(actor, request, reprintMark);
    await this.sendings.demandPrinter(actor, printer);
    let sending = '';
    const view = await this.filing.print(actor, request, reprintMark, {
      also: async (tx, [print]) => {
        if (print) sending = await this.sendings.order(tx, actor, { printerId: printer, printId: print.id, copies: 1 });
      },
    });
    return { ...view, sending: await this.sendings.view(actor, sending) };
  }
}
