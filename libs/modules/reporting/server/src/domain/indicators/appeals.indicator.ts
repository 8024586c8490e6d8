/** Appeals: how many, solved, in time for ourselves and for the regulator (RPT-1g). */
import type { Indicator } from '../indicator.rules';
import { base, cases } from '../indicator.rules';

const APPEAL = 'appeals.appeal';

const common = {
  dimensions: [
    'regulator',
    'business',
    'nature',
    'filed',
    'channel',
    'level',
    'conclusion',
    'ground',
    'cause',
    'liability',
    'unit',
    'person',
    'state',
    'month',
    'day',
  ],
  answersFor: 'complaint-supervision',
} as const;

const share = { ...common, kind: 'ratio', unit: 'percent', higherIsBetter: true } as const;

export const appeals: readonly Indicator[] = [
  {
    ...common,
    id: 'appeals',
    title: { zh: '申诉量', en: 'Appeals' },
    definition: { zh: '期间内收到的申诉件数。', en: 'Appeals received in the period.' },
    purpose: { zh: '问题有多少升级到主管部门', en: 'How much reaches the regulator' },
    formula: { zh: '申诉件数', en: 'Appeals' },
    kind: 'sum',
    unit: 'count',
    numerator: cases(APPEAL),
    higherIsBetter: false,
  },
  {
    ...share,
    id: 'appeal-rate',
    title: { zh: '申诉率', en: 'Appeal rate' },
    definition: {
      zh: '申诉件数与用户数之比；未录入用户数时显示“无基数”。',
      en: 'Appeals by customers; without their number there is no rate.',
    },
    purpose: { zh: '不受用户规模影响地比较', en: 'Compares units of different size' },
    formula: { zh: '申诉件数 ÷ 用户数', en: 'Appeals ÷ customers' },
    numerator: cases(APPEAL),
    denominator: base('customers', 'stock'),
    higherIsBetter: false,
  },
  {
    ...share,
    id: 'appeals-solved',
    title: { zh: '申诉办结率', en: 'Appeals solved' },
    definition: { zh: '期间内收到的申诉中已办结的比例。', en: 'Of the appeals received, those concluded.' },
    purpose: { zh: '申诉是否得到解决', en: 'Are appeals settled' },
    formula: { zh: '办结件数 ÷ 申诉件数', en: 'Concluded ÷ appeals' },
    numerator: cases(APPEAL, 'concluded'),
    denominator: cases(APPEAL),
  },
  {
    ...share,
    id: 'appeals-in-time',
    title: { zh: '申诉按时办结率', en: 'Appeals concluded in time' },
    definition: {
      zh: '已有结果的申诉中，在时限内办结的比例。',
      en: 'Of the appeals decided, those concluded within our own limit.',
    },
    purpose: { zh: '申诉处理是否及时', en: 'Is the handling of appeals in time' },
    formula: { zh: '按时办结件数 ÷ 已有结果件数', en: 'Concluded in time ÷ decided' },
    numerator: cases(APPEAL, 'on-time'),
    denominator: cases(APPEAL, 'known:on-time'),
  },
  {
    ...share,
    id: 'appeals-in-time-regulator',
    title: { zh: '申诉按监管时限办结率', en: 'Appeals within the regulator’s date' },
    definition: {
      zh: '已有结果的申诉中，未超过主管部门期限的比例。',
      en: 'Of the appeals decided, those within the date the regulator set.',
    },
    purpose: { zh: '对主管部门的承诺', en: 'The promise to the regulator' },
    formula: { zh: '期限内件数 ÷ 已有结果件数', en: 'Within the date ÷ decided' },
    numerator: cases(APPEAL, 'regulator-on-time'),
    denominator: cases(APPEAL, 'known:regulator-on-time'),
  },
];
