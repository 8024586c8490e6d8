/** The way of an order through the units and back (CMP-7, CMP-7a … CMP-7d, CMP-8). */
import { Injectable } from '@nestjs/common';
import type {
  ForwardComplaint,
  NameCoOperators,
  NoteContact,
  RaiseComplaint,
  RequestOrder,
  FeedBack,
} from '@bihuan/complaints-contract';
import type { UserActor } from '@bihuan/plugin-kit';
import type { Transaction } from '@bihuan/database';
import { Notices } from '@bihuan/notices';
import type { Unit } from '@bihuan/org';
import { Org } from '@bihuan/org';
import { complaint as matter } from '../../complaint.matter';
import { ComplaintClocks } from '../../deadlines/complaint-clocks.deadline';
import { rehandlingDone } from '../../domain/closing.decide';
import type { Complaint } from '../../domain/complaint.state';
import { OWN_CENTRE } from '../../domain/limits.rules';
import { businessUnitOf, demandInCharge, fedBack, forwarded, raised } from '../../domain/road.rules';
import { ComplaintNews } from '../../events/publish';
import { ComplaintsPack } from '../../pack.settings';
import { Acting, personOf } from './acting.handler';

@Injectable()
export class RoadComplaintHandler {
  constructor(
    private readonly acting: Acting,
    private readonly clocks: ComplaintClocks,
    private readonly pack: ComplaintsPack,
    private readonly org: Org,
    private readonly notices: Notices,
    private readonly news: ComplaintNews,
  ) {}

  forward(actor: UserActor, id: string, input: ForwardComplaint): Promise<Complaint> {
    return this.acting.act(actor, id, 'forward', input, async (tx, before) => {
      const unit = await this.org.demandUnit(input.unitId, '/unitId');
      const from = before.unitId ? await this.org.unit(before.unitId) : undefined;
      demandInCharge(this.pack.section, before, from?.code, unit.code);
      const row = forwarded(before, { unitId: unit.id, reason: input.reason, by: personOf(actor) }, tx.now);
      return this.sent(tx, row, 'forwarded', unit, input.reason);
    });
  }

  /** City → province → headquarters, as far as the pack's steps go. */
  raise(actor: UserActor, id: string, input: RaiseComplaint): Promise<Complaint> {
    return this.acting.act(actor, id, 'raise', input, async (tx, before) => {
      const { raiseTo } = this.pack.section.units;
      const own = await this.org.demandUnit(before.centreUnitId, '/');
      const steps = await Promise.all(raiseTo.map((code) => (code === OWN_CENTRE ? own : this.pack.unit(code))));
      const sent = { reason: input.reason, by: personOf(actor) };
      const row = raised(
        before,
        steps.map((step) => step.id),
        sent,
        tx.now,
      );
      const to = steps.find((step) => step.id === row.unitId);
      if (!to) throw new Error('A complaint was raised to no step of the pack.');
      return this.sent(tx, row, 'raised', to, input.reason);
    });
  }

  /** CMP-7b: the business department answers for the whole and leads the units that help. */
  nameCoOperators(actor: UserActor, id: string, input: NameCoOperators): Promise<Complaint> {
    return this.acting.act(actor, id, 'name-co-operators', input, async (_, before) => {
      const units = await Promise.all(input.unitIds.map((unitId, at) => this.org.demandUnit(unitId, `/unitIds/${at}`)));
      const heads = await Promise.all(units.map((unit) => this.org.headOf(unit.id)));
      const coOperators = [...new Set([...before.coOperators, ...units.map((unit) => unit.id)])];
      return {
        row: { ...before, coOperators },
        action: 'co-operators-named',
        data: { units: units.map(({ name }) => name), unitIds: units.map((unit) => unit.id) },
        personal: { text: input.text },
        participants: heads.map((head) => head?.id ?? null),
      };
    });
  }

  /** CMP-7c, CMP-7d: to the forwarder, to the centre, or along the kind's own road. */
  feedBack(actor: UserActor, id: string, input: FeedBack): Promise<Complaint> {
    return this.acting.act(actor, id, 'feed-back', input, async (tx, before) => {
      const by = personOf(actor);
      const back = fedBack(before, input.text, await this.straightRoad(before), tx.now);
      const returned = back.returnedAt !== null;
      const row = returned ? rehandlingDone(back, input.text, by, tx.now) : back;
      const handled = { ...row, handlerId: row.handlerId ?? by.id, handlerName: row.handlerName ?? by.name };
      if (returned) await this.clocks.at(tx, handled, ['returned']);
      else await this.clocks.moved(tx, handled);
      return {
        row: handled,
        action: 'fed-back',
        data: { from: before.unitId, to: returned ? before.centreUnitId : handled.unitId, returned },
        personal: { text: input.text },
      };
    });
  }

  /** CMP-8: handling spoke to the customer: with a reason, and noted. */
  noteContact(actor: UserActor, id: string, input: NoteContact): Promise<Complaint> {
    return this.acting.act(actor, id, 'note-contact', input, (_, before) => ({
      row: before,
      action: 'contacted-by-handling',
      personal: { reason: input.reason, text: input.text },
    }));
  }

  /** DSP-1b: dispatch makes the order, or it waits until dispatch is deployed. */
  requestOrder(actor: UserActor, id: string, input: RequestOrder): Promise<Complaint> {
    return this.acting.act(actor, id, 'request-order', input, async (tx, before) => {
      const unitId =
        input.unitId === undefined ? before.unitId : (await this.org.demandUnit(input.unitId, '/unitId')).id;
      const { plain, urgent } = this.pack.section.orderPriority;
      const priority = (input.urgent ?? before.serviceDown) ? urgent : plain;
      const text = input.text ?? '';
      await this.news.orderRequested(tx, before, { unitId, officerId: actor.employeeId, priority, text });
      return { row: before, action: 'order-requested', data: { unitId, priority }, personal: { text: input.text } };
    });
  }

  private async sent(tx: Transaction, row: Complaint, action: string, unit: Unit, reason: string) {
    const head = await this.org.headOf(unit.id);
    await this.clocks.moved(tx, row);
    await this.notices.send(tx, {
      subject: matter.subject(row.id),
      to: head ? [head.id] : [],
      template: 'complaint-sent',
      params: { number: row.number },
    });
    return { row, action, data: { unitId: unit.id, unit: unit.name }, personal: { reason } };
  }

  /** CMP-7d */
  private async straightRoad(complaint: Complaint): Promise<'intake' | { unitId: string } | undefined> {
    const { section } = this.pack;
    const to = section.kinds.find(({ code }) => code === complaint.kind)?.feedbackTo;
    if (to !== 'business') return to;
    const code = businessUnitOf(section, complaint);
    return code === undefined ? undefined : { unitId: (await this.pack.unit(code)).id };
  }
}
