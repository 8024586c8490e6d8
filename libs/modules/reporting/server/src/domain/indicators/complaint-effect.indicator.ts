/** Complaints, their number and the effect of handling them (RPT-1a, RPT-1c, CMP-16). */
import type { Indicator } from '../indicator.rules';
import { base, cases } from '../indicator.rules';

export const COMPLAINT = 'complaints.complaint';

export const COMPLAINT_DIMENSIONS = [
  'business',
  'kind',
  'symptom',
  'level',
  'channel',
  'customer-class',
  'brand',
  'cause',
  'outcome',
  'unit',
  'intake-unit',
  'person',
  'state',
  'month',
  'day',
];

const common = {
  dimensions: COMPLAINT_DIMENSIONS,
  answersFor: 'complaint-supervision',
} as const;

const share = { ...common, kind: 'ratio', unit: 'percent' } as const;

export const complaintEffect: readonly Indicator[] = [
  {
    ...common,
    id: 'complaints',
    title: { zh: '投诉量', en: 'Complaints' },
    definition: {
      zh: '期间内受理的投诉件数，按受理日期计；已撤回的不计。',
      en: 'Complaints taken in during the period, by date of intake; withdrawn ones do not count.',
    },
    purpose: { zh: '看投诉的多少与走向', en: 'How many there are, and where it goes' },
    formula: { zh: '投诉件数 − 已撤回件数', en: 'Complaints less those withdrawn' },
    kind: 'sum',
    unit: 'count',
    numerator: cases(COMPLAINT, 'counted'),
    higherIsBetter: false,
  },
  {
    ...share,
    id: 'complaint-rate',
    title: { zh: '投诉率', en: 'Complaint rate' },
    definition: {
      zh: '期间内的投诉件数与使用该业务的用户数之比；用户数由外部录入，未录入时显示“无基数”。',
      en: 'Complaints of the period by customers who use that business. The number of customers is imported; without it there is no rate.',
    },
    purpose: { zh: '不受用户规模影响地比较投诉水平', en: 'Compares businesses and units of different size' },
    formula: { zh: '投诉件数 ÷ 用户数', en: 'Complaints ÷ customers' },
    numerator: cases(COMPLAINT, 'counted'),
    denominator: base('customers', 'stock'),
    higherIsBetter: false,
  },
  {
    ...share,
    id: 'complaint-per-repair',
    title: { zh: '投诉与维修之比', en: 'Complaints per repair' },
    definition: {
      zh: '投诉件数与维修次数之比，均按受理日期与责任部门计；没有维修时无此比率。',
      en: 'Complaints by repairs, both by date of intake and by the unit responsible; without a repair there is no rate.',
    },
    purpose: { zh: '报决议管理中心的用户投诉率（表1.3）', en: 'The complaint rate for the decision centre (form 9)' },
    formula: { zh: '投诉次数 ÷ 维修次数', en: 'Complaints ÷ repairs' },
    numerator: cases(COMPLAINT, 'counted'),
    denominator: cases('dispatch.work-order', 'repair'),
    otherwise: base('repairs', 'flow'),
    dimensions: ['unit', 'month'],
    higherIsBetter: false,
  },
  {
    ...share,
    id: 'concluded-on-time',
    title: { zh: '按时办结率', en: 'Concluded on time' },
    definition: {
      zh: '已答复的投诉中，在承诺时限内办结的比例。',
      en: 'Of the complaints answered, those concluded within the promise.',
    },
    purpose: { zh: '对用户的承诺是否兑现', en: 'Are promises to customers kept' },
    formula: { zh: '承诺时限内办结件数 ÷ 已答复件数', en: 'Concluded within the promise ÷ answered' },
    numerator: cases(COMPLAINT, 'on-time'),
    denominator: cases(COMPLAINT, 'known:on-time'),
    higherIsBetter: true,
  },
  {
    ...share,
    id: 'first-contact-resolution',
    title: { zh: '首次解决率', en: 'First-contact resolution' },
    definition: {
      zh: '由受理渠道或投诉中心不经派单、在时限内办结的比例。',
      en: 'Concluded within the limit by an intake channel or the complaint centre, without dispatch.',
    },
    purpose: { zh: '前台解决问题的能力', en: 'What the front line settles by itself' },
    formula: { zh: '不派单且时限内办结件数 ÷ 全部件数', en: 'Concluded in time without dispatch ÷ all complaints' },
    numerator: cases(COMPLAINT, 'first-contact-in-time'),
    denominator: cases(COMPLAINT),
    higherIsBetter: true,
  },
  {
    ...share,
    id: 'concluded-after-referral',
    title: { zh: '转派后办结率', en: 'Concluded after referral' },
    definition: {
      zh: '派往处理部门后办结的比例，可按责任部门查看。',
      en: 'Concluded after being sent to a handling unit; by unit too.',
    },
    purpose: { zh: '与首次解决率对照', en: 'Stands next to first-contact resolution' },
    formula: { zh: '派单后办结件数 ÷ 全部件数', en: 'Concluded after dispatch ÷ all complaints' },
    numerator: cases(COMPLAINT, 'concluded-after-referral'),
    denominator: cases(COMPLAINT),
    higherIsBetter: true,
  },
  {
    ...share,
    id: 'appealed-share',
    title: { zh: '投诉转申诉率', en: 'Complaints that became appeals' },
    definition: { zh: '后来转为申诉的投诉所占比例。', en: 'Complaints that went on to the regulator.' },
    purpose: { zh: '哪些投诉没有处理好', en: 'Which complaints were not settled well' },
    formula: { zh: '转为申诉件数 ÷ 全部件数', en: 'Became an appeal ÷ all complaints' },
    numerator: cases(COMPLAINT, 'appealed'),
    denominator: cases(COMPLAINT),
    higherIsBetter: false,
  },
];
