/** What the queues say about being ready: a wrong eviction policy stops, everything else only warns (api.md). */
import type { OnModuleInit } from '@nestjs/common';
import { Injectable } from '@nestjs/common';
import { Clock, realNow } from '@bihuan/clock';
import { UnitOfWork } from '@bihuan/database';
import type { ReadyFinding } from '@bihuan/http';
import { ReadyChecks } from '@bihuan/http';
import { Deployment } from '@bihuan/plugin-kit';

/** Redis answers within this or counts as down, milliseconds. */
const LIMIT = 1_000;

/** A due step older than this shows that no worker runs or none gets through, milliseconds of real time. */
const OVERDUE = 120_000;

export const redisDown: ReadyFinding = {
  code: 'redis-down',
  zh: 'Redis 无法连接：升级提醒改由数据库巡检触发，可能推迟半分钟。',
  en: 'Redis cannot be reached: escalations come from the sweeper, up to half a minute later.',
};

export const wrongEviction = (policy: string): ReadyFinding => ({
  code: 'redis-eviction-policy',
  zh: `Redis 的 maxmemory-policy 为 ${policy}，必须设为 noeviction。`,
  en: `The maxmemory-policy of Redis is ${policy}; it must be noeviction.`,
  blocking: true,
});

export const alarmOverdue: ReadyFinding = {
  code: 'alarm-overdue',
  zh: '有到期的时限步骤超过两分钟未执行，请检查后台任务进程。',
  en: 'A due deadline step has waited for more than two minutes: check the worker processes.',
};

/** Looks at Redis on a connection of its own, made for the look. */
export async function redisFinding(url: string): Promise<ReadyFinding | undefined> {
  const { Redis } = await import('ioredis');
  const redis = new Redis(url, {
    lazyConnect: true,
    connectTimeout: LIMIT,
    commandTimeout: LIMIT,
    maxRetriesPerRequest: 0,
    retryStrategy: () => null,
  });
  redis.on('error', () => undefined);
  try {
    await redis.connect();
    const policy = /maxmemory_policy:(\S+)/.exec(await redis.info('memory'))?.[1];
    return policy === undefined || policy === 'noeviction' ? undefined : wrongEviction(policy);
  } catch {
    return redisDown;
  } finally {
    redis.disconnect();
  }
}

@Injectable()
export class QueueChecks implements OnModuleInit {
  constructor(
    private readonly checks: ReadyChecks,
    private readonly deployment: Deployment,
    private readonly clock: Clock,
    private readonly work: UnitOfWork,
  ) {}

  onModuleInit(): void {
    const { redisUrl } = this.deployment.settings;
    if (redisUrl) this.checks.add('queues', () => redisFinding(redisUrl));
    // On the manual clock lateness means nothing.
    if (!this.clock.manual) this.checks.add('alarms', () => this.overdue());
  }

  private async overdue(): Promise<ReadyFinding | undefined> {
    const rows = await this.work.query("select 1 from alarms.step where state = 'armed' and next_at < $1 limit 1", [
      new Date(realNow().getTime() - OVERDUE),
    ]);
    return rows.length > 0 ? alarmOverdue : undefined;
  }
}
