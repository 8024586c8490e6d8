/** Runs the checks of PostgreSQL, of the tables and of all rooms, each with a time limit. */
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { pendingMigrations } from '@bihuan/database';
import { Deployment } from '@bihuan/plugin-kit';
import type { ReadyCheck, ReadyFinding } from './ready-checks';
import { ReadyChecks } from './ready-checks';

export interface Readiness {
  readonly ready: boolean;
  readonly problems: readonly ReadyFinding[];
  readonly warnings: readonly ReadyFinding[];
}

/** Milliseconds a check may take. */
const LIMIT = 2_000;

const GONE: ReadyFinding = {
  code: 'postgresql-unreachable',
  zh: '无法连接 PostgreSQL。',
  en: 'PostgreSQL cannot be reached.',
  blocking: true,
};

const NOT_MIGRATED: ReadyFinding = {
  code: 'not-migrated',
  zh: '数据库表结构尚未更新。',
  en: 'The database is not migrated.',
  blocking: true,
};

@Injectable()
export class ReadinessProbe {
  constructor(
    private readonly db: DataSource,
    private readonly deployment: Deployment,
    private readonly checks: ReadyChecks,
  ) {}

  async look(): Promise<Readiness> {
    const database = await within(() => this.database(), GONE);
    // Every other check would only wait for the same PostgreSQL.
    const others = database
      ? []
      : await Promise.all(this.checks.entries().map(([name, check]) => within(check, slow(name))));
    const findings = [database, ...others].filter((finding) => finding !== undefined);
    const problems = findings.filter(({ blocking }) => blocking);
    return { ready: problems.length === 0, problems, warnings: findings.filter(({ blocking }) => !blocking) };
  }

  private async database(): Promise<ReadyFinding | undefined> {
    const rooms = this.deployment.rooms.map(({ id, migrations }) => ({ room: id, migrations }));
    await this.db.query('select 1');
    return (await pendingMigrations(this.db, rooms)).length > 0 ? NOT_MIGRATED : undefined;
  }
}

const slow = (name: string): ReadyFinding => ({
  code: 'check-failed',
  zh: `“${name}”的状态检查没有结果。`,
  en: `The check of "${name}" gave no result.`,
});

/** A check that fails or does not come back in time is itself a finding. */
async function within(check: ReadyCheck, otherwise: ReadyFinding): Promise<ReadyFinding | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<ReadyFinding>((resolve) => {
    timer = setTimeout(() => resolve(otherwise), LIMIT);
  });
  try {
    return await Promise.race([check(), late]);
  } catch {
    return otherwise;
  } finally {
    clearTimeout(timer);
  }
}
