/** What may happen to a revisit task: (task, command, who, now) → the task afterwards. */
import type { TaskResult, WrittenWay } from '@bihuan/revisit-contract';
import { demandTaskAction, nextWay } from './revisit-task.rules';
import type { Attempt, Caller, RevisitTask, SentTo } from './revisit-task.state';

export type { Caller } from './revisit-task.state';

export function prepared(task: RevisitTask, now: Date): RevisitTask {
  demandTaskAction(task, 'prepare');
  return { ...task, state: 'prepared', preparedAt: now };
}

/** @param action `start` for a first or further call, `resume` after a matter came back */
export function calling(task: RevisitTask, action: 'start' | 'resume', caller: Caller, now: Date): RevisitTask {
  demandTaskAction(task, action);
  return {
    ...task,
    state: 'calling',
    way: nextWay(task),
    callerId: caller.id,
    callerName: caller.name,
    startedAt: now,
    waitsFor: [],
  };
}

/** RVT-2: a questionnaire was sent instead of a call; its link can be answered once. */
export function sent(task: RevisitTask, way: WrittenWay, linkHash: string, caller: Caller, now: Date): RevisitTask {
  demandTaskAction(task, 'send');
  return {
    ...task,
    state: 'calling',
    way,
    callerId: caller.id,
    callerName: caller.name,
    startedAt: null,
    sentAt: now,
    linkHash,
  };
}

const withoutLink = { sentAt: null, linkHash: null } as const;

const attempt = (task: RevisitTask, by: Caller, now: Date, rest: Pick<Attempt, 'reached' | 'text'>): Attempt => ({
  at: now.toISOString(),
  by: { id: by.id, name: by.name },
  way: task.way ?? 'phone',
  ...rest,
});

/** A call that did not get through, or a questionnaire nobody answered: it is called again (RVT-2, RVT-3). */
export function notReached(task: RevisitTask, text: string, caller: Caller, now: Date): RevisitTask {
  demandTaskAction(task, 'not-reached');
  return {
    ...task,
    ...withoutLink,
    state: 'not-reached',
    lastCallAt: now,
    attempts: [...task.attempts, attempt(task, caller, now, { reached: false, text })],
  };
}

/** What the rules made of an answer. */
export interface Judged {
  readonly good: boolean;
  readonly counts: boolean;
  readonly sentTo: readonly SentTo[];
}

/**
 * RVT-3, RVT-4: done when all is well in every way it is to be made; open until what was sent away came back.
 *
 * @param day local day of the talk
 */
export function reached(
  task: RevisitTask,
  result: TaskResult,
  { good, counts, sentTo }: Judged,
  caller: Caller,
  now: Date,
  day: string,
): RevisitTask {
  demandTaskAction(task, 'result');
  const way = task.way ?? 'phone';
  const satisfied = result.satisfied === undefined ? null : (String(result.satisfied) as 'true' | 'false' | 'fair');
  const waysDone = [...new Set([...task.waysDone, way])];
  const outstanding = good && task.sentAt === null && task.ways.some((one) => !waysDone.includes(one));
  const seconds = task.startedAt ? Math.round((now.getTime() - task.startedAt.getTime()) / 1_000) : null;
  return {
    ...task,
    ...withoutLink,
    state: sentTo.length > 0 ? 'waiting' : outstanding ? 'prepared' : 'done',
    waysDone: sentTo.length > 0 ? [] : waysDone,
    waitsFor: sentTo,
    // A complaint of an earlier talk does not bring this one back.
    ...(sentTo.includes('complaint') ? { complaintId: null, complaintNumber: null } : {}),
    day,
    lastCallAt: now,
    attempts: [
      ...task.attempts,
      {
        // His words stay with the talk: a later one, when all is well, does not wipe them out.
        ...attempt(task, caller, now, { reached: true, text: result.words ?? '' }),
        ...(satisfied === null ? {} : { satisfied }),
        counts,
        machineWorks: result.machineWorks ?? null,
        rating: result.rating ?? null,
        sentTo,
      },
    ],
    satisfied,
    countsAsSatisfied: counts,
    machineWorks: result.machineWorks ?? null,
    rating: result.rating ?? null,
    words: result.words ?? '',
    about: result.about ?? '',
    improve: result.improve ?? '',
    promised: result.promised ?? '',
    suggestion: result.suggestion ?? '',
    trouble: result.trouble ?? null,
    questions: result.questions ?? null,
    seconds,
    leftScript: result.leftScript ?? '',
    recording: result.recording ?? '',
    revisitedAt: now,
  };
}

/** RVT-1c, RVT-2: a better time was agreed; the move is kept. @param day local day of `at` */
export function moved(
  task: RevisitTask,
  to: { readonly at: Date; readonly day: string; readonly limitAt: Date; readonly reason: string },
  caller: Caller,
  now: Date,
): RevisitTask {
  demandTaskAction(task, 'move');
  const move = {
    from: task.plannedFor.toISOString(),
    to: to.at.toISOString(),
    at: now.toISOString(),
    by: { id: caller.id, name: caller.name },
    reason: to.reason,
  };
  return {
    ...task,
    ...withoutLink,
    state: 'moved',
    plannedFor: to.at,
    day: to.day,
    limitAt: to.limitAt,
    moves: [...task.moves, move],
  };
}

export function cancelled(task: RevisitTask, reason: string): RevisitTask {
  demandTaskAction(task, 'cancel');
  return { ...task, ...withoutLink, state: 'cancelled', cancelReason: reason, waitsFor: [] };
}

/** Why the suite itself calls a revisit off: its matter was withdrawn, closed, or called about by its own side. */
export const MATTER_CLOSED = 'matter-closed';

/** The matter is over: what was answered stands; a call that was not made is not due any more. */
export function calledOff(task: RevisitTask): RevisitTask {
  const answered = task.state === 'waiting' && task.revisitedAt !== null;
  const rest = { ...task, ...withoutLink, waitsFor: [] };
  return answered ? { ...rest, state: 'done' } : { ...rest, state: 'cancelled', cancelReason: MATTER_CLOSED };
}

/** The matter was opened again: the call waits for it. */
export const waiting = (task: RevisitTask): RevisitTask => ({
  ...task,
  ...withoutLink,
  state: 'waiting',
  waitsFor: [...new Set<SentTo>([...task.waitsFor, 'matter'])],
});

/**
 * What a call still waits for when one of several came back; none: it is called again (RVT-4). The urgent order repairs
 * what the next round of a form or an order is about; a complaint is about more than the machine.
 */
export const stillOut = (
  { waitsFor, module }: Pick<RevisitTask, 'waitsFor' | 'module'>,
  back: SentTo,
): readonly SentTo[] =>
  waitsFor.filter((one) => one !== back && !(back === 'order' && one === 'matter' && module !== 'complaints'));
