/** Events the revisit module publishes. */
import { z } from 'zod';
import { caseChanged } from './case-fact';
import { defineEvent } from './define-event';
import { customerValues, instant, subject } from './matter';

export const revisitTaskChanged = caseChanged('revisit.task.changed.v1', '回访变更', 'Revisit changed');

export const evaluationChanged = caseChanged('revisit.evaluation.changed.v1', '客服评价变更', 'Evaluation changed');

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
    /** The customer made a proposal (CMP-9a). */
    proposal: z.boolean().optional(),
    revisitedAt: z.iso.datetime({ offset: true }),
    callerId: z.uuid(),
    keyId: z.uuid(),
  }),
  personal: z.object({ words: z.string() }),
});

/** The machine does not work after a repair: back to dispatch at once as an urgent order (RVT-4). */
export const urgentOrderRequested = defineEvent({
  name: 'revisit.urgent-order.requested.v1',
  title: { zh: '回访发现机器不正常，待紧急派单', en: 'Machine not working: urgent order' },
  handOffTo: ['dispatch'],
  payload: z.object({
    taskId: z.uuid(),
    /** Matter called about. */
    matter: subject,
    number: z.string(),
    requestedAt: instant,
    customerId: z.uuid().nullable(),
    siteId: z.uuid().nullable(),
    /** Unit and engineer of the repair before. */
    unitId: z.uuid().nullable(),
    engineerId: z.uuid().nullable(),
    officerId: z.uuid(),
    keyId: z.uuid(),
  }),
  personal: customerValues.extend({ site: z.string() }),
});

/** A quarrel or complaint heard in a call, or a confirmed evaluation: to be registered (RVT-4, RVT-8b). */
export const complaintHeard = defineEvent({
  name: 'revisit.complaint.heard.v1',
  title: { zh: '回访或评价中的投诉，待登记', en: 'Complaint heard in a revisit or evaluation' },
  handOffTo: ['complaints'],
  payload: z.object({
    /** The task or the evaluation. */
    source: subject,
    number: z.string(),
    channel: z.string(),
    heardAt: instant,
    officerId: z.uuid(),
    customerId: z.uuid().nullable(),
    /** Person complained of. */
    employeeId: z.uuid().nullable(),
    unitId: z.uuid().nullable(),
    keyId: z.uuid(),
  }),
  personal: customerValues,
});

/** A customer's evaluation of the month (RVT-8): a later one of the month replaces it. */
export const evaluationGiven = defineEvent({
  name: 'revisit.evaluation.given.v1',
  title: { zh: '客服评价', en: 'Evaluation given' },
  handOffTo: ['appraisal'],
  payload: z.object({
    evaluationId: z.uuid(),
    /** Evaluation it replaces, if any. */
    replaces: z.uuid().nullable(),
    /** Local month: `2026-09`. */
    month: z.string(),
    item: z.string(),
    technicalLevel: z.int(),
    attitude: z.int(),
    engineerId: z.uuid().nullable(),
    /** Customer-service department. */
    unitId: z.uuid().nullable(),
    /** Business division. */
    divisionId: z.uuid().nullable(),
    givenAt: instant,
  }),
  personal: z.object({}),
});

/** A remark on an evaluation is a contact that must be answered (RVT-8b, HOT-1). */
export const remarkMade = defineEvent({
  name: 'revisit.remark.made.v1',
  title: { zh: '评价意见，待受理', en: 'Remark of an evaluation' },
  handOffTo: ['hotline'],
  payload: z.object({
    evaluationId: z.uuid(),
    number: z.string(),
    madeAt: instant,
    customerId: z.uuid().nullable(),
    siteId: z.uuid().nullable(),
    keyId: z.uuid(),
  }),
  personal: z.object({ customerName: z.string(), phone: z.string(), remark: z.string() }),
});
