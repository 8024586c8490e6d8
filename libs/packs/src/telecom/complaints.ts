/** Complaints of telecom (packs.md; 002 part 1 §2; CMP-2 … CMP-9). */
import type { PackPart } from '../pack-part';
import {
  complaintForms,
  complaintGrants,
  complaintNumbering,
  complaintsCommon,
  complaintTemplates,
} from '../shared/complaints';
import { chosen, entry, form, reading, seed } from '../shared/words';
import { businesses, causes, channels, kinds, levels, symptoms } from './complaint-classes';
import { complaintClockNotices, complaintClocks, complaintLimits, complaintPolicies } from './complaint-clocks';

/** Who is in charge of which kind and line (CMP-7, CMP-7a, CMP-7b). */
const units = {
  centre: 'henan-complaint-centre',
  centreOf: { hubei: 'hubei-complaint-centre', 'hq-customer-service': 'hq-complaint-centre' },
  headquarters: 'hq-complaint-centre',
  screening: 'henan-back-office',
  office: 'general-office',
  remote: ['zhengzhou-remote', 'luoyang-remote', 'wuhan-remote'],
  business: {
    mobile: 'henan-mobile',
    fixed: 'henan-fixed',
    'value-added': 'henan-value-added',
    channel: 'henan-channel',
  },
  handling: {
    'network-quality': 'henan-network',
    roaming: 'henan-network',
    'long-distance': 'henan-network',
    'own-network-quality': 'henan-network',
    terminal: 'henan-network',
    interconnection: 'henan-interconnection',
    'cross-network-quality': 'henan-interconnection',
    'bill-dispute': 'henan-billing',
    charging: 'henan-billing',
    'tariff-dispute': 'henan-billing',
    'fee-collection': 'henan-billing',
    website: 'henan-information',
  },
  raiseTo: ['centre', 'hq-complaint-centre'],
};

const breach = (code: string, zh: string, en: string, stage: string) => ({
  ...entry(code, zh, en),
  stage,
  direct: { points: 0, amount: 0 },
});

const section = {
  ...complaintsCommon,
  channels,
  passedOnChannel: 'message',
  channelOf: { evaluation: 'web-question' },
  businesses,
  kinds,
  levels,
  crossProvinceLevel: 'nation',
  symptoms,
  causes,
  marks: [
    entry('high-end', '高端客户', 'High-end'),
    entry('corporate', '集团客户', 'Corporate'),
    entry('special-need', '特殊需求客户', 'Special need'),
  ],
  importance: { vip: 9, 'high-end': 7, corporate: 6, 'special-need': 4 },
  reserved: [{ classes: ['vip'], positions: ['complaint-clerk'] }],
  units,
  procedure: {
    path: [
      'registered',
      'checked',
      'dispatched',
      'investigating',
      'proposal',
      'decided',
      'carried-out',
      'answered',
      'revisited',
      'filed',
    ],
    optional: [],
    validity: 'optional',
    proposalsAtLeast: 1,
    relay: false,
    report: false,
    unsatisfied: 'screening',
    answerOnReturn: true,
  },
  clocks: complaintClocks,
  concludedBy: 'answered',
  report: { firstHolder: '投诉处理中心', secondHolder: '责任部门' },
  limits: complaintLimits,
  sanctions: {
    breaches: [
      breach('late-intake', '整理超时或不完整', 'Late or incomplete intake', 'intake'),
      breach('late-check', '复核派发差错', 'Faulty check or dispatch', 'check'),
      breach('wrong-handling', '处理不当', 'Wrong handling', 'handling'),
      breach('late-answer', '答复超时或不实', 'Late or untrue answer', 'answer'),
      breach('no-revisit', '未按规定回访', 'No revisit as prescribed', 'revisit'),
    ],
    onInvestigation: 'wrong-handling',
    objectWithinDays: 7,
    ground: { zh: '投诉调查认定的责任人', en: 'Found responsible by the investigation' },
  },
};

export const complaints: PackPart = {
  section,
  deadlinePolicies: complaintPolicies,
  templates: [...complaintTemplates, ...complaintClockNotices],
  numbering: complaintNumbering,
  forms: complaintForms({ register: '投诉处理中心', rate: '总部客户服务部' }, [
    form('rehandling-order', '回访再处理工单', 'Re-handling order', ['第一联']),
  ]),
  grants: complaintGrants,
  notes: [
    seed('modules.complaints.businesses', '002 part 1 §2.3.1: lines of business × kinds, each list ends in 其他.'),
    chosen(
      'modules.complaints.businesses.channel-other',
      'The seed lists the channels without kinds; 服务质量 is chosen.',
    ),
    chosen('modules.complaints.symptoms', '投诉表象 is set by headquarters; no list in the seed.'),
    seed('modules.complaints.levels', '002 part 1 §2.3.2: 一般, 省级, 全国级, 升级; cross-province is nation.'),
    seed('modules.complaints.causes', '002 part 1 §2.3.4.'),
    seed('modules.complaints.channels', '002 part 1 §2.2: face to face the customer signs.'),
    seed(
      'deadlinePolicies.complaints.fill',
      '002 part 1 §2.4.2: 1 h; check and dispatch 4 h; answer 2 h; warning 90 %.',
    ),
    reading(
      'deadlinePolicies.complaints.handling-ordinary',
      'RD-9: the table of 附录C is missing; chosen to fit the promises.',
    ),
    reading('deadlinePolicies.complaints.answer', 'RD-10: 回复 ≤ 2 h is the answer.'),
    reading(
      'deadlinePolicies.complaints.promise-ordinary',
      'RD-13: 24 / 48 / 72 h are the deadlines, averages are indicators.',
    ),
    reading('deadlinePolicies.complaints.revisit', 'RD-16: 168 h, due at the close of that day.'),
    chosen('deadlinePolicies.complaints.screening', 'Screening within 24 h: 规定时限 without a figure in the seed.'),
    chosen('modules.complaints.reserved', 'Which seats take VIP complaints is in no seed.'),
    chosen('modules.complaints.units', 'Which department handles which kind is in no seed.'),
    chosen('modules.complaints.sanctions', '002 part 1 §2.8 gives no amounts.'),
  ],
};
