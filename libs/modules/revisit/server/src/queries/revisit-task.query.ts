/** A revisit task as the API shows it, and the lists of them. */
import { Injectable } from '@nestjs/common';
import type { RevisitTaskView } from '@bihuan/revisit-contract';
import { REVISIT_PERMISSIONS } from '@bihuan/revisit-contract';
import type { UserActor } from '@bihuan/plugin-kit';
import { invalidField } from '@bihuan/plugin-kit';
import { UnitOfWork } from '@bihuan/database';
import type { ListQuery, Page } from '@bihuan/http';
import { decodeCursor, pageOf } from '@bihuan/http';
import { visible } from '@bihuan/identity';
import { revisitTasks, TASK_SCOPE } from '../data/revisit-task.store';
import { taskActions } from '../domain/revisit-task.rules';
import type { RevisitTask } from '../domain/revisit-task.state';

const SATISFIED = { true: true, false: false, fair: 'fair' } as const;

export const taskView = (task: RevisitTask): RevisitTaskView => ({
  id: task.id,
  state: task.state,
  version: task.version,
  allowedActions: [...taskActions(task)],
  callId: task.callId,
  subject: { module: task.module, kind: task.kind, id: task.subjectId },
  number: task.number,
  round: task.round,
  category: task.category,
  customerId: task.customerId,
  customerName: task.customerName,
  phone: task.phone,
  site: task.site,
  description: task.description,
  handling: task.handling,
  handler: task.handlerId ? { id: task.handlerId, name: task.handlerName ?? '' } : null,
  plannedFor: task.plannedFor.toISOString(),
  dueAt: task.dueAt?.toISOString() ?? null,
  preparedAt: task.preparedAt?.toISOString() ?? null,
  caller: task.callerId ? { id: task.callerId, name: task.callerName ?? '' } : null,
  attempts: task.attempts.map((attempt) => ({ ...attempt })),
  satisfied: task.satisfied === null ? null : SATISFIED[task.satisfied],
  machineWorks: task.machineWorks,
  rating: task.rating,
  words: task.words,
  revisitedAt: task.revisitedAt?.toISOString() ?? null,
  cancelReason: task.cancelReason,
});

@Injectable()
export class RevisitTaskList {
  constructor(private readonly work: UnitOfWork) {}

  /** `filter[state]` = `open` (default), `all` or a state; `filter[day]` = local day; by time planned, calls together. */
  async list(actor: UserActor, { filter, size, after }: ListQuery): Promise<Page<RevisitTaskView>> {
    const scope = visible(actor, REVISIT_PERMISSIONS.readTask, TASK_SCOPE, 1);
    const parameters: unknown[] = [...scope.parameters];
    const bind = (value: unknown): string => `$${parameters.push(value)}`;
    const conditions = [scope.sql];
    const state = filter['state'] ?? 'open';
    if (state === 'open') conditions.push("r.state not in ('done', 'cancelled')");
    else if (state !== 'all') conditions.push(`r.state = ${bind(state)}`);
    const day = filter['day'];
    if (day !== undefined) {
      if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) throw invalidField('/filter[day]', 'bad-date', '2026-09-18');
      conditions.push(`r.day = ${bind(day)}`);
    }
    if (after) {
      const [plannedFor, callId, id] = decodeCursor(after, 3);
      conditions.push(
        `(r.planned_for, r.call_id, r.id) > (${bind(plannedFor)}::timestamptz, ${bind(callId)}::uuid, ${bind(id)}::uuid)`,
      );
    }
    const rows = await revisitTasks.find(
      this.work,
      `${conditions.join(' and ')} order by r.planned_for, r.call_id, r.id limit ${bind(size + 1)}`,
      parameters,
    );
    return pageOf(rows, size, (row) => [row.plannedFor, row.callId, row.id], taskView);
  }
}
