/** What a caller does with a revisit: prepare, call, note the result, move, cancel (RVT-2 … RVT-4). */
import { Injectable } from '@nestjs/common';
import { Deadlines } from '@bihuan/alarms';
import type { Transaction } from '@bihuan/database';
import type { Outcome } from '@bihuan/matters';
import { Matters } from '@bihuan/matters';
import type { UserActor } from '@bihuan/plugin-kit';
import { invalidField } from '@bihuan/plugin-kit';
import type { MoveTask, TaskResult } from '@bihuan/revisit-contract';
import { restOfCustomer } from '../../data/rest-hours.store';
import { demandNoRest, timeOfDay } from '../../domain/rest-hours.rules';
import { closeOfDay } from '../../domain/revisit-plan.rules';
import * as decide from '../../domain/revisit-task.decide';
import { demandScriptKept, nextWay, taskActions } from '../../domain/revisit-task.rules';
import type { Caller, RevisitTask } from '../../domain/revisit-task.state';
import { RevisitPack } from '../../pack.settings';
import { revisitTask, taskSubject } from '../../revisit-task.part';
import { ANSWER_STAGE, REVISIT_STAGE } from '../plan-revisit/plan-revisit.handler';
import { TakeAnswer } from './take-answer.handler';

interface Seen {
  readonly version?: number | undefined;
}

const callerOf = (actor: UserActor): Caller => ({ id: actor.employeeId, name: actor.name });

@Injectable()
export class ActOnTaskHandler {
  constructor(
    private readonly matters: Matters,
    private readonly deadlines: Deadlines,
    private readonly pack: RevisitPack,
    private readonly answers: TakeAnswer,
  ) {}

  prepare(actor: UserActor, id: string, input: Seen & { text?: string | undefined }): Promise<RevisitTask> {
    return this.matters.act(actor, revisitTask, id, 'prepare', input, (tx, before) => ({
      row: decide.prepared(before, tx.now),
      action: 'prepared',
      personal: { text: input.text },
    }));
  }

  /** One call for the matters of one customer: the others of the call stand beside it (RVT-2). */
  start(actor: UserActor, id: string, input: Seen): Promise<RevisitTask> {
    return this.matters.act(actor, revisitTask, id, 'start', input, (tx, before) =>
      this.called(tx, actor, before, 'start'),
    );
  }

  resume(actor: UserActor, id: string, input: Seen): Promise<RevisitTask> {
    return this.matters.act(actor, revisitTask, id, 'resume', input, (tx, before) =>
      this.called(tx, actor, before, 'resume'),
    );
  }

  notReached(actor: UserActor, id: string, input: Seen & { text?: string | undefined }): Promise<RevisitTask> {
    return this.matters.act(actor, revisitTask, id, 'not-reached', input, async (tx, before) => {
      await this.deadlines.cancel(tx, taskSubject(id), ANSWER_STAGE, 'not-reached');
      const row = decide.notReached(before, input.text ?? '', callerOf(actor), tx.now);
      const data = { attempts: row.attempts.length };
      return { row, action: 'not-reached', data, personal: { text: input.text } };
    });
  }

  result(actor: UserActor, id: string, input: TaskResult): Promise<RevisitTask> {
    if (input.outcome === 'not-reached')
      return this.notReached(actor, id, { text: input.words, version: input.version });
    return this.matters.act(actor, revisitTask, id, 'result', input, (tx, before) => {
      demandScriptKept(before, input.leftScript, this.pack.section);
      return this.answers.take(tx, before, input, callerOf(actor));
    });
  }

  /** RVT-1c: the date agreed with the customer is the one that counts; the move is kept. */
  move(actor: UserActor, id: string, input: MoveTask): Promise<RevisitTask> {
    return this.matters.act(actor, revisitTask, id, 'move', input, async (tx, before) => {
      const at = new Date(input.at);
      if (at <= tx.now) throw invalidField('/at', 'in-the-past', '约定时间须晚于现在。 / It must lie in the future.');
      if (nextWay(before) === 'phone') await this.demandNoRest(tx, before, at);
      const calendar = await this.pack.calendar(this.pack.planOf(before), before.unitId);
      const day = calendar.dateOf(at);
      const close = calendar.closingOf(day) ?? closeOfDay(at, calendar);
      const limitAt = close > at ? close : at;
      await this.deadlines.cancel(tx, taskSubject(id), ANSWER_STAGE, 'moved');
      await this.deadlines.rePromise(tx, taskSubject(id), REVISIT_STAGE, { dueAt: limitAt, reason: 'moved' });
      const row = decide.moved(before, { at, day, limitAt, reason: input.reason ?? '' }, callerOf(actor), tx.now);
      const data = { plannedFor: before.plannedFor, to: at };
      return { row, action: 'moved', data, personal: { text: input.reason } };
    });
  }

  cancel(actor: UserActor, id: string, input: Seen & { reason: string }): Promise<RevisitTask> {
    return this.matters.act(actor, revisitTask, id, 'cancel', input, async (tx, before) => {
      const reason = await this.answers.livingWords(tx, before, input.reason);
      await this.deadlines.cancelAll(tx, taskSubject(id), 'cancelled');
      return { row: decide.cancelled(before, reason), action: 'cancelled', personal: { text: reason } };
    });
  }

  private async called(
    tx: Transaction,
    actor: UserActor,
    before: RevisitTask,
    action: 'start' | 'resume',
  ): Promise<Outcome<RevisitTask>> {
    const row = decide.calling(before, action, callerOf(actor), tx.now);
    if (row.way === 'phone') await this.demandNoRest(tx, before, tx.now);
    return { row, action: 'calling', data: { way: row.way } };
  }

  /** RVT-2: neither in the pack's rest hours nor in the customer's own. */
  private async demandNoRest(tx: Transaction, task: RevisitTask, at: Date): Promise<void> {
    const calendar = await this.pack.calendar(this.pack.planOf(task), task.unitId);
    const rest = [...this.pack.section.restHours, ...(await restOfCustomer(tx, task.customerId))];
    const allowedActions = taskActions(task).filter((act) => act !== 'start' && act !== 'resume');
    demandNoRest(timeOfDay(at, calendar), rest, { state: task.state, allowedActions });
  }
}
