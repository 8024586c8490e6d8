/** Sends what waits in the outer channels; a failed channel falls through to the next (NTF-1). */
import { randomUUID } from 'node:crypto';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { systemActor } from '@bihuan/plugin-kit';
import type { Pump } from '@bihuan/clock';
import type { Transaction } from '@bihuan/database';
import { leaseFor, leaseIsOver, UnitOfWork } from '@bihuan/database';
import { Recorder } from '@bihuan/audit';
import { Org } from '@bihuan/org';
import { mailChannel } from './channels/mail';
import { smsChannel } from './channels/sms';
import type { Channel, Message } from './channels/channel';
import { DeliveryFailed } from './channels/channel';
import { afterFailure } from './delivery.rules';
import { deliveries, Notices } from './notices';
import type { NoticeSettings } from './notices.settings';
import { NOTICE_SETTINGS } from './notices.settings';
import { nextTry } from './next-try';

const BATCH = 20;

/** A delivery claimed by a process that died is taken up again after this, milliseconds; longer than any timeout. */
const LEASE = 120_000;

/** Nobody took it over meanwhile: only one process says what became of a try. */
const OURS = "id = $1 and attempts = $2 and state = 'pending' returning 1 as one";

interface Claimed {
  id: string;
  notice_id: string;
  channel: string;
  attempts: number;
  employee_id: string;
  module: string;
  kind: string;
  subject_id: string;
  title_zh: string;
  title_en: string;
  text_zh: string;
  text_en: string;
  at: Date;
}

type Outcome = { readonly reference: string | null } | DeliveryFailed;

@Injectable()
export class DeliveryPump implements Pump {
  private readonly logger = new Logger(DeliveryPump.name);
  private readonly channels: Readonly<Record<string, Channel>>;

  constructor(
    private readonly work: UnitOfWork,
    private readonly recorder: Recorder,
    private readonly notices: Notices,
    @Inject(Org) private readonly org: Pick<Org, 'employee'>,
    @Inject(NOTICE_SETTINGS) settings: NoticeSettings,
  ) {
    this.channels = { 'e-mail': mailChannel(settings), sms: smsChannel(settings) };
  }

  nextDue(): Promise<Date | null> {
    return nextTry(this.work, 'notices.delivery');
  }

  /** Tries a batch of what is due; several processes may do so at once. Answers how many were tried. */
  async pump(): Promise<number> {
    const claimed = await this.claim();
    if (claimed.length === 0) return 0;
    const outcomes = await Promise.all(claimed.map((delivery) => this.try(delivery)));
    await this.work.run(systemActor('notices'), async (tx) => {
      for (const [index, delivery] of claimed.entries()) {
        const outcome = outcomes[index] as Outcome;
        if (outcome instanceof DeliveryFailed) await this.failed(tx, delivery, outcome);
        else await this.sent(tx, delivery, outcome.reference);
      }
    });
    return claimed.length;
  }

  /** No transaction stays open while a mail server is talked to: a lease keeps others off instead. */
  private claim(): Promise<Claimed[]> {
    return this.work.run(systemActor('notices'), (tx) =>
      tx.query<Claimed>(
        `with due as (
           select id from notices.delivery
           where state = 'pending' and try_at <= $1 and ${leaseIsOver('leased_until')}
           order by try_at, id limit ${BATCH} for update skip locked)
         update notices.delivery d set leased_until = ${leaseFor(LEASE)}, attempts = attempts + 1 from due, notices.notice n
         where d.id = due.id and n.id = d.notice_id
         returning d.id, d.notice_id, d.channel, d.attempts, n.employee_id, n.module, n.kind, n.subject_id, n.title_zh,
           n.title_en, n.text_zh, n.text_en, n.at`,
        [tx.now],
      ),
    );
  }

  private async try(delivery: Claimed): Promise<Outcome> {
    try {
      const channel = this.channels[delivery.channel];
      const to = await this.org.employee(delivery.employee_id);
      if (!channel || !to) return new DeliveryFailed(channel ? 'no-such-employee' : 'no-such-channel', true);
      const message: Message = {
        reference: delivery.id,
        to,
        title: { zh: delivery.title_zh, en: delivery.title_en },
        text: { zh: delivery.text_zh, en: delivery.text_en },
        at: delivery.at,
      };
      return { reference: await channel.deliver(message) };
    } catch (error) {
      if (error instanceof DeliveryFailed) return error;
      return new DeliveryFailed(error instanceof Error ? error.name : 'error', false);
    }
  }

  private async sent(tx: Transaction, delivery: Claimed, reference: string | null): Promise<void> {
    const ours = await tx.query(
      `update notices.delivery set state = 'sent', try_at = null, leased_until = null, reference = $3, error = null,
         done_at = $4 where ${OURS}`,
      [delivery.id, delivery.attempts, reference, tx.now],
    );
    if (ours.length > 0) await this.note(tx, delivery, 'notice-delivered', {});
  }

  private async failed(tx: Transaction, delivery: Claimed, failure: DeliveryFailed): Promise<void> {
    const next = afterFailure(delivery.attempts, failure.permanent, tx.now);
    const { state } = next;
    const ours = await tx.query(
      `update notices.delivery set state = $3, try_at = $4, leased_until = null, error = $5, done_at = $6 where ${OURS}`,
      [delivery.id, delivery.attempts, state, next.tryAt, failure.code, state === 'failed' ? tx.now : null],
    );
    if (ours.length === 0) return;
    this.logger.warn(`notice by ${delivery.channel} failed: ${failure.code} (try ${delivery.attempts})`);
    if (!next.fallThrough && state === 'pending') return;
    const to = next.fallThrough ? await this.fallThrough(tx, delivery) : null;
    await this.note(tx, delivery, 'notice-failed', {
      error: failure.code,
      givenUp: state === 'failed',
      ...(to ? { next: to } : {}),
    });
  }

  /** Starts the next channel of the list; after the last one the inbox takes the notice. Answers which it was. */
  private async fallThrough(tx: Transaction, delivery: Claimed): Promise<string | null> {
    const [next] = await tx.query<{ channel: string }>(
      `update notices.delivery set state = 'pending', try_at = $2 where id = (
         select id from notices.delivery where notice_id = $1 and state = 'waiting' order by position limit 1)
       returning channel`,
      [delivery.notice_id, tx.now],
    );
    if (next) return next.channel;
    const [placed] = await tx.query<{ id: string }>(
      'update notices.notice set in_inbox = true where id = $1 and not in_inbox returning id',
      [delivery.notice_id],
    );
    if (!placed) return null;
    tx.append(deliveries, {
      id: randomUUID(),
      notice_id: delivery.notice_id,
      channel: 'inbox',
      position: 100,
      state: 'sent',
      attempts: 0,
      try_at: null,
      done_at: tx.now,
    });
    this.notices.push(tx, delivery.employee_id);
    return 'inbox';
  }

  private note(tx: Transaction, delivery: Claimed, action: string, data: Record<string, unknown>): Promise<void> {
    const subject = { module: delivery.module, kind: delivery.kind, id: delivery.subject_id };
    return this.recorder.record(tx, {
      subject,
      action,
      data: { notice: delivery.notice_id, channel: delivery.channel, to: delivery.employee_id, ...data },
    });
  }
}
