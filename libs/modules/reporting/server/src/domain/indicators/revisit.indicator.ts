/** Revisits and evaluations: how many are called, reached, satisfied; what customers give (RPT-1a, RPT-1h, RVT-8). */
import type { Indicator } from '../indicator.rules';
import { cases } from '../indicator.rules';

const TASK = 'revisit.task';
const EVALUATION = 'revisit.evaluation';

const ofTasks = {
  dimensions: [
    'event',
    'purpose',
    'kind',
    'level',
    'channel',
    'way',
    'engineer',
    'unit',
    'person',
    'state',
    'month',
    'day',
  ],
  answersFor: 'hotline',
  kind: 'ratio',
  unit: 'percent',
  higherIsBetter: true,
} as const;

const ofEvaluations = {
  dimensions: ['item', 'division', 'unit', 'person', 'month', 'day'],
  answersFor: 'user-service',
  kind: 'mean',
  unit: 'points',
  higherIsBetter: true,
} as const;

export const revisit: readonly Indicator[] = [
  {
    ...ofTasks,
    id: 'revisit-coverage',
    title: { zh: '回访到达率', en: 'Revisit coverage' },
    definition: {
      zh: '应回访的事项中，已联系到用户的比例。',
      en: 'Of the matters to be called about, those whose customer was reached.',
    },
    purpose: { zh: '回访是否做到位', en: 'Are revisits made' },
    formula: { zh: '到达件数 ÷ 应回访件数', en: 'Reached ÷ revisits due' },
    numerator: cases(TASK, 'reached'),
    denominator: cases(TASK),
  },
  {
    ...ofTasks,
    id: 'revisit-effective',
    title: { zh: '有效回访率', en: 'Effective revisits' },
    definition: {
      zh: '已拨打的回访中，到达且用户作了满意度回答的比例。',
      en: 'Of the revisits called, those reached in which the customer said whether he is satisfied.',
    },
    purpose: { zh: '回访有没有结果', en: 'Do calls bring an answer' },
    formula: { zh: '到达且作答件数 ÷ 已拨打件数', en: 'Reached and answered ÷ called' },
    numerator: cases(TASK, 'effective'),
    denominator: cases(TASK, 'called'),
  },
  {
    ...ofTasks,
    id: 'revisit-satisfaction',
    title: { zh: '回访满意率', en: 'Satisfaction in revisits' },
    definition: {
      zh: '到达并作答的用户中，计为满意的比例（所有回访，以回访任务为准）。',
      en: 'Of the customers reached who answered, those counted as satisfied; all revisits, by their tasks.',
    },
    purpose: { zh: '服务的总体满意度', en: 'Satisfaction with service as a whole' },
    formula: { zh: '满意件数 ÷ 到达并作答件数', en: 'Satisfied ÷ reached and answered' },
    numerator: cases(TASK, 'satisfied'),
    denominator: cases(TASK, 'known:satisfied'),
  },
  {
    ...ofEvaluations,
    id: 'evaluation-technical-level',
    title: { zh: '客服评价：技术水平', en: 'Evaluation: technical level' },
    definition: {
      zh: '用户当月有效评价中技术水平的平均分；被替换的评价不计。',
      en: 'Mean of the technical level in evaluations that count; replaced ones do not.',
    },
    purpose: { zh: '用户对技术水平的评价', en: 'What customers say of skill' },
    formula: { zh: '技术水平分之和 ÷ 有效评价数', en: 'Sum of points ÷ evaluations that count' },
    numerator: cases(EVALUATION, 'technical-level-counted'),
    denominator: cases(EVALUATION, 'counts'),
  },
  {
    ...ofEvaluations,
    id: 'evaluation-attitude',
    title: { zh: '客服评价：服务态度', en: 'Evaluation: attitude' },
    definition: {
      zh: '用户当月有效评价中服务态度的平均分；被替换的评价不计。',
      en: 'Mean of the attitude in evaluations that count; replaced ones do not.',
    },
    purpose: { zh: '用户对服务态度的评价', en: 'What customers say of manners' },
    formula: { zh: '服务态度分之和 ÷ 有效评价数', en: 'Sum of points ÷ evaluations that count' },
    numerator: cases(EVALUATION, 'attitude-counted'),
    denominator: cases(EVALUATION, 'counts'),
  },
];
