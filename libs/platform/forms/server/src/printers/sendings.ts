/** Filed prints sent to a printer of the department: ordered here, sent by the pump (FRM-6). */
import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { UserActor } from '@bihuan/plugin-kit';
import { commonErrors } from '@bihuan/plugin-kit';
import type { SendingView, SendPrint } from '@bihuan/forms-contract';
import { PUMP_CHANNEL } from '@bihuan/clock';
import type { Transaction } from '@bihuan/database';
import { UnitOfWork, WakeBus } from '@bihuan/database';
import { Recorder } from '@bihuan/audit';
import { Filing } from '../archive/filing';
import { FiledStore } from '../archive/filed.store';
import { printerSubject } from './printer.store';
import { Printers } from './printers';
import { printerErrors } from './printers.errors';
import { SendingStore } from './sending.store';

export const SENDINGS_PUMP = 'printers';

/** Of a person's list. */
const LISTED = 50;

@Injectable()
export class Sendings {
  constructor(
    private readonly work: UnitOfWork,
    private readonly store: SendingStore,
    private readonly printers: Printers,
    private readonly filing: Filing,
    private readonly filed: FiledStore,
    private readonly recorder: Recorder,
    private readonly bus: WakeBus,
  ) {}

  /** Sends a print that he may open. @throws 404, 409 where the printer is switched off */
  async send(actor: UserActor, printId: string, { printerId, copies = 1 }: SendPrint): Promise<SendingView> {
    await this.filing.demandReadable(actor, printId);
    await this.demandPrinter(actor, printerId);
    const id = await this.work.run(actor, (tx) => this.order(tx, actor, { printerId, printId, copies }));
    return this.view(actor, id);
  }

  /** A page that shows that the printer prints, and what it is called here. */
  async testPage(actor: UserActor, printerId: string): Promise<SendingView> {
    await this.demandPrinter(actor, printerId);
    const id = await this.work.run(actor, (tx) => this.order(tx, actor, { printerId, printId: null, copies: 1 }));
    return this.view(actor, id);
  }

  /** @throws 404 where he does not see the printer, 409 where it is switched off */
  async demandPrinter(actor: UserActor, printerId: string): Promise<void> {
    const { enabled } = await this.printers.one(actor, printerId);
    if (!enabled) throw printerErrors['printer-disabled']({ state: 'disabled', allowedActions: [] });
  }

  /** In the transaction of the caller, who has asked for the printer and the paper. */
  async order(
    tx: Transaction,
    actor: UserActor,
    { printerId, printId, copies }: { printerId: string; printId: string | null; copies: number },
  ): Promise<string> {
    const id = randomUUID();
    await tx.flush();
    await this.store.add(tx, { id, printerId, printId, copies, orderedBy: actor.employeeId });
    const paper = printId === null ? undefined : await this.filed.paperOf(tx, printId);
    await this.recorder.record(tx, {
      subject: paper?.subject ?? printerSubject(printerId),
      action: paper ? 'form-sent-to-printer' : 'printer-tested',
      data: { ...(paper ? { form: paper.formCode } : {}), print: printId, printer: printerId, copies },
    });
    tx.afterCommit(() => this.bus.call(PUMP_CHANNEL, SENDINGS_PUMP));
    return id;
  }

  list(actor: UserActor): Promise<SendingView[]> {
    return this.store.list(actor.employeeId, LISTED);
  }

  /** @throws 404 where it is not his */
  async view(actor: UserActor, id: string): Promise<SendingView> {
    const view = await this.store.of(id, actor.employeeId);
    if (!view) throw commonErrors['not-found']();
    return view;
  }

  /** What failed is sent anew, as a job of its own. */
  async again(actor: UserActor, id: string): Promise<SendingView> {
    const { state } = await this.view(actor, id);
    const done = await this.work.run(actor, async (tx) => {
      if (!(await this.store.again(tx, id, actor.employeeId))) return false;
      tx.afterCommit(() => this.bus.call(PUMP_CHANNEL, SENDINGS_PUMP));
      return true;
    });
    if (!done) throw printerErrors['sending-not-failed']({ state, allowedActions: [] });
    return this.view(actor, id);
  }
}
