/** Each stage's actual time against its limit, the five clocks of a case; stages to come at the latest (APL-2). */
import { Injectable } from '@nestjs/common';
import type { AppealClock, ClockLine } from '@bihuan/appeals-contract';
import { APPEAL_CLOCKS } from '@bihuan/appeals-contract';
import { chooseTerms, dueAt } from '@bihuan/domain';
import { UnitOfWork } from '@bihuan/database';
import type { DeadlineView } from '@bihuan/alarms';
import { Calendars } from '@bihuan/calendars';
import { Policies } from '@bihuan/policies';
import type { Appeal } from '../domain/appeal.state';
import { AppealsPack } from '../pack.settings';

const iso = (at: Date | null): string | null => at?.toISOString() ?? null;
const seconds = (from: Date, to: Date): number => Math.round((to.getTime() - from.getTime()) / 1000);

@Injectable()
export class ClockLines {
  constructor(
    private readonly work: UnitOfWork,
    private readonly policies: Policies,
    private readonly calendars: Calendars,
    private readonly pack: AppealsPack,
  ) {}

  async of(row: Appeal, clocks: readonly DeadlineView[]): Promise<ClockLine[]> {
    const now = await this.work.now();
    const lines: ClockLine[] = [];
    let latest = row.receivedAt;
    for (const stage of APPEAL_CLOCKS) {
      const clock = clocks.find((one) => one.stage === stage);
      if (clock) lines.push(this.running(row, stage, clock, now));
      else if (stage === 'branch' || stage === 'headquarters') lines.push(await this.waiting(row, stage, latest));
      const due = lines.at(-1)?.dueAt;
      if (due && stage !== 'outer' && stage !== 'regulator') latest = clock?.metAt ?? new Date(due);
    }
    return lines;
  }

  private running(row: Appeal, stage: AppealClock, clock: DeadlineView, now: Date): ClockLine {
    const open = clock.metAt === null && clock.state !== 'cancelled';
    const until = clock.metAt ?? (open ? now : null);
    return {
      stage,
      state: clock.state,
      startedAt: iso(clock.startedAt),
      dueAt: iso(clock.dueAt),
      warnAt: iso(clock.warnAt),
      metAt: iso(clock.metAt),
      limitSeconds: seconds(clock.startedAt, clock.dueAt),
      actualSeconds: until && seconds(clock.startedAt, until),
      late: clock.late ?? (open && now > clock.dueAt),
      shortened: clock.shortened || row.shortened.includes(stage),
      lower: clock.variant !== null,
    };
  }

  /** A stage to come: its limit from the latest end of the stage before, cut off at the regulator's date. */
  private async waiting(row: Appeal, stage: 'branch' | 'headquarters', from: Date): Promise<ClockLine> {
    const policy = this.policies.deadlinePolicy(this.pack.section.clocks[stage].policy, row.receivedAt);
    const facts = { ...(row.level ? { level: row.level } : {}), gravity: row.gravity };
    const { limit, variant } = chooseTerms(policy, facts);
    const calendar = await this.calendars.byCode(this.pack.section.clocks.outer.calendar);
    const end = dueAt(from, limit, calendar);
    const shortened = row.replyDueAt !== null && end > row.replyDueAt;
    return {
      stage,
      state: 'waiting',
      startedAt: null,
      dueAt: iso(shortened ? row.replyDueAt : end),
      warnAt: null,
      metAt: null,
      limitSeconds: seconds(from, end),
      actualSeconds: null,
      late: false,
      shortened,
      lower: variant !== undefined,
    };
  }
}
