/** My work: open tasks and what the modules' sources list, the earliest due first. */
import { Injectable } from '@nestjs/common';
import type { UserActor } from '@bihuan/plugin-kit';
import { subjectKey } from '@bihuan/plugin-kit';
import { UnitOfWork } from '@bihuan/database';
import type { WorkItem } from './registries';
import { WorkSources } from './registries';
import { allowedActions } from './task';
import type { TaskRow } from './task-row';
import { TASK_COLUMNS, taskOf } from './task-row';

/** Tasks of one person that are read at most: beyond it a list helps nobody. */
const MOST = 1_000;

@Injectable()
export class WorkList {
  constructor(
    private readonly work: UnitOfWork,
    private readonly sources: WorkSources,
  ) {}

  /** Everything that waits for this person. */
  async of(actor: UserActor): Promise<WorkItem[]> {
    const lists = await Promise.all([this.tasks(actor), ...this.sources.values().map((source) => source.list(actor))]);
    return inOrder(lists.flat());
  }

  private async tasks(actor: UserActor): Promise<WorkItem[]> {
    const rows = await this.work.query<TaskRow>(
      `(select ${TASK_COLUMNS} from work.task where assignee_id = $1 and state = 'open' order by due_at limit ${MOST})
       union all
       (select ${TASK_COLUMNS} from work.task
        where unit_id = $2 and assignee_id is null and state = 'open' order by due_at limit ${MOST})`,
      [actor.employeeId, actor.unitId],
    );
    return rows.map(taskOf).map(({ id, subject, kind, number, title, state, dueAt }) => ({
      id,
      subject,
      kind,
      ...(number ? { number } : {}),
      title,
      state,
      dueAt,
      allowedActions: allowedActions(state),
    }));
  }
}

/** By due instant, what has none last; equal ones by subject, so that pages do not shift. */
export function inOrder(items: readonly WorkItem[]): WorkItem[] {
  const due = ({ dueAt }: WorkItem) => dueAt?.getTime() ?? Number.POSITIVE_INFINITY;
  return [...items].sort((a, b) => {
    const [x, y] = [due(a), due(b)];
    if (x !== y) return x < y ? -1 : 1;
    return keyOf(a) < keyOf(b) ? -1 : 1;
  });
}

/** What tells two lines of a list apart. */
export const keyOf = (item: WorkItem): string => `${subjectKey(item.subject)}/${item.kind}/${item.id ?? ''}`;

/** What a cursor compares: the due instant in fixed width (what has none sorts last) and the line's key. */
export const positionOf = (item: WorkItem): readonly [string, string] => [
  item.dueAt?.toISOString() ?? '~',
  keyOf(item),
];

/** The lines after a position; one that went in between is passed over. */
export function after(items: readonly WorkItem[], [due, key]: readonly [string, string]): readonly WorkItem[] {
  return items.filter((item) => {
    const [itsDue, itsKey] = positionOf(item);
    return itsDue === due ? itsKey > key : itsDue > due;
  });
}
