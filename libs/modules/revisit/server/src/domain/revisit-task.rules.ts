/** Named rules of a revisit: what may be done when, when nobody is called, what counts as good. */
import { commonErrors, revisitErrors } from '../revisit.errors';
import type { RevisitState } from '@bihuan/revisit-contract';
import type { RevisitTask } from './revisit-task.state';

export type TaskAction = 'prepare' | 'start' | 'result' | 'not-reached' | 'move' | 'resume' | 'cancel';

/** RVT-2: the caller reads the matters before he can start. */
const ACTIONS: Readonly<Record<RevisitState, readonly TaskAction[]>> = {
  planned: ['prepare', 'move', 'cancel'],
  prepared: ['start', 'move', 'cancel'],
  calling: ['result', 'not-reached', 'move', 'cancel'],
  'not-reached': ['start', 'move', 'cancel'],
  moved: ['prepare', 'start', 'move', 'cancel'],
  waiting: ['resume', 'cancel'],
  done: [],
  cancelled: [],
};

export const taskActions = (task: Pick<RevisitTask, 'state'>): readonly TaskAction[] => ACTIONS[task.state];

export function demandTaskAction(task: Pick<RevisitTask, 'state'>, action: TaskAction): void {
  const allowedActions = taskActions(task);
  if (!allowedActions.includes(action)) throw commonErrors['wrong-state']({ state: task.state, allowedActions });
}

/** RVT-2: no calls in rest hours. @param time of day at the customer's, `HH:MM` */
export function demandNoRest(time: string, restHours: readonly (readonly [string, string])[]): void {
  for (const [from, to] of restHours) {
    const resting = from <= to ? time >= from && time < to : time >= from || time < to;
    if (resting) throw revisitErrors['rest-hours']({ params: { from, to } });
  }
}

/** RVT-4: not satisfied or not working goes back to the matter at once. */
export function isGood(
  result: { satisfied: boolean | 'fair'; machineWorks: boolean | undefined },
  fairIsSatisfied: boolean,
): boolean {
  const satisfied = result.satisfied === 'fair' ? fairIsSatisfied : result.satisfied;
  return satisfied && result.machineWorks !== false;
}
