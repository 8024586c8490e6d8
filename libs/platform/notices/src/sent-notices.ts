/** What went out about a subject, channel by channel: to people of the house and to the customer (NTF-1, NTF-2). */
import { Inject, Injectable } from '@nestjs/common';
import type { Subject } from '@bihuan/plugin-kit';
import { UnitOfWork } from '@bihuan/database';
import { DataKeys } from '@bihuan/privacy';
import type { SealedMessage } from './customer/customer-messages';
import type { Texts } from './notice';
import type { NoticeSettings } from './notices.settings';
import { NOTICE_SETTINGS } from './notices.settings';

export interface SentNotice {
  readonly id: string;
  readonly audience: 'employee' | 'customer';
  /** Of an employee. */
  readonly employeeId: string | null;
  /** A customer's address as it was used; `null` where he was erased. */
  readonly to: string | null;
  readonly channel: string;
  readonly state: string;
  /** When it reached the channel, or was given up. */
  readonly at: Date | null;
  /** When an employee opened it, and when he said that he took note. */
  readonly readAt?: Date | null;
  readonly acknowledgedAt?: Date | null;
  /** As sent; `null` where the customer was erased. In production without one-time codes. */
  readonly text: Texts | null;
}

/** More is not read at once: nobody looks through it. */
const MOST = 500;

type Ordered = SentNotice & { readonly began: Date };

@Injectable()
export class SentNotices {
  constructor(
    private readonly work: UnitOfWork,
    private readonly keys: DataKeys,
    @Inject(NOTICE_SETTINGS) private readonly settings: Pick<NoticeSettings, 'production'>,
  ) {}

  /** In the order of sending. */
  async of(subject: Subject): Promise<SentNotice[]> {
    const all = [...(await this.toEmployees(subject)), ...(await this.toCustomer(subject))];
    return all.sort((a, b) => a.began.getTime() - b.began.getTime()).map(({ began: _, ...sent }) => sent);
  }

  private async toEmployees(subject: Subject): Promise<Ordered[]> {
    const rows = await this.work.query<{
      id: string;
      employee_id: string;
      channel: string;
      state: string;
      began: Date;
      done_at: Date | null;
      text_zh: string;
      text_en: string;
      read_at: Date | null;
      acknowledged_at: Date | null;
    }>(
      `select d.id, n.employee_id, d.channel, d.state, n.at as began, d.done_at, n.text_zh, n.text_en,
         n.read_at, n.acknowledged_at
       from notices.notice n join notices.delivery d on d.notice_id = n.id
       where n.subject_id = $1 and n.module = $2 and n.kind = $3 and d.state <> 'waiting'
       order by n.at, n.seq, d.position limit ${MOST}`,
      [subject.id, subject.module, subject.kind],
    );
    return rows.map((row) => ({
      id: row.id,
      audience: 'employee',
      employeeId: row.employee_id,
      to: null,
      channel: row.channel,
      state: row.state,
      began: row.began,
      at: row.done_at,
      readAt: row.read_at,
      acknowledgedAt: row.acknowledged_at,
      text: { zh: row.text_zh, en: row.text_en },
    }));
  }

  private async toCustomer(subject: Subject): Promise<Ordered[]> {
    const rows = await this.work.query<{
      id: string;
      key_id: string;
      channel: string;
      state: string;
      at: Date;
      done_at: Date | null;
      sealed_values: Buffer;
    }>(
      `select id, key_id, channel, state, at, done_at, sealed_values from notices.outgoing
       where subject_id = $1 and module = $2 and kind = $3 order by at, seq limit ${MOST}`,
      [subject.id, subject.module, subject.kind],
    );
    const keys = await this.keys.load(rows.map(({ key_id }) => key_id));
    return rows.map((row) => {
      const values = this.keys.open(keys, row.key_id, row.sealed_values) as SealedMessage | undefined;
      const text = this.settings.production ? values?.shown : values?.text;
      return {
        id: row.id,
        audience: 'customer',
        employeeId: null,
        to: values?.to ?? null,
        channel: row.channel,
        state: row.state,
        began: row.at,
        at: row.done_at,
        text: text === undefined ? null : { zh: text, en: text },
      };
    });
  }
}
