/** What is sent to a customer: kept with the subject as it was sent, under his key, and delivered after the commit (NTF-2). */
import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Subject } from '@bihuan/plugin-kit';
import type { Transaction } from '@bihuan/database';
import { WakeBus } from '@bihuan/database';
import { Recorder } from '@bihuan/audit';
import { DataKeys } from '@bihuan/privacy';
import type { NoticeParams, Texts } from '../notice';
import { NoticeTemplates } from '../templates';
import { NOTICES_CHANNEL } from '../wake';

/** Ways to a customer. A letter is printed and posted by people: it is kept as sent, and nothing is delivered. */
export type CustomerChannel = 'sms' | 'e-mail' | 'letter';

export interface CustomerMessage {
  readonly subject: Subject;
  /** Data key of the customer: address and words stand under it. */
  readonly keyId: string;
  readonly channel: CustomerChannel;
  /** Phone, e-mail address or postal address. */
  readonly to: string;
  /** Code of a template of the pack; or `text` as it stands. */
  readonly template?: string;
  readonly text?: string;
  readonly title?: string;
  /** Values of the template's places; may be personal. */
  readonly params?: NoticeParams;
  /** Chinese unless said. */
  readonly language?: keyof Texts;
  /** A value of the text that nobody in production may read again, such as a one-time code. */
  readonly secret?: string;
}

/** What stands under the key. */
export interface SealedMessage {
  readonly to: string;
  readonly title: string;
  readonly text: string;
  /** The text without its secret; where there is none, the text itself. */
  readonly shown: string;
}

const outgoing = {
  table: 'notices.outgoing',
  columns: {
    id: 'uuid',
    module: 'text',
    kind: 'text',
    subject_id: 'uuid',
    key_id: 'uuid',
    channel: 'text',
    template: 'text',
    sealed_values: 'bytea',
    secret: 'boolean',
    at: 'timestamptz',
    state: 'text',
    attempts: 'int',
    try_at: 'timestamptz',
    done_at: 'timestamptz',
  },
} as const;

@Injectable()
export class CustomerMessages {
  constructor(
    private readonly templates: NoticeTemplates,
    private readonly keys: DataKeys,
    private readonly recorder: Recorder,
    private readonly bus: WakeBus,
  ) {}

  /** Answers the id under which it is kept. @throws customer-erased */
  async send(tx: Transaction, message: CustomerMessage): Promise<string> {
    const { subject, keyId, channel, to, template, secret, language = 'zh' } = message;
    const rendered = template === undefined ? undefined : this.templates.render(template, message.params ?? {});
    const title = message.title ?? rendered?.title[language] ?? '';
    const text = message.text ?? rendered?.text[language];
    if (!text) throw new Error('A message to a customer has a template or a text.');
    const shown = secret ? text.replaceAll(secret, '*'.repeat(secret.length)) : text;
    const values: SealedMessage = { to, title, text, shown };
    await tx.flush();
    await this.keys.demandLiving(tx, keyId);
    const id = randomUUID();
    const posted = channel === 'letter';
    tx.append(outgoing, {
      id,
      module: subject.module,
      kind: subject.kind,
      subject_id: subject.id,
      key_id: keyId,
      channel,
      template: template ?? null,
      sealed_values: await this.keys.seal(tx, keyId, values),
      secret: secret !== undefined,
      at: tx.now,
      state: posted ? 'sent' : 'pending',
      attempts: 0,
      try_at: posted ? null : tx.now,
      done_at: posted ? tx.now : null,
    });
    await this.recorder.record(tx, {
      subject,
      action: 'customer-told',
      data: { notice: id, channel, ...(template === undefined ? {} : { template }) },
      personal: { to, text: shown },
      keyId,
    });
    if (!posted) tx.memo('notices-wake', () => tx.afterCommit(() => this.bus.call(NOTICES_CHANNEL)));
    return id;
  }
}
