/** Events the hotline publishes. */
import { z } from 'zod';
import { defineEvent } from './define-event';

/** A problem form is concluded: its fault is called back the next calendar day (RVT-1a). */
export const problemFormConcluded = defineEvent({
  name: 'hotline.problem-form.concluded.v1',
  title: { zh: '用户问题处理完毕，待回访', en: 'Problem form concluded, revisit due' },
  handOffTo: ['revisit'],
  payload: z.object({
    formId: z.uuid(),
    number: z.string(),
    round: z.number().int(),
    category: z.string(),
    concludedAt: z.iso.datetime({ offset: true }),
    customerId: z.uuid().nullable(),
    siteId: z.uuid().nullable(),
    /** Hotline unit that took the contact: its callers make the revisit. */
    unitId: z.uuid(),
    officerId: z.uuid(),
    /** Who handled it (维修人 of form 5); `null` when nobody did. */
    handlerId: z.uuid().nullable(),
    handlerName: z.string().nullable(),
    keyId: z.uuid(),
  }),
  personal: z.object({
    customerName: z.string(),
    phone: z.string(),
    site: z.string(),
    description: z.string(),
    result: z.string(),
  }),
});

/** The form went back into the loop or was withdrawn: a revisit planned for its conclusion is not due any more. */
export const problemFormReopened = defineEvent({
  name: 'hotline.problem-form.reopened.v1',
  title: { zh: '用户问题重新处理', en: 'Problem form reopened' },
  handOffTo: [],
  payload: z.object({ formId: z.uuid(), round: z.number().int(), keyId: z.uuid() }),
  personal: z.object({}),
});

/** A problem form about service quality: complaints registers it as well (HOT-7c). */
export const serviceComplaintRaised = defineEvent({
  name: 'hotline.service-complaint.raised.v1',
  title: { zh: '服务质量投诉待登记', en: 'Service complaint to be registered' },
  handOffTo: ['complaints'],
  payload: z.object({
    formId: z.uuid(),
    number: z.string(),
    channel: z.string(),
    raisedAt: z.iso.datetime({ offset: true }),
    customerId: z.uuid().nullable(),
    officerId: z.uuid(),
    keyId: z.uuid(),
  }),
  personal: z.object({ customerName: z.string(), phone: z.string(), matter: z.string() }),
});
