/** Fills form 5 with the calls of a day, or of one caller (RVT-5, SYS-13). */
import type { OnModuleInit } from '@nestjs/common';
import { Injectable } from '@nestjs/common';
import { FormSources } from '@bihuan/forms';
import { REVISIT_PERMISSIONS } from '@bihuan/revisit-contract';
import type { UserActor } from '@bihuan/plugin-kit';
import { UnitOfWork } from '@bihuan/database';
import { visible } from '@bihuan/identity';
import { Org } from '@bihuan/org';
import { revisitTasks, TASK_SCOPE } from '../data/revisit-task.store';
import type { RevisitTask } from '../domain/revisit-task.state';
import { revisitSheet } from './index';

const LIMIT = 5_000;

@Injectable()
export class RegisterPapers implements OnModuleInit {
  constructor(
    private readonly sources: FormSources,
    private readonly work: UnitOfWork,
    private readonly org: Org,
  ) {}

  onModuleInit(): void {
    this.sources.add(revisitSheet.code, {
      kind: 'register',
      definition: revisitSheet,
      permission: REVISIT_PERMISSIONS.printRegister,
      blank: async (actor) => ({ unitName: await this.unitName(actor) }),
      load: async (actor, { from, to, officer }) => {
        const scope = visible(actor, REVISIT_PERMISSIONS.readTask, TASK_SCOPE, 4);
        const rows = await revisitTasks.find(
          this.work,
          `r.day between $1 and $2 and ($3::uuid is null or r.caller_id = $3) and r.state <> 'cancelled' and ${scope.sql}
           order by r.planned_for, min(r.number) over (partition by r.call_id), r.number limit ${LIMIT}`,
          [from, to, officer ?? null, ...scope.parameters],
        );
        const caller = officer ? (await this.org.employee(officer))?.name : oneCaller(rows);
        return {
          data: {
            unitName: await this.unitName(actor),
            day: from,
            ...(caller ? { caller } : {}),
            rows: rows.map(sheetRow),
          },
          keyIds: rows.map(({ keyId }) => keyId),
        };
      },
    });
  }

  private async unitName(actor: UserActor): Promise<string> {
    return (await this.org.unit(actor.unitId))?.name ?? '';
  }
}

/** The caller's name stands below the sheet when one person made all calls. */
function oneCaller(rows: readonly RevisitTask[]): string | undefined {
  const names = new Set(rows.flatMap(({ callerName }) => (callerName ? [callerName] : [])));
  return names.size === 1 ? [...names][0] : undefined;
}

const sheetRow = (task: RevisitTask) => ({
  code: task.number,
  site: task.site,
  phone: task.phone,
  name: task.customerName,
  result: resultText(task),
  handler: task.handlerName ?? '',
  remark: remark(task),
});

const SATISFIED = { true: '满意', fair: '一般', false: '不满意' } as const;

function resultText({ satisfied, machineWorks, rating, words }: RevisitTask): string {
  const parts = [
    machineWorks === null ? '' : machineWorks ? '机器运行正常' : '机器运行不正常',
    satisfied === null ? '' : SATISFIED[satisfied],
    rating === null ? '' : `工程师评价 ${rating} 分`,
    words,
  ];
  return parts.filter(Boolean).join('；');
}

function remark({ state, attempts }: RevisitTask): string {
  const missed = attempts.filter(({ reached }) => !reached).length;
  const parts = [missed > 0 ? `未接通 ${missed} 次` : '', state === 'waiting' ? '已退回重新处理' : ''];
  return parts.filter(Boolean).join('；');
}
