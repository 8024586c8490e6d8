/** How many revisits of some days were made, and which are missing (RVT-1c, SYS-33). */
import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@bihuan/database';
import { visible } from '@bihuan/identity';
import type { UserActor } from '@bihuan/plugin-kit';
import { invalidField } from '@bihuan/plugin-kit';
import type { CoverageView } from '@bihuan/revisit-contract';
import { REVISIT_PERMISSIONS as MAY } from '@bihuan/revisit-contract';
import { revisitTasks } from '../data/revisit-task.store';
import { coverageOf } from '../domain/coverage.rules';
import { RevisitPack } from '../pack.settings';
import { TASK_SCOPE } from '../revisit-task.part';

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const LIMIT = 50_000;

@Injectable()
export class CoverageQuery {
  constructor(
    private readonly work: UnitOfWork,
    private readonly pack: RevisitPack,
  ) {}

  /** `filter[from]`, `filter[to]` local days, both included: this month so far unless said; `filter[event]`. */
  async of(actor: UserActor, filter: Readonly<Record<string, string>>): Promise<CoverageView> {
    const now = await this.work.now();
    const calendar = await this.pack.calendarOfUnit(actor.unitId);
    const today = calendar.dateOf(now);
    const from = dayOf(filter, 'from', `${today.slice(0, 8)}01`);
    const to = dayOf(filter, 'to', today);
    const scope = visible(actor, MAY.readTask, TASK_SCOPE, 4);
    // The limit is the close of its day: midnight belongs to the day before.
    const rows = await revisitTasks.find(
      this.work,
      `r.limit_at > $1 and r.limit_at <= $2 and ($3::text is null or r.event = $3) and ${scope.sql}
       order by r.limit_at, r.id limit ${LIMIT}`,
      [calendar.startOf(from), calendar.startOf(nextDay(to)), filter['event'] ?? null, ...scope.parameters],
    );
    const { missing, ...figures } = coverageOf(rows, now);
    return {
      from,
      to,
      ...figures,
      missing: missing.map(({ id, number, event, state, limitAt, attempts, moves }) => ({
        id,
        number,
        event,
        state,
        limitAt: limitAt.toISOString(),
        attempts: attempts.length,
        moved: moves.length > 0,
      })),
    };
  }
}

function dayOf(filter: Readonly<Record<string, string>>, name: string, usual: string): string {
  const day = filter[name] ?? usual;
  if (!DAY.test(day) || Number.isNaN(new Date(`${day}T00:00:00Z`).getTime()))
    throw invalidField(`/filter[${name}]`, 'bad-date', '2026-09-18');
  return day;
}

const DAY_MS = 86_400_000;

const nextDay = (day: string): string =>
  new Date(new Date(`${day}T00:00:00Z`).getTime() + DAY_MS).toISOString().slice(0, 10);
