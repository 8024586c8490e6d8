/** A sanction is decided by name, told to the person, objected to and looked at again; appraisal learns of it (CMP-11). */
import { Injectable } from '@nestjs/common';
import type { DecideSanction, ObjectSanction, ProposeSanction, ReviewSanction } from '@bihuan/complaints-contract';
import { sanctionDecided as sanctionDecidedEvent } from '@bihuan/events';
import type { UserActor } from '@bihuan/plugin-kit';
import type { Transaction } from '@bihuan/database';
import { UnitOfWork } from '@bihuan/database';
import { Matters } from '@bihuan/matters';
import { Notices } from '@bihuan/notices';
import { Org } from '@bihuan/org';
import { Publisher } from '@bihuan/outbox';
import { complaint as complaintMatter } from '../../complaint.matter';
import { sanctionDecided, sanctionObjected, sanctionReviewed, weightOf } from '../../domain/sanction.rules';
import type { Sanction } from '../../domain/sanction.state';
import { ComplaintsPack } from '../../pack.settings';
import { sanction as matter } from '../../sanction.matter';
import { SanctionBook } from './sanction-book.handler';

const DAY = 86_400_000;

@Injectable()
export class ActOnSanctionHandler {
  constructor(
    private readonly work: UnitOfWork,
    private readonly matters: Matters,
    private readonly book: SanctionBook,
    private readonly notices: Notices,
    private readonly publisher: Publisher,
    private readonly org: Org,
    private readonly pack: ComplaintsPack,
  ) {}

  /** By hand. Answers the first of those that follow: the person's own. */
  async propose(actor: UserActor, { complaintId, employeeId, ...held }: ProposeSanction): Promise<Sanction> {
    await this.org.demandEmployee(employeeId);
    return this.work.run(actor, async (tx) => {
      const complaint = await this.matters.read(tx, actor, complaintMatter, complaintId);
      const { text, breach, stage } = held;
      const by = { id: actor.employeeId, name: actor.name };
      const about = { employeeId, breach, stage: stage ?? null, ...(text ? { text } : {}) };
      const [first] = await this.book.propose(tx, complaint, about, by);
      if (!first) throw new Error('A breach of the pack led to no sanction.');
      return first;
    });
  }

  /** Told at once; from then on the days run in which he may object. */
  decide(actor: UserActor, id: string, input: DecideSanction): Promise<Sanction> {
    return this.matters.act(actor, matter, id, 'decide', input, async (tx, before) => {
      const until = new Date(tx.now.getTime() + this.pack.section.sanctions.objectWithinDays * DAY);
      const row = sanctionDecided(before, input, { id: actor.employeeId, name: actor.name }, tx.now, until);
      if (row.state === 'decided') {
        await this.tell(tx, row, 'complaint-sanctioned');
        await this.publish(tx, row, actor.employeeId);
      }
      return {
        row,
        action: 'sanction-decided',
        data: { uphold: input.uphold, points: row.points, amount: row.amount, decidedBy: actor.name },
      };
    });
  }

  object(actor: UserActor, id: string, input: ObjectSanction): Promise<Sanction> {
    return this.matters.act(actor, matter, id, 'object', input, (tx, before) => ({
      row: sanctionObjected(before, input.text, tx.now),
      action: 'sanction-objected',
    }));
  }

  /** Lifted: appraisal takes it back. */
  review(actor: UserActor, id: string, input: ReviewSanction): Promise<Sanction> {
    return this.matters.act(actor, matter, id, 'review', input, async (tx, before) => {
      const row = sanctionReviewed(before, input, { id: actor.employeeId, name: actor.name }, tx.now);
      await this.tell(tx, row, 'complaint-sanction-reviewed');
      if (row.state === 'lifted') await this.publish(tx, row, actor.employeeId);
      return { row, action: 'sanction-reviewed', data: { uphold: input.uphold, decidedBy: actor.name } };
    });
  }

  private async tell(tx: Transaction, row: Sanction, template: string): Promise<void> {
    await this.notices.send(tx, {
      subject: matter.subject(row.id),
      to: row.employeeId ? [row.employeeId] : [],
      template,
      params: { number: row.number, complaint: row.complaintNumber },
    });
  }

  private publish(tx: Transaction, row: Sanction, decidedById: string): Promise<void> {
    const { points, amount } = weightOf(row);
    const payload = {
      sanctionId: row.id,
      number: row.complaintNumber,
      employeeId: row.employeeId,
      unitId: row.unitId,
      liability: row.liability,
      stage: row.stage,
      points,
      amount,
      decidedById,
      decidedAt: tx.now.toISOString(),
    };
    return this.publisher.publish(tx, sanctionDecidedEvent, matter.subject(row.id), payload, null);
  }
}
