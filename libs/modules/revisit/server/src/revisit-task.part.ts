/** What a revisit task is to the plumbing of cases: who sees it, what its states allow, what is erased (IDN-2, CUS-5). */
import { revisitTaskChanged } from '@bihuan/events';
import type { OwnFacts } from '@bihuan/matters';
import { defineMatter } from '@bihuan/matters';
import { REVISIT_PERMISSIONS as MAY } from '@bihuan/revisit-contract';
import { revisitTasks } from './data/revisit-task.store';
import type { TaskAction } from './domain/revisit-task.rules';
import { taskActions } from './domain/revisit-task.rules';
import type { RevisitTask } from './domain/revisit-task.state';

export const TASK_SCOPE = { ownerColumn: 'r.caller_id', unitColumns: ['r.unit_id'], subjectColumn: 'r.id' };

/** Words of the customer inside a list, by field; the rest of each entry stays for statistics. */
const without = (column: string, field: string): string =>
  `(select coalesce(jsonb_agg(a || '{"${field}": ""}'::jsonb), '[]'::jsonb) from jsonb_array_elements(r.${column}) a)`;

export const revisitTask = defineMatter<RevisitTask, TaskAction>({
  module: 'revisit',
  kind: 'task',
  title: { zh: '回访', en: 'Revisit' },
  store: revisitTasks,
  read: MAY.readTask,
  scope: TASK_SCOPE,
  closed: ['done', 'cancelled'],
  actions: taskActions,
  permits: {
    prepare: MAY.call,
    start: MAY.call,
    result: MAY.call,
    'not-reached': MAY.call,
    move: MAY.call,
    send: MAY.call,
    resume: MAY.call,
    cancel: MAY.call,
  },
  // A call to a customer who was erased can be cancelled; why is not written any more.
  writesWords: (act) => act !== 'cancel',
  people: ({ callerId, assigneeId, unitId }) => ({ employees: [callerId, assigneeId], units: [unitId] }),
  mine: {
    sql: `(r.assignee_id = $1 or (r.assignee_id is null and r.unit_id = any($2::uuid[])))
      and r.state <> 'waiting' and r.planned_for <= $3`,
    permission: MAY.call,
  },
  siteColumn: 'site_id',
  erase: {
    text: [
      'customer_name',
      'phone',
      'site',
      'description',
      'handling',
      'words',
      'about',
      'improve',
      'promised',
      'suggestion',
      'left_script',
      'recording',
    ],
    nullable: ['cancel_reason'],
    json: { attempts: without('attempts', 'text'), moves: without('moves', 'reason') },
  },
  facts: { event: revisitTaskChanged, of: factsOf },
});

export const taskSubject = (id: string) => revisitTask.subject(id);

/** The open task of a matter, locked; a complaint that took the place of the one called about is that matter too. */
export const OPEN_TASK_OF = `(r.subject_id = $1 or (r.complaint_id = $1 and r.module = 'complaints'))
  and ${revisitTask.openSql} for update`;

const flag = (value: boolean | null): number | undefined => (value === null ? undefined : Number(value));

const known = (measures: Readonly<Record<string, number | null | undefined>>): Record<string, number> =>
  Object.fromEntries(
    Object.entries(measures).filter((entry): entry is [string, number] => typeof entry[1] === 'number'),
  );

/** Codes and counts for the figures: satisfaction, coverage, effective rate (RPT-1a). */
function factsOf(task: RevisitTask): OwnFacts {
  const reached = task.revisitedAt !== null;
  return {
    concludedAt: task.state === 'done' ? (task.revisitedAt?.toISOString() ?? null) : null,
    answeredAt: task.revisitedAt?.toISOString() ?? null,
    intakeUnitId: task.unitId,
    unitId: task.unitId,
    personId: task.callerId ?? task.assigneeId,
    dims: {
      event: task.event,
      purpose: task.purpose,
      kind: task.category,
      level: task.level,
      channel: task.channel,
      way: task.way,
      engineer: task.handlerId,
      satisfied: task.satisfied,
    },
    measures: known({
      reached: Number(reached),
      satisfied: flag(task.countsAsSatisfied),
      'machine-works': flag(task.machineWorks),
      'on-time': reached ? Number(task.revisitedAt !== null && task.revisitedAt <= task.limitAt) : undefined,
      attempts: task.attempts.length,
      moves: task.moves.length,
      rating: task.rating,
    }),
  };
}
