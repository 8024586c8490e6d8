/** What the complaints of all companies share: rights by role, texts of notices, forms, numbers, words (CMP-1 … CMP-20). */
import type { CommonRole, FormInUse, Grants } from '../pack-part';
import { clockTemplates } from './clocks';
import { entry, form, template, type Words } from './words';

const may = (reach: Grants[string], ...permissions: readonly string[]): Grants =>
  Object.fromEntries(permissions.map((permission) => [`complaints.${permission}`, reach]));

/** Handles orders of its unit; speaks to no customer (CMP-8). */
const handles = may('unit', 'complaint.read', 'complaint.handle', 'complaint.report', 'supervision.reply');

const readsAll = may('all', 'complaint.read', 'sanction.read', 'circulation.read', 'register.print');

/** Rights by role; a role a company has no holder for does no harm. */
export const complaintGrants: Readonly<Partial<Record<CommonRole, Grants>>> = {
  staff: { ...may('all', 'complaint.pass-on'), ...may('own', 'sanction.read', 'sanction.object', 'circulation.read') },
  'hotline-officer': may(
    'unit',
    'complaint.register',
    'complaint.read',
    'complaint.answer',
    'complaint.revisit',
    'complaint.withdraw',
  ),
  handler: handles,
  'technical-manager': { ...handles, ...may('unit', 'complaint.decide', 'sanction.read', 'sanction.decide') },
  'department-head': {
    ...handles,
    ...may('unit-and-below', 'complaint.read', 'complaint.decide', 'sanction.read', 'sanction.decide'),
    ...may('all', 'sanction.propose'),
  },
  'complaint-officer': {
    ...handles,
    ...may(
      'unit',
      'complaint.register',
      'complaint.check',
      'complaint.decide',
      'complaint.answer',
      'complaint.revisit',
      'complaint.summarise',
      'complaint.file',
      'complaint.withdraw',
      'complaint.supervise',
    ),
    ...may('all', 'sanction.propose', 'sanction.read', 'circulation.issue', 'circulation.read', 'register.print'),
    ...may('all', 'repairs.enter'),
  },
  'back-office': may('unit', 'complaint.read', 'complaint.screen'),
  supervisor: { ...readsAll, ...may('all', 'complaint.supervise', 'circulation.issue') },
  management: {
    ...readsAll,
    ...may('all', 'complaint.supervise', 'complaint.decide', 'sanction.decide', 'circulation.issue'),
    ...may('unit', 'complaint.register'),
  },
  hr: may('all', 'sanction.read', 'circulation.read'),
};

/** Clocks of a company: code without the room, what it is, what is to be done. */
export const complaintClockTexts = (clocks: readonly (readonly [code: string, name: Words, todo: Words])[]) =>
  clocks.flatMap(([code, name, todo]) => clockTemplates(`complaint-${code}`, name, todo));

const notice = (code: string, title: Words, text: Words) => template(`complaint-${code}`, title, text);

export const complaintTemplates = [
  notice(
    'relayed',
    ['投诉转述', 'A complaint was relayed to you'],
    ['投诉 {number} 已转述给您，请立即确认并处理。', 'Complaint {number} was relayed to you: acknowledge it and act.'],
  ),
  notice(
    'sent',
    ['投诉转来', 'A complaint was sent to your unit'],
    ['投诉 {number} 已转到您部门，请处理。', 'Complaint {number} was sent to your unit; please handle it.'],
  ),
  notice(
    'dissatisfied',
    ['投诉回访不满意', 'A revisit was not satisfied'],
    [
      '投诉 {first} 回访：用户不满意或提出建议，已重新登记为 {number}，请立即处理。',
      'The revisit of {first} was not satisfied or brought a proposal; it is registered again as {number}.',
    ],
  ),
  notice(
    're-promised',
    ['投诉重新承诺时限', 'A new time was promised'],
    [
      '投诉 {number} 已重新承诺答复时限：{dueAt}。',
      'Complaint {number}: a new time was promised to the customer, {dueAt}.',
    ],
  ),
  notice(
    'supervised',
    ['督办单', 'Supervision order'],
    [
      '投诉 {number} 被督办（督办单 {order}），请于 {dueAt} 前回复。',
      '{number} is under supervision ({order}); reply by {dueAt}.',
    ],
  ),
  notice(
    'supervision-replied',
    ['督办已回复', 'A supervision order was replied to'],
    ['投诉 {number} 的督办单 {order} 已回复。', 'Supervision order {order} of {number} was replied to.'],
  ),
  notice(
    'sanctioned',
    ['处罚决定', 'A sanction was decided'],
    [
      '因投诉 {complaint}，对您作出处理决定（{number}）。您可以申辩。',
      'Because of {complaint} a sanction was decided ({number}). You may object.',
    ],
  ),
  notice(
    'sanction-reviewed',
    ['申辩结果', 'Your objection was looked at'],
    ['您对 {number} 的申辩已有结果，请查看。', 'There is a decision on your objection to {number}.'],
  ),
  notice(
    'circulated',
    ['服务质量通报', 'Circulation'],
    ['服务质量通报 {number} 已发布，请阅读并确认。', 'Circulation {number} was issued; please read and confirm it.'],
  ),
  ...complaintClockTexts([
    ['promised', ['对客户的承诺', 'Promise to the customer'], ['请按承诺答复客户', 'Answer the customer as promised']],
    ['progress-reply', ['进展回复', 'Progress reply'], ['请向客户回复进展', 'Tell the customer how it stands']],
    ['supervision-reply', ['督办回复', 'Reply to supervision'], ['请回复督办单', 'Reply to the supervision order']],
  ]),
];

