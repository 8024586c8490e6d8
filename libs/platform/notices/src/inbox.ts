/** The inbox: my notices, unread first; reading and acknowledging stand in the subject's timeline (NTF-1). */
import { Injectable } from '@nestjs/common';
import type { Subject, UserActor } from '@bihuan/plugin-kit';
import { commonErrors } from '@bihuan/plugin-kit';
import { UnitOfWork } from '@bihuan/database';
import { Recorder } from '@bihuan/audit';
import { Notices } from './notices';
import type { Notice } from './notice';

interface Row {
  id: string;
  module: string;
  kind: string;
  subject_id: string;
  template: string;
  title_zh: string;
  title_en: string;
  text_zh: string;
  text_en: string;
  at: Date;
  read_at: Date | null;
  acknowledged_at: Date | null;
}

const COLUMNS =
  'id, module, kind, subject_id, template, title_zh, title_en, text_zh, text_en, at, read_at, acknowledged_at';

/** Where a page ended: read already?, instant, id. */
export type InboxPosition = readonly [boolean, Date, string];

export const positionOf = ({ readAt, at, id }: Notice): InboxPosition => [readAt !== null, at, id];

@Injectable()
export class Inbox {
  constructor(
    private readonly work: UnitOfWork,
    private readonly recorder: Recorder,
    private readonly notices: Notices,
  ) {}

  /** My notices, unread first, each part the newest first. */
  async list(actor: UserActor, limit: number, after?: InboxPosition): Promise<Notice[]> {
    const [read, at, id] = after ?? [false, null, null];
    const rows = await this.work.query<Row>(
      `select ${COLUMNS} from notices.notice
       where employee_id = $1 and in_inbox and ($2::timestamptz is null or (read_at is not null) > $3
         or (read_at is not null) = $3 and (at, id) < ($2::timestamptz, $4::uuid))
       order by (read_at is not null), at desc, id desc limit $5`,
      [actor.employeeId, at, read, id, limit],
    );
    return rows.map(noticeOf);
  }

  async unread(actor: UserActor): Promise<number> {
    const [row] = await this.work.query<{ count: string }>(
      'select count(*) from notices.notice where employee_id = $1 and in_inbox and (read_at is not null) = false',
      [actor.employeeId],
    );
    return Number(row?.count ?? 0);
  }

  /** Marks one of my notices; a second time changes nothing. @throws not-found for anybody else's */
  async mark(actor: UserActor, id: string, as: 'read' | 'acknowledged'): Promise<Notice> {
    return this.work.run(actor, async (tx) => {
      const [row] = await tx.query<Row>(
        `select ${COLUMNS} from notices.notice where id = $1 and employee_id = $2 and in_inbox for update`,
        [id, actor.employeeId],
      );
      if (!row) throw commonErrors['not-found']();
      const notice = noticeOf(row);
      if (as === 'read' ? notice.readAt : notice.acknowledgedAt) return notice;
      const [marked] = await tx.query<Row>(
        `update notices.notice set read_at = coalesce(read_at, $2), acknowledged_at = $3 where id = $1 returning ${COLUMNS}`,
        [id, tx.now, as === 'acknowledged' ? tx.now : notice.acknowledgedAt],
      );
      await this.recorder.record(tx, { subject: notice.subject, action: `notice-${as}`, data: { notice: id } });
      this.notices.push(tx, actor.employeeId);
      return noticeOf(marked as Row);
    });
  }
}

const noticeOf = (row: Row): Notice => ({
  id: row.id,
  subject: { module: row.module, kind: row.kind, id: row.subject_id } satisfies Subject,
  template: row.template,
  title: { zh: row.title_zh, en: row.title_en },
  text: { zh: row.text_zh, en: row.text_en },
  at: row.at,
  readAt: row.read_at,
  acknowledgedAt: row.acknowledged_at,
});
