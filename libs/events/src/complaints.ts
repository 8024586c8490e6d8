/** Events the complaints module publishes. */
import { z } from 'zod';
import { caseChanged } from './case-fact';
import { defineEvent } from './define-event';
import { customerValues, instant, subject } from './matter';

export const complaintChanged = caseChanged('complaints.complaint.changed.v1', '投诉变更', 'Complaint changed');

/** A complaint is registered: appeals may be linked to it (APL-1). */
export const complaintRegistered = defineEvent({
  name: 'complaints.complaint.registered.v1',
  title: { zh: '投诉已登记', en: 'Complaint registered' },
  handOffTo: [],
  payload: z.object({
    number: z.string(),
    registeredAt: instant,
    channel: z.string(),
    business: z.string().nullable(),
    kind: z.string().nullable(),
    level: z.string().nullable(),
    unitId: z.uuid(),
    customerId: z.uuid().nullable(),
    /** Matter it came from: problem form, revisit, evaluation. */
    source: subject.nullable(),
    keyId: z.uuid(),
  }),
  personal: customerValues,
});

/** A complaint was answered (CMP-8d). */
export const complaintAnswered = defineEvent({
  name: 'complaints.complaint.answered.v1',
  title: { zh: '投诉已答复', en: 'Complaint answered' },
  handOffTo: [],
  payload: z.object({
    number: z.string(),
    answeredAt: instant,
    outcome: z.enum(['solved', 'explained', 'not-accepted']),
    /** Concluded within its outer limit (APL-6b). */
    inTime: z.boolean(),
    mayBecomeAppeal: z.boolean(),
    keyId: z.uuid(),
  }),
  personal: z.object({ answer: z.string() }),
});

/** The handling of a complaint is over: the customer is called back by the plan of the pack (RVT-1b, RVT-1d, RVT-1e). */
export const complaintConcluded = defineEvent({
  name: 'complaints.complaint.concluded.v1',
  title: { zh: '投诉处理完毕，待回访', en: 'Complaint concluded, revisit due' },
  handOffTo: ['revisit'],
  payload: z.object({
    number: z.string(),
    round: z.int(),
    /** From which instant the revisit counts. */
    concludedAt: instant,
    channel: z.string(),
    business: z.string().nullable(),
    kind: z.string().nullable(),
    level: z.string().nullable(),
    /** Marks of the customer and the case that choose the way: `vip`, `corporate`, `urgent-major`, `special-need` (RVT-1e). */
    marks: z.array(z.string()),
    customerId: z.uuid().nullable(),
    /** Unit whose people make the call. */
    unitId: z.uuid(),
    officerId: z.uuid(),
    handlerId: z.uuid().nullable(),
    handlerName: z.string().nullable(),
    keyId: z.uuid(),
  }),
  personal: customerValues.extend({ handling: z.string() }),
});

/** The complaint went back into the loop or was withdrawn: a planned revisit is not due any more. */
export const complaintReopened = defineEvent({
  name: 'complaints.complaint.reopened.v1',
  title: { zh: '投诉重新处理', en: 'Complaint reopened' },
  handOffTo: [],
  payload: z.object({ number: z.string(), round: z.int(), keyId: z.uuid() }),
  personal: z.object({}),
});

/** A sanction or liability was decided (CMP-11): it enters the month's appraisal. */
export const sanctionDecided = defineEvent({
  name: 'complaints.sanction.decided.v1',
  title: { zh: '处罚已决定', en: 'Sanction decided' },
  handOffTo: ['appraisal'],
  payload: z.object({
    sanctionId: z.uuid(),
    number: z.string(),
    employeeId: z.uuid().nullable(),
    unitId: z.uuid(),
    /** `direct`, or `head` of the department liable with him (001 §九.5). */
    liability: z.enum(['direct', 'head', 'unit']),
    stage: z.string().nullable(),
    points: z.number(),
    /** Fen. */
    amount: z.int(),
    decidedById: z.uuid(),
    decidedAt: instant,
  }),
  personal: z.object({}),
});

/** A follow-up order is asked for out of a complaint (DSP-1b). */
export const complaintOrderRequested = defineEvent({
  name: 'complaints.order.requested.v1',
  title: { zh: '投诉转派单', en: 'Order asked for by a complaint' },
  handOffTo: ['dispatch'],
  payload: z.object({
    number: z.string(),
    requestedAt: instant,
    customerId: z.uuid().nullable(),
    siteId: z.uuid().nullable(),
    unitId: z.uuid().nullable(),
    officerId: z.uuid(),
    priority: z.string(),
    keyId: z.uuid(),
  }),
  personal: customerValues,
});
