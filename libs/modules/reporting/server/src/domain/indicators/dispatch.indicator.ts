/** Field work: orders, their timeliness, the accuracy of dispatch, repairs and their grades (RPT-1h, RPT-1j, DSP-7). */
import type { Indicator } from '../indicator.rules';
import { cases } from '../indicator.rules';

const ORDER = 'dispatch.work-order';

const common = {
  dimensions: [
    'type',
    'customer-class',
    'fault-layer',
    'product-line',
    'priority',
    'source',
    'cause',
    'unit',
    'person',
    'state',
    'month',
    'day',
  ],
  answersFor: 'user-service',
} as const;

const share = { ...common, kind: 'ratio', unit: 'percent', higherIsBetter: true } as const;
const count = { ...common, kind: 'sum', unit: 'count' } as const;

export const dispatch: readonly Indicator[] = [
  {
    ...count,
    id: 'work-orders',
    title: { zh: '工单量', en: 'Work orders' },
    definition: { zh: '期间内受理的工单。', en: 'Orders taken in during the period.' },
    purpose: { zh: '现场服务的工作量', en: 'Work in the field' },
    formula: { zh: '工单件数', en: 'Orders' },
    numerator: cases(ORDER),
    higherIsBetter: true,
  },
  {
    ...count,
    id: 'repairs',
    title: { zh: '维修次数', en: 'Repairs' },
    definition: {
      zh: '期间内受理的维修工单；协同单不重复计。',
      en: 'Repairs taken in; the part of a co-operating unit is not counted twice.',
    },
    purpose: { zh: '投诉率（表1.3）的分母', en: 'Denominator of form 9' },
    formula: { zh: '维修工单件数', en: 'Orders that are repairs' },
    numerator: cases(ORDER, 'repair'),
    higherIsBetter: false,
  },
  {
    ...share,
    id: 'timely-orders',
    title: { zh: '工单及时率', en: 'Timely orders' },
    definition: {
      zh: '已有结果的工单中，在时限内完成的比例。',
      en: 'Of the orders decided, those concluded within their limit.',
    },
    purpose: { zh: '现场服务是否及时', en: 'Is field work in time' },
    formula: { zh: '按时完成件数 ÷ 已有结果件数', en: 'Concluded in time ÷ decided' },
    numerator: cases(ORDER, 'on-time'),
    denominator: cases(ORDER, 'known:on-time'),
  },
  {
    ...share,
    id: 'dispatch-accuracy',
    title: { zh: '派单准确率', en: 'Dispatch accuracy' },
    definition: {
      zh: '没有派错部门或人员的工单所占比例。',
      en: 'Orders that were never sent to a wrong unit or person.',
    },
    purpose: { zh: '调度质量', en: 'Quality of dispatching' },
    formula: { zh: '未派错件数 ÷ 全部件数', en: 'Never sent wrongly ÷ all orders' },
    numerator: cases(ORDER, 'dispatch-right'),
    denominator: cases(ORDER),
  },
  {
    ...share,
    id: 're-dispatched-share',
    title: { zh: '改派率', en: 'Orders dispatched again' },
    definition: { zh: '至少改派过一次的工单所占比例。', en: 'Orders dispatched anew at least once.' },
    purpose: { zh: '第一次派单是否合适', en: 'Was the first choice right' },
    formula: { zh: '改派件数 ÷ 全部件数', en: 'Dispatched again ÷ all orders' },
    numerator: cases(ORDER, 'redispatched'),
    denominator: cases(ORDER),
    higherIsBetter: false,
  },
  {
    ...share,
    id: 'single-visit-fix',
    title: { zh: '一次修复率', en: 'Single-visit fix' },
    definition: {
      zh: '一次上门即解决、无遗留问题的工单占已解决工单的比例。',
      en: 'Of the orders solved, those solved in one visit with nothing left over.',
    },
    purpose: { zh: '维修质量', en: 'Quality of repairs' },
    formula: { zh: '一次解决件数 ÷ 已解决件数', en: 'Solved in one visit ÷ solved' },
    numerator: cases(ORDER, 'single-visit'),
    denominator: cases(ORDER, 'known:single-visit'),
  },
  {
    ...common,
    id: 'fault-weight',
    title: { zh: '故障等级加权值', en: 'Weighted faults' },
    definition: {
      zh: '经技术经理评级的维修，按等级权重求和。',
      en: 'Repairs graded by the technical manager, summed by the weight of their grade.',
    },
    purpose: { zh: '故障工作量与严重程度', en: 'Load and weight of faults' },
    formula: { zh: '等级权重之和', en: 'Sum of grade weights' },
    kind: 'sum',
    unit: 'points',
    numerator: cases(ORDER, 'grade-weight'),
    higherIsBetter: false,
  },
  {
    ...common,
    id: 'order-rating',
    title: { zh: '现场服务评分', en: 'Rating of field work' },
    definition: { zh: '用户在服务单上给出的平均评分。', en: 'Mean of the ratings customers gave on service sheets.' },
    purpose: { zh: '用户对现场服务的评价', en: 'What customers say of field work' },
    formula: { zh: '评分之和 ÷ 已评分件数', en: 'Sum of ratings ÷ rated orders' },
    kind: 'mean',
    unit: 'points',
    numerator: cases(ORDER, 'rating'),
    denominator: cases(ORDER, 'known:rating'),
    higherIsBetter: true,
  },
];
