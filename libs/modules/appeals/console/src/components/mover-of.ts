/** Whose move an appeal is: the desk's, the branch's, or nobody's (APL-2 … APL-7). */
import type { AppealView } from '@bihuan/appeals-contract';

export interface AppealMover {
  readonly who: 'desk' | 'branch' | 'over';
  readonly name: string;
  readonly employeeId?: string | undefined;
  readonly unitId?: string | undefined;
}

const WITH_BRANCH = ['dispatched', 'accepted', 'verified', 'planned', 'answered'];

export function moverOf({
  state,
  desk,
  unit,
  handler,
}: Pick<AppealView, 'state' | 'desk' | 'unit' | 'handler'>): AppealMover {
  if (state === 'archived') return { who: 'over', name: '' };
  if (!WITH_BRANCH.includes(state)) return { who: 'desk', name: desk.name, employeeId: desk.id };
  return { who: 'branch', name: handler?.name ?? unit?.name ?? '', employeeId: handler?.id, unitId: unit?.id };
}
