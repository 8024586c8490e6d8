/** Events the clocks publish: how every promise was kept, for figures and appraisal (RPT-1, APR-6). */
import { z } from 'zod';
import { defineEvent } from './define-event';
import { instant, subject } from './matter';

/**
 * A clock was warned, breached, met, cancelled or promised anew, or a supervision step fired. Arming is not told: what
 * runs is asked of the alarms.
 */
export const deadlineChanged = defineEvent({
  name: 'alarms.deadline.changed.v1',
  title: { zh: '时限变更', en: 'Deadline changed' },
  handOffTo: [],
  payload: z.object({
    /** Id of the clock. */
    id: z.uuid(),
    subject,
    stage: z.string(),
    policy: z.string(),
    /** Variant of the policy that its facts chose (DLN-4). */
    variant: z.string().nullable(),
    generation: z.int(),
    unitId: z.uuid(),
    employeeId: z.uuid().nullable(),
    startedAt: instant,
    dueAt: instant,
    firstDueAt: instant,
    state: z.enum(['armed', 'warned', 'breached', 'paused', 'met', 'cancelled']),
    change: z.enum(['warned', 'breached', 'met', 'cancelled', 're-promised', 'supervised']),
    /** The instant of what happened, not of the job that told it (DLN-7). */
    at: instant,
    /** Met after the due instant, or not met by it; `null` where that is not decided. */
    late: z.boolean().nullable(),
    /** Of a clock that was met: seconds of the limit's own kind, pauses left out. */
    limitSeconds: z.number().optional(),
    actualSeconds: z.number().optional(),
    /** Number of the record, as the room labelled the clock. */
    number: z.string().nullable(),
  }),
  personal: z.object({}),
});
