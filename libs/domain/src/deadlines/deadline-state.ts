/** States of a deadline and what each allows (DLN-3). */
import { transitions } from '../transitions/transitions';
import type { RunningDeadline } from './deadline';

export type DeadlineState = 'armed' | 'warned' | 'breached' | 'paused' | 'met' | 'cancelled';

export type DeadlineAction = 'warn' | 'breach' | 'pause' | 'resume' | 're-promise' | 'meet' | 'cancel';

/**
 * `resume` and `re-promise` lead to armed; whether the deadline is then warned or breached already is told by its
 * instants (`stateAt`). A breached deadline may be paused: nothing repeats meanwhile.
 */
export const deadlineStates = transitions<DeadlineState, DeadlineAction>({
  armed: {
    warn: 'warned',
    breach: 'breached',
    pause: 'paused',
    're-promise': 'armed',
    meet: 'met',
    cancel: 'cancelled',
  },
  warned: { breach: 'breached', pause: 'paused', 're-promise': 'armed', meet: 'met', cancel: 'cancelled' },
  breached: { pause: 'paused', 're-promise': 'armed', meet: 'met', cancel: 'cancelled' },
  paused: { resume: 'armed', 're-promise': 'paused', meet: 'met', cancel: 'cancelled' },
  met: {},
  cancelled: {},
});

/** The state of a deadline that is neither met nor cancelled, by its instants alone: what is due at `now` has come. */
export function stateAt(
  deadline: Pick<RunningDeadline, 'pausedAt' | 'warnAt' | 'dueAt'>,
  now: Date,
): 'armed' | 'warned' | 'breached' | 'paused' {
  if (deadline.pausedAt) return 'paused';
  if (now >= deadline.dueAt) return 'breached';
  return now >= deadline.warnAt ? 'warned' : 'armed';
}
