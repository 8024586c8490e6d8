/** What the engine page says of messages, channel by channel: what waits, is tried again, was given up (NTF-1, NTF-2). */
import type { EnginePart } from '@bihuan/plugin-kit';
import { CAPPED_AT } from '@bihuan/plugin-kit';
import type { UnitOfWork } from '@bihuan/database';

/** What was given up is news for a day, milliseconds. */
const NEWS = 86_400_000;

export interface ChannelCount {
  readonly channel: string;
  /** Not gone yet, those that are tried again among them. */
  readonly waiting: number;
  readonly retrying: number;
  /** Given up within a day. */
  readonly failed: number;
}

const ROWS = ['notices.delivery', 'notices.outgoing']
  .flatMap((table) => [`${table} where state = 'pending'`, `${table} where state = 'failed' and done_at > $1`])
  .map((source) => `(select channel, state, attempts from ${source} limit ${CAPPED_AT + 1})`)
  .join(' union all ');

const oldest = (table: string) => `(select min(try_at) from ${table} where state = 'pending')`;

export class NoticeState implements EnginePart {
  constructor(private readonly work: UnitOfWork) {}

  async shared(): Promise<unknown> {
    const since = new Date((await this.work.now()).getTime() - NEWS);
    const [channels, [next]] = await Promise.all([
      this.work.query<ChannelCount & Record<string, unknown>>(
        `select channel, (count(*) filter (where state = 'pending'))::int as waiting,
           (count(*) filter (where state = 'pending' and attempts > 0))::int as retrying,
           (count(*) filter (where state = 'failed'))::int as failed
         from (${ROWS}) d group by channel order by channel`,
        [since],
      ),
      this.work.query<{ at: Date | null }>(
        `select least(${oldest('notices.delivery')}, ${oldest('notices.outgoing')}) as at`,
      ),
    ]);
    return { channels, nextTryAt: next?.at ?? null };
  }
}
