/** What the revisit module adds to work lists, customers' history and access to its subjects. */
import type { OnModuleInit } from '@nestjs/common';
import { Injectable } from '@nestjs/common';
import { REVISIT_PERMISSIONS } from '@bihuan/revisit-contract';
import type { UserActor } from '@bihuan/plugin-kit';
import { UnitOfWork } from '@bihuan/database';
import { HistoryParts } from '@bihuan/customers';
import { SubjectAccess } from '@bihuan/http';
import { visible } from '@bihuan/identity';
import { WorkSources } from '@bihuan/work';
import { revisitTasks, TASK_SCOPE, taskSubject } from '../data/revisit-task.store';
import { taskActions } from '../domain/revisit-task.rules';

const TITLE = { zh: '电话回访', en: 'Revisit call' };
const LIMIT = 200;

@Injectable()
export class RevisitParts implements OnModuleInit {
  constructor(
    private readonly work: UnitOfWork,
    private readonly sources: WorkSources,
    private readonly history: HistoryParts,
    private readonly access: SubjectAccess,
  ) {}

  onModuleInit(): void {
    this.sources.add('revisit', { list: (actor) => this.due(actor) });
    this.history.add('revisit', {
      history: async (actor, { customerId, siteId }) => {
        const scope = visible(actor, REVISIT_PERMISSIONS.readTask, TASK_SCOPE, 3);
        const rows = await revisitTasks.find(
          this.work,
          `r.customer_id = $1 and ($2::uuid is null or r.site_id = $2) and ${scope.sql} order by r.planned_for desc limit ${LIMIT}`,
          [customerId, siteId ?? null, ...scope.parameters],
        );
        return rows.map((task) => ({
          subject: taskSubject(task.id),
          kind: 'revisit',
          number: task.number,
          at: task.revisitedAt ?? task.plannedFor,
          state: task.state,
          title: TITLE,
        }));
      },
    });
    this.access.add('revisit', {
      mayRead: async (actor, { kind, id }) => {
        if (kind !== 'task') return false;
        const scope = visible(actor, REVISIT_PERMISSIONS.readTask, TASK_SCOPE, 2);
        return (await revisitTasks.find(this.work, `r.id = $1 and ${scope.sql}`, [id, ...scope.parameters])).length > 0;
      },
    });
  }

  /** The unit's calls whose day has come. */
  private async due(actor: UserActor) {
    if (!actor.permissions.has(REVISIT_PERMISSIONS.call)) return [];
    const now = await this.work.now();
    const rows = await revisitTasks.find(
      this.work,
      `r.unit_id = $1 and r.state not in ('done', 'cancelled', 'waiting') and r.planned_for <= $2
       order by r.planned_for, r.call_id limit ${LIMIT}`,
      [actor.unitId, now],
    );
    return rows.map((task) => ({
      id: task.id,
      subject: taskSubject(task.id),
      kind: 'revisit',
      number: task.number,
      title: TITLE,
      state: task.state,
      dueAt: task.dueAt,
      allowedActions: taskActions(task),
    }));
  }
}
