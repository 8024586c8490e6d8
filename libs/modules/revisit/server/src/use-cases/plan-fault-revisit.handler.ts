/** RVT-1a: today's fault is called back tomorrow: the next day of the hotline's calendar. */
import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Transaction } from '@bihuan/database';
import { Recorder } from '@bihuan/audit';
import { Deadlines } from '@bihuan/alarms';
import { revisitTasks, taskSubject } from '../data/revisit-task.store';
import type { RevisitTask } from '../domain/revisit-task.state';
import { RevisitPack } from '../pack.settings';

/** What the event tells of the matter. */
export type Matter = Pick<
  RevisitTask,
  | 'module'
  | 'kind'
  | 'subjectId'
  | 'number'
  | 'round'
  | 'category'
  | 'customerId'
  | 'siteId'
  | 'customerName'
  | 'phone'
  | 'site'
  | 'description'
  | 'handling'
  | 'handlerId'
  | 'handlerName'
  | 'unitId'
  | 'officerId'
  | 'keyId'
>;

export const REVISIT_STAGE = 'revisit';

@Injectable()
export class PlanFaultRevisit {
  constructor(
    private readonly deadlines: Deadlines,
    private readonly recorder: Recorder,
    private readonly pack: RevisitPack,
  ) {}

  /** A matter that came back is called again with the same task (RVT-4). */
  async plan(tx: Transaction, matter: Matter, concludedAt: Date): Promise<RevisitTask> {
    const { afterDays, policy, calendar: code } = this.pack.section.faultRevisit;
    const calendar = await this.pack.calendar();
    const close = calendar.addWorkingDays(concludedAt, afterDays, true);
    const day = calendar.dateOf(new Date(close.getTime() - 1));
    const plannedFor = calendar.openingOf(day) ?? close;
    const [open] = await revisitTasks.find(
      tx,
      "r.subject_id = $1 and r.state not in ('done', 'cancelled') for update",
      [matter.subjectId],
    );
    const id = open?.id ?? randomUUID();
    const deadline = await this.deadlines.arm(tx, {
      subject: taskSubject(id),
      stage: REVISIT_STAGE,
      policy,
      startedAt: concludedAt,
      owner: { unitId: matter.unitId, employeeId: null },
      people: { officer: matter.officerId },
      calendar: code,
      label: matter.number,
    });
    const planned = {
      ...matter,
      id,
      state: 'planned' as const,
      callId: await this.callOf(tx, matter, day),
      plannedFor,
      day,
      dueAt: deadline.dueAt,
      preparedAt: null,
    };
    const task = open ? await revisitTasks.save(tx, open, { ...open, ...planned }) : this.added(tx, planned);
    await this.recorder.record(tx, {
      subject: taskSubject(id),
      action: open ? 'planned-again' : 'planned',
      data: { number: matter.number, round: matter.round, day },
    });
    return task;
  }

  private added(tx: Transaction, planned: Omit<RevisitTask, 'version' | keyof typeof EMPTY>): RevisitTask {
    const task: RevisitTask = { ...EMPTY, ...planned, version: 1 };
    revisitTasks.add(tx, task);
    return task;
  }

  /** RVT-2: several matters of the same customer on a day are one call. */
  private async callOf(tx: Transaction, matter: Matter, day: string): Promise<string> {
    const [same] = await tx.query<{ call_id: string }>(
      `select call_id from revisit.task r where r.day = $1 and r.unit_id = $2 and r.state not in ('done', 'cancelled')
         and (r.customer_id = $3 or (r.phone = $4 and $4 <> '')) limit 1`,
      [day, matter.unitId, matter.customerId, matter.phone],
    );
    return same?.call_id ?? randomUUID();
  }
}

const EMPTY = {
  callerId: null,
  callerName: null,
  attempts: [],
  satisfied: null,
  machineWorks: null,
  rating: null,
  words: '',
  revisitedAt: null,
  cancelReason: null,
} as const;
