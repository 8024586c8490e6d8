/** Sends notices: rows of the sender's transaction, delivered after its commit (NTF-1). */
import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Subject } from '@bihuan/plugin-kit';
import type { Transaction } from '@bihuan/database';
import { WakeBus } from '@bihuan/database';
import { Recorder } from '@bihuan/audit';
import { channelsOf, firstStep } from './delivery.rules';
import type { NoticeParams } from './notice';
import { CHANNELS } from './notice';
import type { CustomerMessage } from './customer/customer-messages';
import { CustomerMessages } from './customer/customer-messages';
import { NoticeTemplates } from './templates';
import { LIVE_CHANNEL, NOTICES_CHANNEL } from './wake';

export interface NewNotice {
  readonly subject: Subject;
  /** Employee ids; each gets one notice. */
  readonly to: readonly string[];
  /** Code of a template of the pack. */
  readonly template: string;
  readonly params: NoticeParams;
  /** Channels in the order of the policy step; the inbox where none is named. */
  readonly channels?: readonly string[];
}

const notices = {
  table: 'notices.notice',
  columns: {
    id: 'uuid',
    employee_id: 'uuid',
    module: 'text',
    kind: 'text',
    subject_id: 'uuid',
    template: 'text',
    params: 'jsonb',
    title_zh: 'text',
    title_en: 'text',
    text_zh: 'text',
    text_en: 'text',
    at: 'timestamptz',
    in_inbox: 'boolean',
  },
} as const;

export const deliveries = {
  table: 'notices.delivery',
  columns: {
    id: 'uuid',
    notice_id: 'uuid',
    channel: 'text',
    position: 'int',
    state: 'text',
    attempts: 'int',
    try_at: 'timestamptz',
    done_at: 'timestamptz',
  },
  suffix: 'on conflict do nothing',
} as const;

@Injectable()
export class Notices {
  constructor(
    private readonly templates: NoticeTemplates,
    private readonly recorder: Recorder,
    private readonly bus: WakeBus,
    private readonly messages: CustomerMessages,
  ) {}

  /**
   * Sends to a customer by one channel, and keeps what was sent with the subject, as sent (NTF-2). Answers its id.
   *
   * @throws customer-erased
   */
  sendToCustomer(tx: Transaction, message: CustomerMessage): Promise<string> {
    return this.messages.send(tx, message);
  }

  /**
   * Appends the notices; nothing is sent before the commit. Whoever is told becomes a participant of the subject: he
   * must be able to open what he is told of (IDN-2). A notice that nobody gets is noted in the timeline.
   */
  async send(tx: Transaction, notice: NewNotice): Promise<void> {
    const { subject, template, params } = notice;
    const to = [...new Set(notice.to)];
    const channels = channelsOf(notice.channels, CHANNELS);
    if (to.length === 0) {
      await this.recorder.record(tx, { subject, action: 'notice-unaddressed', data: { template } });
      return;
    }
    const { title, text } = this.templates.render(template, params);
    const { inbox, outer } = firstStep(channels);
    for (const employeeId of to) {
      const id = randomUUID();
      tx.append(notices, {
        id,
        employee_id: employeeId,
        module: subject.module,
        kind: subject.kind,
        subject_id: subject.id,
        template,
        params,
        title_zh: title.zh,
        title_en: title.en,
        text_zh: text.zh,
        text_en: text.en,
        at: tx.now,
        in_inbox: inbox,
      });
      channels.forEach((channel, position) => {
        const row = { id: randomUUID(), notice_id: id, channel, position, attempts: 0, try_at: null, done_at: null };
        if (channel === 'inbox') tx.append(deliveries, { ...row, state: 'sent', done_at: tx.now });
        else if (channel === outer[0]) tx.append(deliveries, { ...row, state: 'pending', try_at: tx.now });
        else tx.append(deliveries, { ...row, state: 'waiting' });
      });
      this.recorder.participate(tx, subject, employeeId);
      if (inbox) this.push(tx, employeeId);
    }
    await this.recorder.record(tx, { subject, action: 'notice-sent', data: { template, to, channels } });
    if (outer.length > 0) tx.memo('notices-wake', () => tx.afterCommit(() => this.bus.call(NOTICES_CHANNEL)));
  }

  /** The inbox of this person is to be read again. */
  push(tx: Transaction, employeeId: string): void {
    tx.memo(`notices-push:${employeeId}`, () =>
      tx.afterCommit(() => this.bus.call(LIVE_CHANNEL, `notices:${employeeId}`)),
    );
  }
}
