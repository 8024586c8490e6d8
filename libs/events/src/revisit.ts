/** Events the revisit module publishes. */
import { z } from 'zod';
import { defineEvent } from './define-event';

/** A revisit was made and the customer was reached (RVT-3). */
export const matterRevisited = defineEvent({
  name: 'revisit.matter.revisited.v1',
  title: { zh: '回访完成', en: 'Revisit made' },
  handOffTo: [],
  payload: z.object({
    taskId: z.uuid(),
    /** Module and kind of the matter called about. */
    subject: z.object({ module: z.string(), kind: z.string(), id: z.uuid() }),
    round: z.number().int(),
    satisfied: z.boolean(),
    machineWorks: z.boolean().nullable(),
    revisitedAt: z.iso.datetime({ offset: true }),
    callerId: z.uuid(),
    keyId: z.uuid(),
  }),
  personal: z.object({ words: z.string() }),
});