/** Pointed form 27a … 28, 7 … 9: what every company prints; `more` are its own. */
export const complaintForms = (
  holders: { readonly register: string; readonly rate: string },
  more: readonly FormInUse[] = [],
): readonly FormInUse[] => [
  form('complaint-register', '投诉统计表', 'Complaint register', [`第一联 ${holders.register}`]),
  form('complaint-rate', '月/季度用户投诉率统计表', 'Complaint rate', [`第一联 ${holders.rate}`]),
  form('complaint-order', '投诉处理工单', 'Complaint order', ['第一联']),
  form('supervision-order', '督办单', 'Supervision order', ['第一联']),
  form('circulation', '服务质量通报', 'Circulation', ['第n份 分发名单']),
  ...more,
];

export const complaintNumbering = {
  complaint: 'TS{date:yyyyMMdd}{seq:4}',
  'complaint-report': 'HB{date:yyyyMMdd}{seq:3}',
  'supervision-order': 'DB{date:yyyyMMdd}{seq:4}',
  'rehandling-order': 'ZCL{date:yyyyMMdd}{seq:3}',
  sanction: 'CF{date:yyyyMMdd}{seq:3}',
  circulation: 'TB{date:yyyyMMdd}{seq:2}',
};

/** Channels the API fixes; face to face the customer signs what no tape records (CMP-1b). */
export const complaintChannels = [
  { ...entry('phone', '电话', 'Phone'), recorded: true, way: 'phone' },
  { ...entry('web-question', '网站', 'Web'), way: 'phone' },
  { ...entry('forum', '论坛', 'Forum'), way: 'phone' },
  { ...entry('fax', '传真', 'Fax'), way: 'fax' },
  { ...entry('letter', '信函', 'Letter'), way: 'letter' },
  { ...entry('visit', '来访', 'Visit'), needsSignature: true, way: 'visit' },
  { ...entry('e-mail', '电子邮件', 'E-mail'), way: 'e-mail' },
  { ...entry('sms', '短信', 'SMS'), way: 'phone' },
  { ...entry('message', '即时消息', 'Message'), way: 'phone' },
  { ...entry('counter', '柜台', 'Counter'), needsSignature: true, way: 'visit' },
];

/** Ways of the answer (CMP-8c). */
export const complaintWays = [
  entry('phone', '电话', 'Phone'),
  entry('letter', '信函', 'Letter'),
  entry('fax', '传真', 'Fax'),
  entry('e-mail', '电子邮件', 'E-mail'),
  entry('visit', '上门', 'Visit'),
  entry('sms', '短信', 'SMS'),
];

/** What every company's section has alike; figures among it are chosen. */
export const complaintsCommon = {
  symptoms: [],
  ways: complaintWays,
  marks: [],
  compensations: [
    entry('exchange', '更换', 'Exchange'),
    entry('refund', '退款', 'Refund'),
    entry('repair', '免费维修', 'Free repair'),
    entry('claim', '赔偿', 'Compensation'),
    entry('fee-waiver', '费用减免', 'Waiver of a fee'),
  ],
  gravity: { media: 9, court: 7, appeal: 5, crisis: 8 },
  gravities: [
    entry('media', '媒体', 'Media'),
    entry('court', '司法', 'Court'),
    entry('appeal', '可能申诉', 'Likely appeal'),
    entry('crisis', '其它危机', 'Other crisis'),
  ],
  reserved: [],
  orderPriority: { plain: 'ordinary', urgent: 'urgent' },
  promisedPolicy: 'complaints.promised',
  progressPolicy: 'complaints.progress-reply',
  rePromiseNeedsApproval: false,
  supervision: {
    replyPolicy: 'complaints.supervision-reply',
    instruction: '该环节已预警而未按时完成，请立即处理并说明原因。',
    requiredReply: '原因、已采取的措施、完成时间。',
  },
};

/** Told before and after the time, by inbox and SMS (CMP-4c, NTF-1). */
export const told = (
  code: string,
  { near, late }: { readonly near: readonly string[]; readonly late: readonly string[] },
  share = 0.9,
) => [
  {
    key: 'near-due',
    at: { share },
    action: 'notify',
    to: near,
    channels: ['inbox', 'sms'],
    template: `complaint-${code}-near-due`,
  },
  {
    key: 'overdue',
    at: { share: 1 },
    action: 'notify',
    to: late,
    channels: ['inbox', 'sms'],
    template: `complaint-${code}-overdue`,
  },
];

/** Clocks without a limit of their own: somebody names the due time; and the reply to a supervision order. */
export const complaintCommonPolicies = [
  {
    code: 'complaints.promised',
    title: { zh: '对客户的承诺', en: 'Promise to the customer' },
    limit: { unit: 'minute', value: 0 },
    warnShare: 0.9,
    steps: [
      ...told('promised', { near: ['officer', 'unit-head'], late: ['officer', 'unit-head', 'supervisor'] }),
      { key: 'ask-progress', at: { share: 0.9 }, action: 'complaints.ask-progress' },
    ],
  },
  {
    code: 'complaints.progress-reply',
    title: { zh: '进展回复', en: 'Progress reply' },
    limit: { unit: 'minute', value: 0 },
    warnShare: 0.9,
    steps: told('progress-reply', { near: ['officer', 'unit-head'], late: ['officer', 'unit-head'] }),
  },
  {
    code: 'complaints.supervision-reply',
    title: { zh: '督办回复', en: 'Reply to supervision' },
    limit: { unit: 'hour', value: 24 },
    warnShare: 0.9,
    steps: told('supervision-reply', {
      near: ['owner', 'unit-head'],
      late: ['owner', 'unit-head', 'issuer', 'supervisor'],
    }),
  },
];
