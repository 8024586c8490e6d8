/** What may happen to a revisit task: (task, command, who, now) → the task afterwards. */
import type { TaskResult } from '@bihuan/revisit-contract';
import { demandTaskAction } from './revisit-task.rules';
import type { RevisitTask } from './revisit-task.state';

export interface Caller {
  readonly id: string;
  readonly name: string;
}

export function prepared(task: RevisitTask, now: Date): RevisitTask {
  demandTaskAction(task, 'prepare');
  return { ...task, state: 'prepared', preparedAt: now };
}

/** @param action `start` for a first or further call, `resume` after a matter came back */
export function calling(task: RevisitTask, action: 'start' | 'resume', caller: Caller): RevisitTask {
  demandTaskAction(task, action);
  return { ...task, state: 'calling', callerId: caller.id, callerName: caller.name };
}

export function notReached(task: RevisitTask, text: string, caller: Caller, now: Date): RevisitTask {
  demandTaskAction(task, 'not-reached');
  return { ...task, state: 'not-reached', attempts: [...task.attempts, attempt(false, text, caller, now)] };
}

const attempt = (reached: boolean, text: string, by: Caller, now: Date) => ({
  at: now.toISOString(),
  by: { id: by.id, name: by.name },
  reached,
  text,
});

/** RVT-3, RVT-4: done when all is well; else it stays open until the matter came back. */
export function reached(task: RevisitTask, result: TaskResult, good: boolean, caller: Caller, now: Date): RevisitTask {
  demandTaskAction(task, 'result');
  return {
    ...task,
    state: good ? 'done' : 'waiting',
    attempts: [...task.attempts, attempt(true, '', caller, now)],
    satisfied: result.satisfied === undefined ? null : (String(result.satisfied) as 'true' | 'false' | 'fair'),
    machineWorks: result.machineWorks ?? null,
    rating: result.rating ?? null,
    words: result.words ?? '',
    revisitedAt: now,
  };
}

/** RVT-2: a better time was agreed. @param day local day of `at` */
export function moved(task: RevisitTask, at: Date, day: string, dueAt: Date): RevisitTask {
  demandTaskAction(task, 'move');
  return { ...task, state: 'moved', plannedFor: at, day, dueAt };
}

export function cancelled(task: RevisitTask, reason: string): RevisitTask {
  demandTaskAction(task, 'cancel');
  return { ...task, state: 'cancelled', cancelReason: reason, dueAt: null };
}

/** The matter was reopened by somebody else before the call: the call waits for it. */
export const waiting = (task: RevisitTask): RevisitTask => ({ ...task, state: 'waiting', dueAt: null });
