/** Opens an order wherever it comes from: number, clocks, story, and the engineer where the pack chooses by itself (DSP-1, DSP-2). */
import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { DeadlineView } from '@bihuan/alarms';
import type { Transaction } from '@bihuan/database';
import { Matters } from '@bihuan/matters';
import { Numbering } from '@bihuan/numbering';
import { Customers } from '@bihuan/customers';
import { OrderClocks } from '../../deadlines/order-clocks.deadline';
import { dispatched } from '../../domain/dispatching.decide';
import type { NewOrder } from '../../domain/new-order.rules';
import { newOrder } from '../../domain/new-order.rules';
import type { WorkOrder } from '../../domain/work-order.state';
import { DispatchPack } from '../../pack.settings';
import { workOrder } from '../../work-order.part';
import { EngineerChoice } from '../choose-engineer/engineer-choice.handler';

/** A new order before it has an id, a number and a key. */
export type OrderDraft = Omit<NewOrder, 'id' | 'number' | 'keyId' | 'createdAt'> & {
  /** Key of the matter it comes from; absent: the customer's, or a fresh one. */
  readonly keyId?: string;
  /** Co-operating units get their part already dispatched (DSP-5). */
  readonly sentTo?: {
    readonly unitId: string;
    readonly engineer: { readonly id: string; readonly name: string } | null;
  };
};

export interface Opened {
  readonly order: WorkOrder;
  readonly clocks: readonly DeadlineView[];
}

@Injectable()
export class OrderOpener {
  constructor(
    private readonly matters: Matters,
    private readonly numbering: Numbering,
    private readonly customers: Customers,
    private readonly clocks: OrderClocks,
    private readonly choice: EngineerChoice,
    private readonly pack: DispatchPack,
  ) {}

  async open(tx: Transaction, { keyId: given, sentTo, ...draft }: OrderDraft): Promise<Opened> {
    // Asked for together, in one trip.
    const [keyId, number] = await Promise.all([
      given ?? this.customers.keyFor(tx, draft.customerId),
      this.pack
        .numberParts(draft.officerId)
        .then((values) => this.numbering.atCommit(tx, 'work-order', { at: tx.now, values })),
    ]);
    const fresh = newOrder({ ...draft, id: randomUUID(), number, keyId, createdAt: tx.now });
    const chosen = sentTo ?? (await this.automatically(tx, fresh));
    const row = chosen ? dispatched(fresh, chosen, null, tx.now) : fresh;
    const clocks = await this.clocks.opened(tx, row);
    const order = await this.matters.open(tx, workOrder, row, {
      action: 'opened',
      clocks,
      data: { type: row.type, customerClass: row.customerClass, source: row.source, unitId: row.unitId },
      personal: {
        customerName: row.customerName,
        phone: row.phone,
        site: row.site,
        address: row.address,
        description: row.description,
      },
      participants: [row.officerId, row.engineerId],
    });
    if (chosen) await this.choice.tell(tx, order);
    return { order, clocks };
  }

  /** DSP-2: the first of the ranking, where the pack says so; where there is nobody the head is told at once. */
  private async automatically(tx: Transaction, order: WorkOrder) {
    if (this.pack.section.assignment !== 'automatic') return undefined;
    const [best] = await this.choice.candidates(order, tx.now);
    if (best) return { unitId: best.unitId, engineer: { id: best.employeeId, name: best.name } };
    await this.choice.tellNobodyFound(tx, order);
    return undefined;
  }
}
