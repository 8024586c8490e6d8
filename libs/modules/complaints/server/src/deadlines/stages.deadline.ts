/** Stages of clocks that are not in a pack's list, and actions of policy steps that this room carries out. */

/** The time told to the customer (CMP-4f). */
export const PROMISED = 'promised';

/** Progress reply due before an old promise ends (CMP-8a). */
export const PROGRESS_REPLY = 'progress-reply';

/** Reply to a supervision order (CMP-20). */
export const SUPERVISION_REPLY = 'reply';

/** Step: a supervision order by the suite itself, because a warning was ignored (CMP-4c). */
export const SUPERVISE = 'complaints.supervise';

/** Step: the officer is asked for a progress reply (CMP-8). */
export const ASK_PROGRESS = 'complaints.ask-progress';

/** Tasks this room makes. */
export const TASKS = {
  progressReply: 'complaints.progress-reply',
  repairReport: 'complaints.repair-report',
  caughtUp: 'complaints.caught-up',
} as const;
