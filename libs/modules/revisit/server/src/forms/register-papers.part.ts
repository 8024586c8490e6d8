/** Fills form 5 with the calls of some days or of one caller, and form 10 with a week's figures (RVT-5, SYS-13, SYS-15). */
import type { OnModuleInit } from '@nestjs/common';
import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@bihuan/database';
import type { RegisterRange } from '@bihuan/forms';
import { visible } from '@bihuan/identity';
import { Papers } from '@bihuan/matters';
import { Org } from '@bihuan/org';
import type { UserActor } from '@bihuan/plugin-kit';
import { REVISIT_PERMISSIONS as MAY } from '@bihuan/revisit-contract';
import { revisitTasks } from '../data/revisit-task.store';
import type { RevisitTask } from '../domain/revisit-task.state';
import { weekOf } from '../domain/weekly.rules';
import { RevisitPack } from '../pack.settings';
import { TASK_SCOPE } from '../revisit-task.part';
import { revisitSheet, revisitWeekly } from './index';
import { sheetRow } from './revisit-sheet/sheet-row.part';
import { weeklyPaperOf } from './revisit-weekly/weekly-rows.part';

const LIMIT = 5_000;
const DAY_MS = 86_400_000;

@Injectable()
export class RegisterPapers implements OnModuleInit {
  constructor(
    private readonly papers: Papers,
    private readonly work: UnitOfWork,
    private readonly org: Org,
    private readonly pack: RevisitPack,
  ) {}

  onModuleInit(): void {
    const permission = MAY.printRegister;
    this.papers.register(revisitSheet, {
      permission,
      load: async (actor, range, unitName) => {
        const rows = await this.ofDays(actor, range);
        const { from, to, officer } = range;
        const caller = officer ? (await this.org.employee(officer))?.name : oneCaller(rows);
        const days = from === to ? {} : { to };
        const data = { unitName, day: from, ...days, ...(caller ? { caller } : {}), rows: rows.map(sheetRow) };
        return { data, keyIds: rows.map(({ keyId }) => keyId) };
      },
    });
    this.papers.register(revisitWeekly, {
      permission,
      load: async (actor, range, unitName) => {
        const calendar = await this.pack.calendarOfUnit(actor.unitId);
        const [from, to] = [calendar.startOf(range.from), calendar.startOf(nextDay(range.to))];
        const rows = await this.ofWeek(actor, range, from, to);
        const week = weekOf(rows, from, to, this.pack.section.ratings);
        return { data: { unitName, ...weeklyPaperOf(range, week) }, keyIds: rows.map(({ keyId }) => keyId) };
      },
    });
  }

  private ofDays(actor: UserActor, { from, to, officer }: RegisterRange): Promise<RevisitTask[]> {
    const scope = visible(actor, MAY.readTask, TASK_SCOPE, 4);
    return revisitTasks.find(
      this.work,
      `r.day between $1 and $2 and ($3::uuid is null or r.caller_id = $3) and r.state <> 'cancelled' and ${scope.sql}
       order by r.day, r.planned_for, min(r.number) over (partition by r.call_id), r.number limit ${LIMIT}`,
      [from, to, officer ?? null, ...scope.parameters],
    );
  }

  /** Calls that fell into the week, and those of earlier days that were made in it. */
  private ofWeek(actor: UserActor, range: RegisterRange, from: Date, to: Date): Promise<RevisitTask[]> {
    const scope = visible(actor, MAY.readTask, TASK_SCOPE, 6);
    return revisitTasks.find(
      this.work,
      `r.created_at < $2 and ((r.day between $3 and $4 and r.state <> 'cancelled') or (r.last_call_at >= $1 and exists (
         select 1 from jsonb_array_elements(r.attempts) a
         where (a->>'at')::timestamptz >= $1 and (a->>'at')::timestamptz < $2)))
       and ($5::uuid is null or r.caller_id = $5) and ${scope.sql}
       order by r.planned_for, r.number limit ${LIMIT}`,
      [from, to, range.from, range.to, range.officer ?? null, ...scope.parameters],
    );
  }
}

const nextDay = (day: string): string =>
  new Date(new Date(`${day}T00:00:00Z`).getTime() + DAY_MS).toISOString().slice(0, 10);

/** The caller's name stands below the sheet when one person made all calls. */
function oneCaller(rows: readonly RevisitTask[]): string | undefined {
  const names = new Set(rows.flatMap(({ callerName }) => (callerName ? [callerName] : [])));
  return names.size === 1 ? [...names][0] : undefined;
}
