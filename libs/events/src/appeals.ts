/** Events the appeals module publishes. */
import { z } from 'zod';
import { caseChanged } from './case-fact';
import { defineEvent } from './define-event';
import { instant } from './matter';

export const appealChanged = caseChanged('appeals.appeal.changed.v1', '申诉变更', 'Appeal changed');

/** An appeal names a complaint as its earlier handling (APL-1): the complaint knows that it became an appeal. */
export const appealLinked = defineEvent({
  name: 'appeals.appeal.linked.v1',
  title: { zh: '申诉已关联投诉', en: 'Appeal linked to a complaint' },
  handOffTo: [],
  payload: z.object({ number: z.string(), complaintId: z.uuid(), linkedAt: instant, keyId: z.uuid() }),
  personal: z.object({}),
});

/** A branch or person is held liable after an appeal (APL-8): into appraisal and the period's report. */
export const appealLiability = defineEvent({
  name: 'appeals.liability.decided.v1',
  title: { zh: '申诉责任认定', en: 'Liability of an appeal decided' },
  handOffTo: ['appraisal'],
  payload: z.object({
    number: z.string(),
    unitId: z.uuid(),
    employeeId: z.uuid().nullable(),
    liability: z.string(),
    cause: z.string(),
    /** Beyond the regulator's date. */
    late: z.boolean(),
    circulation: z.boolean(),
    decidedById: z.uuid(),
    decidedAt: instant,
  }),
  personal: z.object({}),
});
