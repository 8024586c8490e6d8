/** Says when events wait too long (what failed, and what waits behind it, is another matter): the same oldest one is still there after a minute of real time (api.md `ready`). */
import type { OnModuleInit } from '@nestjs/common';
import { Injectable } from '@nestjs/common';
import { realNow } from '@bihuan/clock';
import { UnitOfWork } from '@bihuan/database';
import type { ReadyFinding } from './ready-checks';
import { ReadyChecks } from './ready-checks';

/** Milliseconds of real time; in normal running an event waits well under a second. */
const LAG = 60_000;

const LAGGING: ReadyFinding = {
  code: 'outbox-lag',
  zh: '事件传递滞后一分钟以上：请检查后台进程（worker）是否在运行。',
  en: 'Events have been waiting for over a minute: see whether a worker process runs.',
};

@Injectable()
export class OutboxLag implements OnModuleInit {
  private seen: { readonly oldest: string; readonly at: number } | undefined;

  constructor(
    private readonly work: UnitOfWork,
    private readonly checks: ReadyChecks,
  ) {}

  onModuleInit(): void {
    this.checks.add('outbox', () => this.check());
  }

  private async check(): Promise<ReadyFinding | undefined> {
    const [row] = await this.work.query<{ event: string | null; delivery: string | null }>(
      `select (select min(id) from outbox.event where not relayed)::text as event,
              (select min(d.event_seq) from outbox.delivery d
               where d.state = 'pending' and d.try_at is null and not exists (
                 select 1 from outbox.delivery b where b.subscriber = d.subscriber and b.subject_id = d.subject_id
                   and b.event_seq < d.event_seq and b.state in ('pending', 'parked')))::text as delivery`,
    );
    const oldest = row?.event || row?.delivery ? `${row.event ?? '-'}/${row.delivery ?? '-'}` : undefined;
    const now = realNow().getTime();
    if (!oldest || oldest !== this.seen?.oldest) {
      this.seen = oldest ? { oldest, at: now } : undefined;
      return undefined;
    }
    return now - this.seen.at > LAG ? LAGGING : undefined;
  }
}
