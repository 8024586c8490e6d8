/** What the hotline of every company shares: rights, forms, the kind of a channel and of a clock (HOT-1a, IDN-2). */
import type { PackPart } from '../pack-part';
import { clockTemplates, nearDue, overdue } from './clocks';
import { entry, form, type Words } from './words';

export const channel = (code: string, zh: string, en: string, flags: object = {}) => ({
  code,
  title: { zh, en },
  phone: false,
  recorded: false,
  faceToFace: false,
  regulator: false,
  ...flags,
});

/** Channels every company has (api.md Conventions); `phone` is how its line is called. */
export const commonChannels = (phone: Words) => [
  channel('phone', phone[0], phone[1], { phone: true, recorded: true }),
  channel('web-question', '网站提问', 'Web question'),
  channel('forum', 'BBS论坛', 'Forum (BBS)'),
  channel('fax', '传真', 'Fax'),
  channel('letter', '来函', 'Letter'),
  channel('visit', '来访', 'Visit', { faceToFace: true }),
  channel('e-mail', '电子邮件', 'E-mail'),
  channel('sms', '短信', 'SMS'),
  channel('message', '即时消息', 'Message'),
  channel('counter', '柜台', 'Counter', { faceToFace: true }),
];

/** Kinds of contacts that need no form (api.md Conventions). */
export const contactCategories = [
  entry('consultation', '咨询', 'Consultation'),
  entry('suggestion', '建议', 'Suggestion'),
  entry('praise', '表扬', 'Praise'),
  entry('nuisance', '骚扰或打错', 'Nuisance or wrong number'),
];

/** Sub-kinds every company knows of a technical problem (HOT-7a). */
export const technicalKinds = [
  entry('hardware', '硬件', 'Hardware'),
  entry('software', '软件', 'Software'),
  entry('other', '其它', 'Other'),
];

const readsAll = {
  'hotline.contact.read': 'all',
  'hotline.problem-form.read': 'all',
  'hotline.register.print': 'all',
} as const;

export const hotlineGrants: PackPart['grants'] = {
  'hotline-officer': {
    'hotline.contact.take': 'unit',
    'hotline.contact.read': 'unit',
    'hotline.contact.answer': 'unit',
    'hotline.contact.hand-over': 'unit',
    'hotline.problem-form.create': 'unit',
    'hotline.problem-form.read': 'unit',
    'hotline.problem-form.refer': 'unit',
    'hotline.problem-form.answer': 'unit',
    'hotline.problem-form.withdraw': 'unit',
    'hotline.register.print': 'unit',
  },
  handler: {
    'hotline.problem-form.read': 'unit',
    'hotline.problem-form.accept': 'unit',
    'hotline.problem-form.handle': 'unit',
  },
  'technical-manager': {
    ...readsAll,
    'hotline.problem-form.accept': 'all',
    'hotline.problem-form.handle': 'all',
    'hotline.problem-form.audit': 'all',
  },
  dispatcher: { 'hotline.problem-form.read': 'unit' },
  supervisor: readsAll,
  management: readsAll,
};

/** The four papers of a hotline (forms 1–4), one copy each, kept by the desk named in `keeper`. */
export const hotlineForms = (keeper: string, prefix = '') => [
  form('problem-form', `${prefix}用户问题处理表`, 'Problem form', [keeper]),
  form('acceptance-record', `${prefix}用户问题受理记录表`, 'Acceptance record', [keeper]),
  form('consultation-log', '用户咨询统计表', 'Consultation log', [keeper]),
  form('call-tally', `${prefix}电话信息统计报表`, 'Call tally', [keeper]),
];

interface Limits {
  /** How the house calls its hotline: 800, 热线. */
  readonly desk: string;
  readonly referral: object;
  readonly result: object;
  readonly contactCustomer: object;
}

/** The five clocks of a hotline (HOT-5b, HOT-8, HOT-9); a chase task comes each working day an answer is overdue. */
export const hotlinePolicies = ({ desk, referral, result, contactCustomer }: Limits) => [
  {
    code: 'hotline.referral',
    title: { zh: '转交处理部门', en: 'Referral to the handler' },
    limit: referral,
    warnShare: 0.9,
    steps: [nearDue('referral', ['officer']), overdue('referral', ['officer', 'supervisor'])],
  },
  {
    code: 'hotline.result',
    title: { zh: `处理结果返回${desk}`, en: 'Result back at the hotline' },
    limit: result,
    warnShare: 0.9,
    steps: [
      nearDue('result', ['owner', 'unit-head']),
      // At the breach, then at the opening of each working day of the handlers until the result (HOT-8c).
      { key: 'chase', at: { repeat: 'opening-of-each-working-day' }, action: 'hotline.chase' },
      overdue('result', ['owner', 'unit-head', 'supervisor']),
    ],
  },
  {
    code: 'hotline.contact-customer',
    title: { zh: '处理人联系用户', en: 'Handler contacts the customer' },
    limit: contactCustomer,
    warnShare: 0.9,
    steps: [
      nearDue('contact-customer', ['owner', 'unit-head']),
      overdue('contact-customer', ['owner', 'unit-head', 'officer']),
    ],
  },
  {
    code: 'hotline.awaiting-customer',
    title: { zh: '等待用户回复', en: 'Customer tests and answers' },
    limit: { unit: 'hour', value: 24 },
    warnShare: 0.9,
    steps: [{ key: 'conclude', at: { share: 1 }, action: 'hotline.conclude-silent' }],
  },
  {
    code: 'hotline.requested-time',
    title: { zh: '用户要求时间', en: 'Time the customer asks for' },
    // The customer names the due time himself; there is no limit from a start.
    limit: { unit: 'minute', value: 0 },
    warnShare: 0.9,
    steps: [nearDue('requested-time', ['owner', 'unit-head']), overdue('requested-time', ['owner', 'officer'])],
  },
];

/** Names of the clocks in the section. */
export const hotlinePolicyCodes = {
  referral: 'hotline.referral',
  result: 'hotline.result',
  contactCustomer: 'hotline.contact-customer',
  awaitingCustomer: 'hotline.awaiting-customer',
  requestedTime: 'hotline.requested-time',
};

export const hotlineTemplates = (desk: string) => [
  ...clockTemplates('referral', ['转交处理部门', 'referral to the handler'], ['请立即转交', 'Please refer it now']),
  ...clockTemplates(
    'result',
    [`处理结果返回${desk}`, 'result back at the hotline'],
    ['请尽快处理并返回结果', 'Please finish and return it'],
  ),
  ...clockTemplates(
    'contact-customer',
    ['联系用户', 'first call to the customer'],
    ['请立即联系用户', 'Please call the customer now'],
  ),
  ...clockTemplates(
    'requested-time',
    ['用户要求时间', 'time the customer asked for'],
    ['请按用户要求安排', 'Please act by then or call the customer'],
  ),
];
