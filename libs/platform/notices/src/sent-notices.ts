/** What went out about a subject, channel by channel (NTF-1, NTF-2). */
import { Injectable } from '@nestjs/common';
import type { Subject } from '@bihuan/plugin-kit';
import { UnitOfWork } from '@bihuan/database';
import type { Texts } from './notice';

export interface SentNotice {
  readonly id: string;
  readonly employeeId: string;
  readonly channel: string;
  readonly state: string;
  /** When it reached the channel, or was given up. */
  readonly at: Date | null;
  readonly text: Texts;
}

/** More is not read at once: nobody looks through it. */
const MOST = 500;

@Injectable()
export class SentNotices {
  constructor(private readonly work: UnitOfWork) {}

  /** In the order of sending. */
  async of(subject: Subject): Promise<SentNotice[]> {
    const rows = await this.work.query<{
      id: string;
      employee_id: string;
      channel: string;
      state: string;
      done_at: Date | null;
      text_zh: string;
      text_en: string;
    }>(
      `select d.id, n.employee_id, d.channel, d.state, d.done_at, n.text_zh, n.text_en
       from notices.notice n join notices.delivery d on d.notice_id = n.id
       where n.subject_id = $1 and n.module = $2 and n.kind = $3 and d.state <> 'waiting'
       order by n.at, n.id, d.position limit ${MOST}`,
      [subject.id, subject.module, subject.kind],
    );
    return rows.map((row) => ({
      id: row.id,
      employeeId: row.employee_id,
      channel: row.channel,
      state: row.state,
      at: row.done_at,
      text: { zh: row.text_zh, en: row.text_en },
    }));
  }
}
