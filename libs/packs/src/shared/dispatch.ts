/** What the dispatching of every company shares: rights, texts, the kinds of steps of its clocks (DSP-2, DSP-4, IDN-2). */
import type { PackPart } from '../pack-part';
import { clockTemplates, nearDue, overdue } from './clocks';
import { form, template } from './words';

const reads = { 'dispatch.work-order.read': 'all', 'dispatch.register.print': 'all' } as const;

const desk = {
  ...reads,
  'dispatch.work-order.create': 'all',
  'dispatch.work-order.assign': 'all',
  'dispatch.work-order.close': 'all',
  'dispatch.work-order.cancel': 'all',
} as const;

/** Opens orders and sees those of his unit. */
const intake = {
  'dispatch.work-order.create': 'unit',
  'dispatch.work-order.read': 'unit',
  'dispatch.work-order.cancel': 'unit',
} as const;

export const dispatchGrants: PackPart['grants'] = {
  'hotline-officer': intake,
  handler: { 'dispatch.work-order.create': 'unit', 'dispatch.work-order.read': 'unit' },
  engineer: { 'dispatch.work-order.read': 'unit', 'dispatch.work-order.handle': 'unit' },
  'technical-manager': {
    ...desk,
    'dispatch.work-order.handle': 'unit-and-below',
    'dispatch.work-order.grade': 'all',
  },
  // The clocks of orders nobody has yet are those of the units that opened them (DSP-2).
  dispatcher: { ...desk, 'alarms.deadline.read': 'all' },
  'complaint-officer': { ...intake, ...reads },
  'department-head': {
    'dispatch.work-order.read': 'unit-and-below',
    'dispatch.work-order.assign': 'unit-and-below',
    'dispatch.work-order.handle': 'unit-and-below',
  },
  supervisor: reads,
  management: reads,
};

export const dispatchForms = [
  form('service-sheet', '产品售后服务单', 'Service sheet', ['顾客', '公司']),
  form('fault-grades', '故障等级月报', 'Report of fault grades', ['总经理']),
];

/** Texts of the notices and of the customer's code. */
export const dispatchTemplates = [
  ...clockTemplates(
    'order-respond',
    ['工单响应', 'response to the order'],
    ['请立即联系客户', 'Please call the customer now'],
  ),
  ...clockTemplates('order-arrive', ['到达现场', 'arrival on site'], ['请尽快到场', 'Please get there now']),
  ...clockTemplates('order-conclude', ['工单完成', 'solution of the order'], ['请尽快处理', 'Please finish it']),
  ...clockTemplates('order-feed-back', ['回单', 'feedback'], ['请尽快回单', 'Please feed it back']),
  ...clockTemplates(
    'order-requested-time',
    ['客户要求时间', 'time the customer asked for'],
    ['请按客户要求到场', 'Please be there by then or call the customer'],
  ),
  template(
    'work-order-dispatched',
    ['新工单', 'New work order'],
    ['工单 {number} 已派给您，请及时承接。', 'Work order {number} was dispatched to you; please accept it.'],
  ),
  template(
    'work-order-redispatched',
    ['超时工单再次派发', 'Work order dispatched again'],
    [
      '工单 {number} 已超时，第 {count} 次再派发至贵部门，请立即安排并督促。',
      'Work order {number} is overdue and was dispatched to your unit again ({count}); please see to it at once.',
    ],
  ),
  template(
    'work-order-no-candidate',
    ['无人可派', 'Nobody can be sent'],
    [
      '工单 {number} 没有符合条件的人员可派，请立即安排。',
      'There is nobody who may be sent on work order {number}; please arrange for somebody at once.',
    ],
  ),
  template(
    'work-order-help',
    ['请求支援', 'Help is asked for'],
    [
      '工单 {number} 请求二线支援，请立即联系现场人员。',
      'Work order {number} asks for your help; please call at once.',
    ],
  ),
  template(
    'signing-code',
    ['签字验证码', 'Signing code'],
    [
      '您的服务单 {number} 签字验证码为 {code}，{minutes} 分钟内有效，请在确认服务内容后告知服务人员。',
      'Code for signing service sheet {number}: {code}, good for {minutes} minutes. Give it once you agree with the sheet.',
    ],
  ),
];

export const signingCode = { digits: 6, minutes: 15, tries: 3, template: 'signing-code' };

interface Policy {
  readonly code: string;
  readonly title: { readonly zh: string; readonly en: string };
  readonly limit: object;
  readonly warnShare?: number;
  readonly variants?: readonly object[];
}

const TOLD = ['owner', 'unit-head'];

/** A late answer or arrival: told and counted, nobody is sent again (DSP-4). */
export const countedPolicy = (policy: Policy, text: string) => {
  const { warnShare = 0.9 } = policy;
  return {
    ...policy,
    warnShare,
    steps: [
      nearDue(text, ['owner', 'officer'], warnShare),
      { key: 'overrun', at: { share: 1 }, action: 'dispatch.overrun' },
      overdue(text, [...TOLD, 'officer'], ['inbox', 'sms']),
    ],
  };
};

/** DSP-4, RD-48: first overrun to the same unit again, second, a limit later, to the next higher one. */
export const redispatchedPolicy = (policy: Policy, text: string) => {
  const { warnShare = 0.9 } = policy;
  return {
    ...policy,
    warnShare,
    steps: [
      nearDue(text, TOLD, warnShare),
      overdue(text, [...TOLD, 'officer'], ['inbox', 'sms']),
      { key: 'redispatch', at: { share: 1 }, action: 'dispatch.redispatch' },
      { key: 'raise', at: { share: 2 }, action: 'dispatch.raise' },
    ],
  };
};

/** HOT-9d: the customer names the due time himself; there is no limit from a start. */
export const requestedTimePolicy = countedPolicy(
  {
    code: 'dispatch.requested-time',
    title: { zh: '客户要求时间', en: 'Time the customer asks for' },
    limit: { unit: 'minute', value: 0 },
  },
  'order-requested-time',
);

export const clock = (stage: string, policy: string, ends: string, from = 'report') => ({ stage, policy, from, ends });

interface TypeFlags {
  readonly repair?: boolean;
  readonly graded?: boolean;
  readonly certificate?: boolean;
  readonly onSite?: boolean;
  readonly layered?: boolean;
  readonly positions?: readonly string[];
  readonly functions?: readonly string[];
}

/** A kind of order: on site and by certified people unless said. */
export const orderType = (code: string, zh: string, en: string, flags: TypeFlags = {}) => ({
  code,
  title: { zh, en },
  repair: false,
  graded: false,
  certificate: true,
  onSite: true,
  layered: false,
  positions: [],
  functions: [],
  ...flags,
});

export const priorities = [
  { code: 'urgent', title: { zh: '紧急', en: 'Urgent' } },
  { code: 'ordinary', title: { zh: '普通', en: 'Ordinary' } },
];

/** Grounds on which an order is given back: the dispatch was wrong (DSP-2). */
export const returnGrounds = [
  { code: 'wrong-unit', title: { zh: '非本部门职责', en: 'Not the work of this unit' } },
  { code: 'wrong-region', title: { zh: '非本辖区', en: 'Not in this region' } },
  { code: 'wrong-type', title: { zh: '工单类别错误', en: 'Wrong kind of order' } },
  { code: 'wrong-data', title: { zh: '客户或地址信息错误', en: 'Customer or address is wrong' } },
];

/** Points of a candidate; chosen, in no seed (DSP-2). */
export const weights = { region: 40, function: 20, onDuty: 20, openOrder: 5, kilometre: 1 };
