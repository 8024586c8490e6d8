/** A revisit task as the API shows it, and the lists of them. */
import { Injectable } from '@nestjs/common';
import type { ListQuery, Page } from '@bihuan/http';
import { actsOf, lineOf, MatterLists, Matters } from '@bihuan/matters';
import type { UserActor } from '@bihuan/plugin-kit';
import { invalidField } from '@bihuan/plugin-kit';
import type { RevisitTaskDetail, RevisitTaskView } from '@bihuan/revisit-contract';
import { branchOf, mayLeaveScript, overLimits, scriptOf } from '../domain/revisit-task.rules';
import type { Attempt, RevisitTask, Satisfied } from '../domain/revisit-task.state';
import { RevisitPack } from '../pack.settings';
import { revisitTask } from '../revisit-task.part';
import type { RevisitSection } from '../revisit.settings';

const SATISFIED = { true: true, false: false, fair: 'fair' } as const;

const person = (id: string | null, name: string | null) => (id ? { id, name: name ?? '' } : null);
const iso = (at: Date | null): string | null => at?.toISOString() ?? null;
const answered = (satisfied: Satisfied | null) => (satisfied === null ? null : SATISFIED[satisfied]);

const attemptView = ({ satisfied, counts: _, sentTo, ...attempt }: Attempt) => ({
  ...attempt,
  ...(satisfied === undefined ? {} : { satisfied: SATISFIED[satisfied] }),
  ...(sentTo === undefined ? {} : { sentTo: [...sentTo] }),
});

function scriptView(task: RevisitTask, section: RevisitSection): RevisitTaskView['script'] {
  const script = scriptOf(task, section);
  return {
    questionLimit: script?.questions ?? null,
    secondsTarget: script?.seconds ?? null,
    mayLeave: mayLeaveScript(task, section),
    over: overLimits(task, script),
  };
}

const branchView = (task: RevisitTask, section: RevisitSection) =>
  task.satisfied === null
    ? null
    : branchOf(
        {
          satisfied: SATISFIED[task.satisfied],
          ...(task.machineWorks === null ? {} : { machineWorks: task.machineWorks }),
          ...(task.trouble === null ? {} : { trouble: task.trouble }),
        },
        section,
      );

/** Everything of a task but its clocks. */
const taskFields = (task: RevisitTask, section: RevisitSection) => ({
  state: task.state,
  version: task.version,
  customerId: task.customerId,
  callId: task.callId,
  event: task.event,
  subject: { module: task.module, kind: task.kind, id: task.subjectId },
  round: task.round,
  category: task.category,
  customerName: task.customerName,
  phone: task.phone,
  site: task.site,
  description: task.description,
  handling: task.handling,
  handler: person(task.handlerId, task.handlerName),
  faultGrade: task.faultGrade,
  concludedAt: task.concludedAt.toISOString(),
  marks: [...task.marks],
  plannedFor: task.plannedFor.toISOString(),
  limitAt: task.limitAt.toISOString(),
  moves: task.moves.map((move) => ({ ...move })),
  assignee: person(task.assigneeId, task.assigneeName),
  preparedAt: iso(task.preparedAt),
  caller: person(task.callerId, task.callerName),
  purpose: task.purpose,
  ways: [...task.ways],
  waysDone: [...task.waysDone],
  way: task.way,
  writtenWays: [...task.writtenWays],
  sentAt: iso(task.sentAt),
  script: scriptView(task, section),
  attempts: task.attempts.map(attemptView),
  satisfied: answered(task.satisfied),
  countsAsSatisfied: task.countsAsSatisfied,
  branch: branchView(task, section),
  machineWorks: task.machineWorks,
  rating: task.rating,
  words: task.words,
  about: task.about,
  improve: task.improve,
  promised: task.promised,
  suggestion: task.suggestion,
  trouble: task.trouble,
  questions: task.questions,
  seconds: task.seconds,
  leftScript: task.leftScript,
  recording: task.recording,
  waitsFor: [...task.waitsFor],
  complaint: task.complaintId ? { id: task.complaintId, number: task.complaintNumber ?? '' } : null,
  revisitedAt: iso(task.revisitedAt),
  cancelReason: task.cancelReason,
});

@Injectable()
export class TaskViews {
  constructor(
    private readonly matters: Matters,
    private readonly pack: RevisitPack,
  ) {}

  async view(actor: UserActor, task: RevisitTask): Promise<RevisitTaskDetail> {
    const frame = await this.matters.frame(actor, revisitTask, task);
    return { ...frame, ...taskFields(task, this.pack.section) };
  }

  line(actor: UserActor, task: RevisitTask): RevisitTaskView {
    const allowedActions = [...actsOf(revisitTask, task, actor)];
    return { ...lineOf(task), ...taskFields(task, this.pack.section), allowedActions };
  }
}

@Injectable()
export class RevisitTaskList {
  constructor(
    private readonly lists: MatterLists,
    private readonly views: TaskViews,
  ) {}

  /** `filter[day]` = local day, `filter[event]`, `filter[call]`; by time planned, calls together. */
  list(actor: UserActor, query: ListQuery): Promise<Page<RevisitTaskView>> {
    const day = query.filter['day'];
    if (day !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(day))
      throw invalidField('/filter[day]', 'bad-date', '2026-09-18');
    return this.lists.list(actor, revisitTask, query, {
      order: [
        { sql: 'r.planned_for', type: 'timestamptz', of: ({ plannedFor }) => plannedFor },
        { sql: 'r.call_id', type: 'uuid', of: ({ callId }) => callId },
      ],
      filters: {
        day: 'r.day',
        event: 'r.event',
        purpose: 'r.purpose',
        call: 'r.call_id::text',
        unit: 'r.unit_id::text',
      },
      line: (task) => this.views.line(actor, task),
    });
  }
}
