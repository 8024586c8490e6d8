/** What a caller does with a revisit: prepare, call, note the result, move, cancel (RVT-2 … RVT-4). */
import { Injectable } from '@nestjs/common';
import { matterRevisited } from '@bihuan/events';
import type { MoveTask, TaskResult } from '@bihuan/revisit-contract';
import type { UserActor } from '@bihuan/plugin-kit';
import { invalidField } from '@bihuan/plugin-kit';
import type { Transaction } from '@bihuan/database';
import { demandVersion, UnitOfWork } from '@bihuan/database';
import { Recorder } from '@bihuan/audit';
import { Deadlines } from '@bihuan/alarms';
import { Publisher } from '@bihuan/outbox';
import { DataKeys } from '@bihuan/privacy';
import { WorkPush } from '@bihuan/work';
import { readTask, revisitTasks, taskSubject } from '../../data/revisit-task.store';
import { calling, cancelled, moved, notReached, prepared, reached } from '../../domain/revisit-task.decide';
import { demandNoRest, demandTaskAction, isGood } from '../../domain/revisit-task.rules';
import type { RevisitTask } from '../../domain/revisit-task.state';
import { revisitErrors } from '../../revisit.errors';
import { RevisitPack } from '../../pack.settings';
import { REVISIT_STAGE } from '../plan-fault-revisit.handler';

interface Outcome {
  readonly task: RevisitTask;
  readonly action: string;
  readonly data?: Readonly<Record<string, unknown>>;
  readonly words?: string | undefined;
}

interface Seen {
  readonly version?: number | undefined;
}

@Injectable()
export class ActOnTaskHandler {
  constructor(
    private readonly work: UnitOfWork,
    private readonly recorder: Recorder,
    private readonly deadlines: Deadlines,
    private readonly publisher: Publisher,
    private readonly pack: RevisitPack,
    private readonly push: WorkPush,
    private readonly keys: DataKeys,
  ) {}

  prepare(actor: UserActor, id: string, input: Seen & { text?: string }): Promise<RevisitTask> {
    return this.act(actor, id, input, (tx, task) =>
      Promise.resolve({ task: prepared(task, tx.now), action: 'prepared', words: input.text }),
    );
  }

  /** One call for the matters of one customer: the others of the call stand beside it (RVT-2). */
  call(actor: UserActor, id: string, action: 'start' | 'resume', input: Seen): Promise<RevisitTask> {
    return this.act(actor, id, input, async (tx, before) => {
      const task = calling(before, action, { id: actor.employeeId, name: actor.name });
      demandNoRest(await this.pack.timeOfDay(tx.now), this.pack.section.restHours);
      return { task, action: 'calling' };
    });
  }

  notReached(actor: UserActor, id: string, input: Seen & { text?: string }): Promise<RevisitTask> {
    return this.act(actor, id, input, (tx, before) => {
      const task = notReached(before, input.text ?? '', { id: actor.employeeId, name: actor.name }, tx.now);
      return Promise.resolve({
        task,
        action: 'not-reached',
        data: { attempts: task.attempts.length },
        words: input.text,
      });
    });
  }

  async result(actor: UserActor, id: string, input: TaskResult): Promise<RevisitTask> {
    if (input.outcome === 'not-reached')
      return this.notReached(actor, id, { text: input.words ?? '', version: input.version });
    const satisfied = input.satisfied ?? false;
    return this.act(actor, id, input, async (tx, before) => {
      demandTaskAction(before, 'result');
      const good = isGood({ satisfied, machineWorks: input.machineWorks }, this.pack.section.fairIsSatisfied);
      const task = reached(before, input, good, { id: actor.employeeId, name: actor.name }, tx.now);
      await this.deadlines.meet(tx, taskSubject(id), REVISIT_STAGE);
      await this.publish(tx, actor, task, good);
      return {
        task: { ...task, dueAt: null },
        action: good ? 'revisited' : 'sent-back',
        data: { satisfied, machineWorks: input.machineWorks ?? null, rating: input.rating ?? null },
        words: input.words,
      };
    });
  }

  move(actor: UserActor, id: string, input: MoveTask): Promise<RevisitTask> {
    return this.act(actor, id, input, async (tx, before) => {
      demandTaskAction(before, 'move');
      const at = new Date(input.at);
      if (at <= tx.now) throw invalidField('/at', 'in-the-past', '约定时间须晚于现在。 / It must lie in the future.');
      demandNoRest(await this.pack.timeOfDay(at), this.pack.section.restHours);
      const calendar = await this.pack.calendar();
      const day = calendar.dateOf(at);
      const dueAt = calendar.closingOf(day) ?? at;
      const promise = { dueAt: dueAt > at ? dueAt : at, reason: 'moved' };
      await this.deadlines.rePromise(tx, taskSubject(id), REVISIT_STAGE, promise);
      const task = moved(before, at, day, promise.dueAt);
      return { task, action: 'moved', data: { from: before.plannedFor, to: at }, words: input.reason };
    });
  }

  /** Other ways than the phone only where the pack allows them. */
  async send(actor: UserActor, id: string, input: Seen & { way: string }): Promise<RevisitTask> {
    await readTask(this.work, actor, id);
    throw revisitErrors['way-not-allowed']({
      params: { ways: this.pack.section.ways.join(', ') },
      errors: [{ pointer: '/way', code: 'way-not-allowed', detail: input.way }],
    });
  }

  cancel(actor: UserActor, id: string, input: Seen & { reason: string }): Promise<RevisitTask> {
    return this.act(actor, id, input, async (tx, before) => {
      // A call to a customer who was erased can be cancelled; why is not written any more.
      const reason = (await this.keys.lives(tx, before.keyId)) ? input.reason : '';
      const task = cancelled(before, reason);
      await this.deadlines.cancel(tx, taskSubject(id), REVISIT_STAGE, 'cancelled');
      return { task, action: 'cancelled', words: reason };
    });
  }

  private act(
    actor: UserActor,
    id: string,
    { version }: Seen,
    decide: (tx: Transaction, before: RevisitTask) => Promise<Outcome>,
  ): Promise<RevisitTask> {
    return this.work.run(actor, async (tx) => {
      const before = await readTask(tx, actor, id, true);
      demandVersion(before, version);
      const { task, action, data, words } = await decide(tx, before);
      if (words) await this.keys.demandLiving(tx, before.keyId);
      const after = await revisitTasks.save(tx, before, task);
      await this.recorder.record(tx, {
        subject: taskSubject(id),
        action,
        ...(data ? { data } : {}),
        ...(words ? { personal: { text: words }, keyId: before.keyId } : {}),
      });
      this.push.unitChanged(tx, after.unitId);
      return after;
    });
  }

  private publish(tx: Transaction, actor: UserActor, task: RevisitTask, good: boolean): Promise<void> {
    return this.publisher.publish(
      tx,
      matterRevisited,
      taskSubject(task.id),
      {
        taskId: task.id,
        subject: { module: task.module, kind: task.kind, id: task.subjectId },
        round: task.round,
        satisfied: good,
        machineWorks: task.machineWorks,
        revisitedAt: tx.now.toISOString(),
        callerId: actor.employeeId,
        keyId: task.keyId,
      },
      { keyId: task.keyId, values: { words: task.words } },
    );
  }
}
