/** Events the dispatch module publishes. */
import { z } from 'zod';
import { caseChanged } from './case-fact';
import { defineEvent } from './define-event';
import { customerValues, instant, subject } from './matter';

export const workOrderChanged = caseChanged('dispatch.work-order.changed.v1', '工单变更', 'Work order changed');

/** An order is solved and closed: revisits are planned by it, and matters that waited for it come back (RVT-1, RVT-4). */
export const workOrderConcluded = defineEvent({
  name: 'dispatch.work-order.concluded.v1',
  title: { zh: '工单完成，待回访', en: 'Work order concluded, revisit due' },
  handOffTo: ['revisit'],
  payload: z.object({
    number: z.string(),
    round: z.int(),
    type: z.string(),
    /** A repair: it counts as 维修次数 (CMP-16). */
    repair: z.boolean(),
    customerClass: z.string(),
    source: subject.nullable(),
    concludedAt: instant,
    customerId: z.uuid().nullable(),
    siteId: z.uuid().nullable(),
    unitId: z.uuid(),
    officerId: z.uuid(),
    engineerId: z.uuid().nullable(),
    engineerName: z.string().nullable(),
    faultGrade: z.int().nullable(),
    keyId: z.uuid(),
  }),
  personal: customerValues.extend({ site: z.string(), handling: z.string() }),
});

/** An order is cancelled: what waited for it goes on without it (RVT-4). */
export const workOrderCancelled = defineEvent({
  name: 'dispatch.work-order.cancelled.v1',
  title: { zh: '工单已取消', en: 'Work order cancelled' },
  handOffTo: [],
  payload: z.object({ number: z.string(), source: subject.nullable(), cancelledAt: instant }),
  personal: z.object({}),
});

/** The technical manager graded a repair (DSP-7): into the month's report and the appraisal. */
export const repairGraded = defineEvent({
  name: 'dispatch.repair.graded.v1',
  title: { zh: '故障等级已评定', en: 'Repair graded' },
  handOffTo: ['appraisal'],
  payload: z.object({
    number: z.string(),
    engineerId: z.uuid(),
    unitId: z.uuid(),
    grade: z.int(),
    weight: z.number(),
    gradedById: z.uuid(),
    gradedAt: instant,
  }),
  personal: z.object({}),
});

/** A refusal, a passing on without ground, a wrong dispatch or an overrun is held against a person or unit (DSP-2, DSP-4). */
export const dispatchFault = defineEvent({
  name: 'dispatch.fault.recorded.v1',
  title: { zh: '派单差错记录', en: 'Dispatch fault recorded' },
  handOffTo: ['appraisal'],
  payload: z.object({
    number: z.string(),
    fault: z.enum(['overrun', 'refused', 'passed-on', 'wrong-dispatch']),
    stage: z.string().nullable(),
    employeeId: z.uuid().nullable(),
    unitId: z.uuid(),
    at: instant,
  }),
  personal: z.object({}),
});
