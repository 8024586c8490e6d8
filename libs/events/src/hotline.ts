/** Events the hotline publishes. */
import { z } from 'zod';
import { caseChanged } from './case-fact';
import { defineEvent } from './define-event';
import { customerValues, instant } from './matter';

export const contactChanged = caseChanged('hotline.contact.changed.v1', '受理变更', 'Contact changed');

export const problemFormChanged = caseChanged(
  'hotline.problem-form.changed.v1',
  '问题处理表变更',
  'Problem form changed',
);

/** A technical problem is sent to the field: dispatch makes the order (DSP-1b). */
export const formOrderRequested = defineEvent({
  name: 'hotline.order.requested.v1',
  title: { zh: '问题处理表转派单', en: 'Order asked for by a problem form' },
  handOffTo: ['dispatch'],
  payload: z.object({
    number: z.string(),
    requestedAt: instant,
    /** The time the customer asks for (HOT-9d). */
    wishedFor: instant.nullable(),
    customerId: z.uuid().nullable(),
    siteId: z.uuid().nullable(),
    unitId: z.uuid().nullable(),
    officerId: z.uuid(),
    keyId: z.uuid(),
  }),
  personal: customerValues.extend({ site: z.string() }),
});

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
