/** Messages that were given up after all their tries: a person looks at them and sends them again (NTF-1, NTF-2). */
import { Injectable } from '@nestjs/common';
import type { Actor, Subject } from '@bihuan/plugin-kit';
import { commonErrors } from '@bihuan/plugin-kit';
import { UnitOfWork, WakeBus } from '@bihuan/database';
import { NOTICES_CHANNEL } from './wake';

export interface FailedMessage {
  readonly id: string;
  readonly subject: Subject;
  readonly channel: string;
  readonly audience: 'employee' | 'customer';
  /** Of an employee; customers are not named. */
  readonly employeeId: string | null;
  /** When it was given up. */
  readonly at: Date;
  readonly attempts: number;
  readonly error: string | null;
}

const MOST = 200;

@Injectable()
export class FailedMessages {
  constructor(
    private readonly work: UnitOfWork,
    private readonly bus: WakeBus,
  ) {}

  /** The latest first. One-time codes are not among them: they would come too late. */
  async list(): Promise<FailedMessage[]> {
    const rows = await this.work.query<Omit<FailedMessage, 'subject'> & Subject & { subject_id: string }>(
      `(select d.id, n.module, n.kind, n.subject_id, d.channel, 'employee' as audience, n.employee_id as "employeeId",
          d.done_at as at, d.attempts, d.error
        from notices.delivery d join notices.notice n on n.id = d.notice_id where d.state = 'failed'
        order by d.done_at desc limit ${MOST})
       union all
       (select id, module, kind, subject_id, channel, 'customer', null, done_at, attempts, error
        from notices.outgoing where state = 'failed' and not secret order by done_at desc limit ${MOST})
       order by at desc limit ${MOST}`,
    );
    return rows.map(({ module, kind, subject_id: id, ...row }) => ({ ...row, subject: { module, kind, id } }));
  }

  /** It waits anew with all its tries. @throws 404 where it did not fail */
  async replay(actor: Actor, id: string): Promise<void> {
    await this.work.run(actor, async (tx) => {
      const anew = async (table: string, condition: string) =>
        tx.query(
          `update ${table} set state = 'pending', attempts = 0, try_at = $2, leased_until = null, error = null,
             done_at = null where id = $1 and state = 'failed' and ${condition} returning id`,
          [id, tx.now],
        );
      const found = [...(await anew('notices.delivery', 'true')), ...(await anew('notices.outgoing', 'not secret'))];
      if (found.length === 0) throw commonErrors['not-found']();
      tx.afterCommit(() => this.bus.call(NOTICES_CHANNEL));
    });
  }
}
