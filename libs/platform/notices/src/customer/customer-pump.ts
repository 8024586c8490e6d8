/** Delivers what waits for customers; tried again while that can help, given up visibly (NTF-2). */
import { Inject, Injectable, Logger } from '@nestjs/common';
import { systemActor } from '@bihuan/plugin-kit';
import type { Pump } from '@bihuan/clock';
import type { Transaction } from '@bihuan/database';
import { leaseFor, leaseIsOver, UnitOfWork } from '@bihuan/database';
import { Recorder } from '@bihuan/audit';
import { DataKeys } from '@bihuan/privacy';
import type { Channel, Recipient } from '../channels/channel';
import { DeliveryFailed } from '../channels/channel';
import { mailChannel } from '../channels/mail';
import { smsChannel } from '../channels/sms';
import { afterFailure } from '../delivery.rules';
import type { NoticeSettings } from '../notices.settings';
import { NOTICE_SETTINGS } from '../notices.settings';
import type { SealedMessage } from './customer-messages';
import { nextTry } from '../next-try';

const BATCH = 20;

/** What a process that died had in hand is taken up again after this, milliseconds; longer than any timeout. */
const LEASE = 120_000;

interface Claimed {
  id: string;
  module: string;
  kind: string;
  subject_id: string;
  key_id: string;
  channel: string;
  sealed_values: Buffer;
  secret: boolean;
  attempts: number;
  at: Date;
}

type Outcome = { readonly reference: string | null } | DeliveryFailed;

@Injectable()
export class CustomerPump implements Pump {
  private readonly logger = new Logger(CustomerPump.name);
  private readonly channels: Readonly<Record<string, Channel>>;

  constructor(
    private readonly work: UnitOfWork,
    private readonly keys: DataKeys,
    private readonly recorder: Recorder,
    @Inject(NOTICE_SETTINGS) private readonly settings: NoticeSettings,
  ) {
    this.channels = { 'e-mail': mailChannel(settings), sms: smsChannel(settings) };
  }

  nextDue(): Promise<Date | null> {
    return nextTry(this.work, 'notices.outgoing');
  }

  /** Tries a batch of what is due; several processes may do so at once. Answers how many were tried. */
  async pump(): Promise<number> {
    const claimed = await this.claim();
    if (claimed.length === 0) return 0;
    const outcomes = await Promise.all(claimed.map((message) => this.try(message)));
    await this.work.run(systemActor('notices'), async (tx) => {
      for (const [index, message] of claimed.entries()) await this.note(tx, message, outcomes[index] as Outcome);
    });
    return claimed.length;
  }

  private claim(): Promise<Claimed[]> {
    return this.work.run(systemActor('notices'), (tx) =>
      tx.query<Claimed>(
        `with due as (
           select id from notices.outgoing
           where state = 'pending' and try_at <= $1 and ${leaseIsOver('leased_until')}
           order by try_at, id limit ${BATCH} for update skip locked)
         update notices.outgoing o set leased_until = ${leaseFor(LEASE)}, attempts = attempts + 1 from due where o.id = due.id
         returning o.id, o.module, o.kind, o.subject_id, o.key_id, o.channel, o.sealed_values, o.secret, o.attempts, o.at`,
        [tx.now],
      ),
    );
  }

  private async try(message: Claimed): Promise<Outcome> {
    try {
      const channel = this.channels[message.channel];
      const values = await this.open(message);
      if (!channel || !values) return new DeliveryFailed(channel ? 'customer-erased' : 'no-such-channel', true);
      const to: Recipient = message.channel === 'sms' ? { phone: values.to } : { email: values.to };
      const words = (zh: string) => ({ zh, en: '' });
      const { title, text } = values;
      const reference = message.id;
      return {
        reference: await channel.deliver({ reference, to, title: words(title), text: words(text), at: message.at }),
      };
    } catch (error) {
      if (error instanceof DeliveryFailed) return error;
      return new DeliveryFailed(error instanceof Error ? error.name : 'error', false);
    }
  }

  private async open({ key_id, sealed_values }: Claimed): Promise<SealedMessage | undefined> {
    return this.keys.open(await this.keys.load([key_id]), key_id, sealed_values) as SealedMessage | undefined;
  }

  private async note(tx: Transaction, message: Claimed, outcome: Outcome): Promise<void> {
    const delivered = !(outcome instanceof DeliveryFailed);
    const next = delivered ? undefined : afterFailure(message.attempts, outcome.permanent, tx.now);
    const state = next?.state ?? 'sent';
    // Nobody took it over meanwhile: only one process says what became of a try.
    const ours = await tx.query(
      `update notices.outgoing set state = $3, try_at = $4, leased_until = null, reference = $5, error = $6, done_at = $7
       where id = $1 and attempts = $2 and state = 'pending' returning 1 as one`,
      [
        message.id,
        message.attempts,
        state,
        next?.tryAt ?? null,
        delivered ? outcome.reference : null,
        delivered ? null : outcome.code,
        state === 'pending' ? null : tx.now,
      ],
    );
    if (ours.length === 0) return;
    if (state !== 'pending') await this.forgetSecret(tx, message);
    if (!delivered) {
      this.logger.warn(`message by ${message.channel} failed: ${outcome.code} (try ${message.attempts})`);
      if (state === 'pending') return;
    }
    await this.recorder.record(tx, {
      subject: { module: message.module, kind: message.kind, id: message.subject_id },
      action: delivered ? 'customer-message-delivered' : 'customer-message-failed',
      data: { notice: message.id, channel: message.channel, ...(delivered ? {} : { error: outcome.code }) },
    });
  }

  /** In production a one-time code is nowhere once it has gone out. */
  private async forgetSecret(tx: Transaction, message: Claimed): Promise<void> {
    const values = message.secret && this.settings.production ? await this.open(message) : undefined;
    if (!values) return;
    const sealed = await this.keys.seal(tx, message.key_id, { ...values, text: values.shown } satisfies SealedMessage);
    if (sealed) await tx.query('update notices.outgoing set sealed_values = $2 where id = $1', [message.id, sealed]);
  }
}
