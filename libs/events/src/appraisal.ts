/** Events the appraisal module publishes. */
import { z } from 'zod';
import { defineEvent } from './define-event';
import { customerValues, instant } from './matter';

/** A contact drawn for the month's sample is to be called (APR-1a): its result says good or not. */
export const sampleCallRequested = defineEvent({
  name: 'appraisal.sample-call.requested.v1',
  title: { zh: '满意度抽样回访', en: 'Sample call for satisfaction' },
  handOffTo: ['revisit'],
  payload: z.object({
    sampleId: z.uuid(),
    /** `2026-09` */
    period: z.string(),
    /** Person whose contact it was. */
    employeeId: z.uuid(),
    employeeName: z.string(),
    number: z.string(),
    requestedAt: instant,
    /** Who makes the call: the manager. */
    callerId: z.uuid().nullable(),
    unitId: z.uuid(),
    customerId: z.uuid().nullable(),
    keyId: z.uuid(),
  }),
  personal: customerValues,
});

/** A month's result is released: immutable from now on (APR-7). */
export const sheetReleased = defineEvent({
  name: 'appraisal.sheet.released.v1',
  title: { zh: '考核结果已发布', en: 'Appraisal released' },
  handOffTo: [],
  payload: z.object({
    period: z.string(),
    employeeId: z.uuid(),
    unitId: z.uuid(),
    total: z.number(),
    hash: z.string(),
    releasedAt: instant,
  }),
  personal: z.object({}),
});
