/** The engineer's acts, from acceptance to feedback (DSP-3, DSP-6). */
import { Injectable } from '@nestjs/common';
import type { ContactOrder, OptionalText, SolveOrder } from '@bihuan/dispatch-contract';
import type { UserActor } from '@bihuan/plugin-kit';
import { Matters } from '@bihuan/matters';
import { OrderClocks } from '../../deadlines/order-clocks.deadline';
import { demandCause } from '../../domain/codes.rules';
import { demandPartsDone } from '../../domain/work-order.rules';
import type { WorkOrder } from '../../domain/work-order.state';
import * as decide from '../../domain/working.decide';
import { dispatchErrors } from '../../dispatch.errors';
import { DispatchPack } from '../../pack.settings';
import { workOrder } from '../../work-order.part';
import { EngineerChoice } from '../choose-engineer/engineer-choice.handler';
import { PartsOfOrder } from './parts-of-order.handler';

const byOf = (actor: UserActor) => ({ id: actor.employeeId, name: actor.name });
const at = (instant: string | undefined): Date | null => (instant ? new Date(instant) : null);

@Injectable()
export class WorkOnOrderHandler {
  constructor(
    private readonly matters: Matters,
    private readonly clocks: OrderClocks,
    private readonly choice: EngineerChoice,
    private readonly parts: PartsOfOrder,
    private readonly pack: DispatchPack,
  ) {}

  /** ORG-3a holds for whoever takes an order of his unit, too. */
  accept(actor: UserActor, id: string, input: OptionalText): Promise<WorkOrder> {
    return this.matters.act(actor, workOrder, id, 'accept', input, async (tx, before) => {
      const fits = before.engineerId !== null || (await this.choice.maySend(before, actor.employeeId, tx.now));
      if (!fits) throw dispatchErrors['no-valid-certificate']();
      const row = decide.accepted(before, byOf(actor), tx.now);
      if (row.engineerId !== before.engineerId) await this.clocks.handedOver(tx, row, { dispatched: false });
      const onTime = await this.clocks.ended(tx, row, 'accept');
      return { row: { ...row, onTime }, action: 'accepted', personal: { text: input.text } };
    });
  }

  contact(actor: UserActor, id: string, input: ContactOrder): Promise<WorkOrder> {
    return this.matters.act(actor, workOrder, id, 'contact', input, async (tx, before) => {
      const promise = { from: at(input.appointmentAt), until: at(input.appointmentUntil) };
      const row = decide.contacted(before, promise, tx.now);
      const onTime = await this.clocks.ended(tx, row, 'contact');
      const data = { appointmentAt: input.appointmentAt ?? null, appointmentUntil: input.appointmentUntil ?? null };
      return { row: { ...row, onTime }, action: 'contacted', data, personal: { text: input.text } };
    });
  }

  enRoute(actor: UserActor, id: string, input: OptionalText): Promise<WorkOrder> {
    return this.matters.act(actor, workOrder, id, 'en-route', input, (tx, before) => ({
      row: decide.enRoute(before, tx.now),
      action: 'en-route',
      personal: { text: input.text },
    }));
  }

  arrive(actor: UserActor, id: string, input: OptionalText): Promise<WorkOrder> {
    return this.matters.act(actor, workOrder, id, 'arrive', input, async (tx, before) => {
      const row = decide.arrived(before, tx.now);
      const onTime = await this.clocks.ended(tx, row, 'arrive');
      return { row: { ...row, onTime }, action: 'arrived', personal: { text: input.text } };
    });
  }

  restore(actor: UserActor, id: string, input: OptionalText): Promise<WorkOrder> {
    return this.matters.act(actor, workOrder, id, 'restore', input, async (tx, before) => {
      const row = decide.restored(before, tx.now);
      const onTime = await this.clocks.ended(tx, row, 'restore');
      return { row: { ...row, onTime }, action: 'restored', personal: { text: input.text } };
    });
  }

  solve(actor: UserActor, id: string, input: SolveOrder): Promise<WorkOrder> {
    return this.matters.act(actor, workOrder, id, 'solve', input, async (tx, before) => {
      demandCause(this.pack.section, input.cause);
      const listed = this.pack.section.causes.length > 0;
      const row = decide.solved(before, { cause: input.cause, listed, text: input.text ?? '' }, tx.now);
      const onTime = await this.clocks.ended(tx, row, 'solve');
      await this.clocks.solved(tx, row);
      if (row.gradeRequired) await this.parts.askForGrade(tx, row);
      const data = listed ? { cause: input.cause } : {};
      const personal = { ...(listed ? {} : { cause: input.cause }), text: input.text };
      return { row: { ...row, onTime }, action: 'solved', data, personal };
    });
  }

  /** DSP-5, DSP-8b: after the co-operating units; left-over items become orders of their own. */
  feedBack(actor: UserActor, id: string, input: OptionalText): Promise<WorkOrder> {
    return this.matters.act(actor, workOrder, id, 'feed-back', input, async (tx, before) => {
      demandPartsDone(before, await this.parts.of(tx, before));
      const row = decide.fedBack(before, input.text ?? '', tx.now);
      const onTime = await this.clocks.ended(tx, row, 'feed-back');
      const followUps = await this.parts.followUps(tx, actor, row);
      return { row: { ...row, onTime }, action: 'fed-back', data: { followUps }, personal: { text: input.text } };
    });
  }
}
