/** The centre's part: check, back to the channel, validity, dispatch (CMP-4a, CMP-5, CMP-7, CMP-7a, CMP-8b). */
import { Injectable } from '@nestjs/common';
import type { CheckComplaint, DispatchComplaint, JudgeComplaint, ReturnComplaint } from '@bihuan/complaints-contract';
import type { UserActor } from '@bihuan/plugin-kit';
import type { Transaction } from '@bihuan/database';
import { Deadlines } from '@bihuan/alarms';
import { Org } from '@bihuan/org';
import { complaint as matter } from '../../complaint.matter';
import { ComplaintClocks } from '../../deadlines/complaint-clocks.deadline';
import { demandPromise } from '../../domain/answer.decide';
import { classified } from '../../domain/classification.rules';
import type { Complaint } from '../../domain/complaint.state';
import { checked, judged, returnedToChannel } from '../../domain/handling.decide';
import { demandInCharge, dispatched } from '../../domain/road.rules';
import { ComplaintNews } from '../../events/publish';
import { ComplaintsPack } from '../../pack.settings';
import { Acting, personOf } from './acting.handler';
import { Followers } from './followers.handler';

@Injectable()
export class CheckComplaintHandler {
  constructor(
    private readonly acting: Acting,
    private readonly clocks: ComplaintClocks,
    private readonly pack: ComplaintsPack,
    private readonly org: Org,
    private readonly deadlines: Deadlines,
    private readonly news: ComplaintNews,
    private readonly followers: Followers,
  ) {}

  /** What the channel left open may be classified now; what stays open is refused with its list. */
  check(actor: UserActor, id: string, input: CheckComplaint): Promise<Complaint> {
    return this.acting.act(actor, id, 'check', input, async (tx, before) => {
      const classes = classified(
        this.pack.section,
        {
          business: input.business ?? before.business ?? undefined,
          kind: input.kind ?? before.kind ?? undefined,
          level: input.level ?? before.level ?? undefined,
          symptom: input.symptom ?? before.symptom ?? undefined,
        },
        { crossProvince: before.crossProvince },
      );
      const row = checked({ ...before, ...classes }, input.text, personOf(actor), tx.now);
      await this.clocks.at(tx, row, [...(before.filledAt ? [] : (['filled'] as const)), 'checked']);
      return {
        row,
        action: 'checked',
        data: { business: row.business, kind: row.kind, level: row.level },
        personal: { text: input.text },
      };
    });
  }

  returnToChannel(actor: UserActor, id: string, input: ReturnComplaint): Promise<Complaint> {
    return this.acting.act(actor, id, 'return-to-channel', input, async (tx, before) => {
      const row = returnedToChannel(before);
      await this.clocks.at(tx, row, ['returned-to-channel']);
      return { row, action: 'returned-to-channel', data: { returns: row.returns }, personal: { reason: input.reason } };
    });
  }

  /** Valid: time asked from the customer. Not valid: the tactful answer was given, and the case is over. */
  judge(actor: UserActor, id: string, input: JudgeComplaint): Promise<Complaint> {
    return this.acting.act(actor, id, 'judge', input, async (tx, before) => {
      const judgement = judged(before, input, personOf(actor), tx.now);
      const over = judgement.state === 'not-valid';
      const row = over
        ? await this.followers.letGo(tx, judgement)
        : await this.promised(tx, judgement, input.promisedAt);
      if (over) await this.deadlines.cancelAll(tx, matter.subject(id), 'not-valid');
      else if (before.state === 'registered')
        await this.clocks.at(tx, row, before.filledAt ? ['checked'] : ['filled', 'checked']);
      return {
        row,
        action: 'judged',
        data: { valid: !over, sufficient: input.grounds.sufficient, reasonable: input.demand.reasonable },
        personal: {
          grounds: input.grounds.reason,
          demand: input.demand.reason,
          ...(input.consent ? { consent: input.consent.words, consentGiven: String(input.consent.given) } : {}),
        },
      };
    });
  }

  dispatch(actor: UserActor, id: string, input: DispatchComplaint): Promise<Complaint> {
    return this.acting.act(actor, id, 'dispatch', input, async (tx, before) => {
      const unit = await this.org.demandUnit(input.unitId);
      demandInCharge(this.pack.section, before, undefined, unit.code);
      const row = dispatched(before, { unitId: unit.id, reason: input.text ?? '', by: personOf(actor) }, tx.now);
      await this.clocks.moved(tx, row);
      await this.clocks.at(tx, row, ['dispatched']);
      const head = await this.org.headOf(unit.id);
      return {
        row,
        action: 'dispatched',
        data: { unitId: unit.id, unit: unit.name },
        personal: { text: input.text },
        participants: [head?.id ?? null],
      };
    });
  }

  private async promised(tx: Transaction, complaint: Complaint, promisedAt: string | undefined): Promise<Complaint> {
    if (promisedAt === undefined) return complaint;
    const at = new Date(promisedAt);
    const running = await this.deadlines.of(matter.subject(complaint.id));
    const outer = running
      .filter(({ stage }) => this.clocks.promises.includes(stage))
      .map(({ dueAt }) => dueAt.getTime());
    const limit = outer.length > 0 ? new Date(Math.min(...outer)) : null;
    demandPromise(at, limit, { now: tx.now, timezone: this.pack.timezone });
    await this.clocks.promised(tx, complaint, at);
    return { ...complaint, promisedAt: at };
  }
}
