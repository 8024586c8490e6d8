/** Named rules of a revisit: what may be done when, what counts as good, which script and branch, what is sent where. */
import { commonErrors, invalidField } from '../revisit.errors';
import type { RevisitState, TaskResult, Way } from '@bihuan/revisit-contract';
import type { RevisitPlan, RevisitSection } from '../revisit.settings';
import type { RevisitTask, SentTo } from './revisit-task.state';

export type TaskAction = 'prepare' | 'start' | 'result' | 'not-reached' | 'move' | 'send' | 'resume' | 'cancel';

/** RVT-2: the caller reads the matters before he can start. */
const ACTIONS: Readonly<Record<RevisitState, readonly TaskAction[]>> = {
  planned: ['prepare', 'move', 'send', 'cancel'],
  prepared: ['start', 'move', 'send', 'cancel'],
  calling: ['result', 'not-reached', 'move', 'cancel'],
  'not-reached': ['start', 'move', 'send', 'cancel'],
  moved: ['prepare', 'start', 'move', 'send', 'cancel'],
  waiting: ['resume', 'cancel'],
  done: [],
  cancelled: [],
};

/** A questionnaire is sent only where the pack allows it, and only instead of a call, never of a visit (RVT-2). */
export const taskActions = (task: Pick<RevisitTask, 'state' | 'writtenWays' | 'ways'>): readonly TaskAction[] =>
  ACTIONS[task.state].filter((action) => action !== 'send' || mayWrite(task));

const mayWrite = ({ writtenWays, ways }: Pick<RevisitTask, 'writtenWays' | 'ways'>): boolean =>
  writtenWays.length > 0 && ways.every((way) => way === 'phone');

export function demandTaskAction(task: Pick<RevisitTask, 'state' | 'writtenWays' | 'ways'>, action: TaskAction): void {
  const allowedActions = taskActions(task);
  if (!allowedActions.includes(action)) throw commonErrors['wrong-state']({ state: task.state, allowedActions });
}

/** The way that is made next: phone and visit one after the other (RVT-1e). */
export const nextWay = ({ ways, waysDone }: Pick<RevisitTask, 'ways' | 'waysDone'>): Way =>
  ways.find((way) => !waysDone.includes(way)) ?? ways[0] ?? 'phone';

type Answer = Pick<TaskResult, 'satisfied' | 'machineWorks' | 'trouble'>;

/** Does the answer count as satisfied? Whether 'fair' does is the pack's (RVT-3b). */
export const countsAsSatisfied = (
  { satisfied }: Pick<TaskResult, 'satisfied'>,
  { fairIsSatisfied }: Pick<RevisitSection, 'fairIsSatisfied'>,
): boolean => (satisfied === 'fair' ? fairIsSatisfied : satisfied === true);

/** All is well: the task is done (RVT-4). */
export const isGood = (answer: Answer, section: Pick<RevisitSection, 'fairIsSatisfied'>): boolean =>
  countsAsSatisfied(answer, section) && answer.machineWorks !== false && answer.trouble === undefined;

export type Branch = 'satisfied' | 'not-satisfied';

/** The branch of the script an answer takes; 'fair' takes the pack's (RVT-3b). */
export function branchOf(answer: Answer, { fairBranch }: Pick<RevisitSection, 'fairBranch'>): Branch {
  if (answer.machineWorks === false || answer.satisfied === false || answer.trouble) return 'not-satisfied';
  return answer.satisfied === 'fair' ? fairBranch : 'satisfied';
}

/** Modules whose matters open their next round by themselves when the revisit was not good. */
const REOPENS = ['hotline', 'complaints'];

/**
 * RVT-4: a machine that does not work goes to dispatch as an urgent order; a matter that was not good goes back to who
 * handled it; a problem, quarrel or complaint is registered, unless the matter is the complaint itself.
 */
export function sentTo(
  task: Pick<RevisitTask, 'module' | 'event'>,
  answer: Answer,
  { complaintFrom }: Pick<RevisitPlan, 'complaintFrom'>,
  section: Pick<RevisitSection, 'fairIsSatisfied'>,
): readonly SentTo[] {
  const good = isGood(answer, section);
  const trouble = answer.trouble ?? (answer.satisfied === false ? 'problem' : undefined);
  return [
    ...(!good && REOPENS.includes(task.module) ? (['matter'] as const) : []),
    ...(answer.machineWorks === false ? (['order'] as const) : []),
    ...(trouble && complaintFrom.includes(trouble) && task.event !== 'complaint' ? (['complaint'] as const) : []),
  ];
}

/** RVT-3a: what went over the script's limits; it is shown, never blocked. */
export function overLimits(
  { questions, seconds }: Pick<RevisitTask, 'questions' | 'seconds'>,
  script: RevisitSection['scripts'][number] | undefined,
): ('questions' | 'length')[] {
  const over = (value: number | null, limit: number | null | undefined) =>
    value !== null && limit !== null && limit !== undefined && value > limit;
  return [
    ...(over(questions, script?.questions) ? (['questions'] as const) : []),
    ...(over(seconds, script?.seconds) ? (['length'] as const) : []),
  ];
}

/** RVT-3c: the script of the task's purpose. */
export const scriptOf = (
  { purpose }: Pick<RevisitTask, 'purpose'>,
  { scripts }: Pick<RevisitSection, 'scripts'>,
): RevisitSection['scripts'][number] | undefined => scripts.find((script) => script.purpose === purpose);

/** RVT-3c: only with flagged customers may the caller leave the script. */
export const mayLeaveScript = (
  { marks }: Pick<RevisitTask, 'marks'>,
  { mayLeaveScript: flagged }: Pick<RevisitSection, 'mayLeaveScript'>,
): boolean => marks.some((mark) => flagged.includes(mark));

export function demandScriptKept(
  task: Pick<RevisitTask, 'marks'>,
  leftScript: string | undefined,
  section: Pick<RevisitSection, 'mayLeaveScript'>,
): void {
  if (!leftScript || mayLeaveScript(task, section)) return;
  throw invalidField(
    '/leftScript',
    'script-binding',
    '只有重点客户可以不按话术回访。 / Only with flagged customers may the script be left.',
  );
}
