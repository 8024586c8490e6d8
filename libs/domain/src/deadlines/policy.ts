/** Deadline policies as data: a limit, when to warn, and the steps of the escalation (DLN-1). */
import { checkDuration, type Duration } from '../calendar/duration';
import { DeadlineError } from './deadline.errors';
import { checkVariants, type VariedLimit } from './variants';

/** When a step is due: at a share of the limit, so long past due, or again and again from the breach on. */
export type StepTime =
  { readonly share: number } | { readonly pastDue: Duration } | { readonly repeat: 'opening-of-each-working-day' };

/** What a step does; a pack's module may add actions of its own. */
export type StepAction =
  'notify' | 'chase' | 'supervise' | 'redispatch' | 'raise' | 'auto-close' | (string & Record<never, never>);

export interface PolicyStep {
  /** Unique in the policy; what fired is remembered by it. */
  readonly key: string;
  readonly at: StepTime;
  readonly action: StepAction;
  /** Roles of the recipients: owner, unit-head, officer, supervisor, administrator, … */
  readonly to?: readonly string[];
  /** Channels in the order in which they are tried (NTF-1). */
  readonly channels?: readonly string[];
}

/** Warn share: of the limit, after which the owner is warned; 0.9 unless set. */
export interface DeadlinePolicy extends VariedLimit {
  readonly code: string;
  readonly version: number;
  readonly steps: readonly PolicyStep[];
}

/** What a clock runs by once it is armed: the chosen limit, and an instant beyond which it may not be due. */
export interface DeadlineTerms extends Pick<DeadlinePolicy, 'limit' | 'warnShare' | 'steps'> {
  /** The variant that was chosen. */
  readonly variant?: string;
  /** ISO instant that somebody outside set, such as a regulator's date: a limit that ends later is cut off there. */
  readonly notAfter?: string;
}

export const DEFAULT_WARN_SHARE = 0.9;

/** Throws DeadlineError or CalendarError with the path of the first fault of a policy. */
export function checkPolicy(policy: DeadlinePolicy): DeadlinePolicy {
  checkDuration(policy.limit, '/limit');
  const { warnShare = DEFAULT_WARN_SHARE } = policy;
  if (!(warnShare > 0 && warnShare <= 1)) throw new DeadlineError('bad-warn-share', '/warnShare');
  checkVariants(policy);
  const keys = new Set<string>();
  policy.steps.forEach(({ key, at }, i) => {
    if (keys.has(key)) throw new DeadlineError('step-key-twice', `/steps/${i}/key`);
    keys.add(key);
    if ('share' in at) {
      if (!(Number.isFinite(at.share) && at.share > 0)) throw new DeadlineError('bad-share', `/steps/${i}/at/share`);
    } else if ('pastDue' in at) checkDuration(at.pastDue, `/steps/${i}/at/pastDue`);
    else if (at.repeat !== 'opening-of-each-working-day') throw new DeadlineError('bad-step-time', `/steps/${i}/at`);
  });
  return policy;
}
