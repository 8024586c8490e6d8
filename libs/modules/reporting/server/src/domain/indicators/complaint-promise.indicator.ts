/** Promises to complainants: how long the answer takes by level, how many are answered at once (RPT-1b, RD-13). */
import type { Indicator } from '../indicator.rules';
import { cases } from '../indicator.rules';
import { COMPLAINT, COMPLAINT_DIMENSIONS } from './complaint-effect.indicator';

const common = { dimensions: COMPLAINT_DIMENSIONS, answersFor: 'complaint-supervision' } as const;

export const complaintPromise: readonly Indicator[] = [
  {
    ...common,
    id: 'mean-time-to-answer',
    title: { zh: '平均答复时长', en: 'Mean time to answer' },
    definition: {
      zh: '从受理到答复用户的平均时间，按级别与承诺时限对照。',
      en: 'From intake to the answer, on average; by level against the promise.',
    },
    purpose: { zh: '用户要等多久', en: 'How long customers wait' },
    formula: { zh: '答复用时之和 ÷ 已答复件数', en: 'Sum of times to the answer ÷ answered' },
    kind: 'mean',
    unit: 'seconds',
    numerator: cases(COMPLAINT, 'seconds-to-answer'),
    denominator: cases(COMPLAINT, 'known:seconds-to-answer'),
    higherIsBetter: false,
  },
  {
    ...common,
    id: 'max-time-to-answer',
    title: { zh: '最长答复时长', en: 'Longest time to answer' },
    definition: {
      zh: '期间内受理的投诉从受理到答复的最长时间，按级别与承诺时限对照。',
      en: 'The longest time from intake to the answer; by level against the promise.',
    },
    purpose: { zh: '最差的一件等了多久', en: 'How long the worst case waited' },
    formula: { zh: '答复用时的最大值', en: 'Greatest time to the answer' },
    kind: 'max',
    unit: 'seconds',
    numerator: cases(COMPLAINT, 'seconds-to-answer'),
    denominator: cases(COMPLAINT, 'known:seconds-to-answer'),
    higherIsBetter: false,
  },
  {
    ...common,
    id: 'answered-at-once',
    title: { zh: '一般投诉即时答复率', en: 'Ordinary complaints answered at once' },
    definition: {
      zh: '已答复的一般投诉中，受理当次即答复的比例。',
      en: 'Of the ordinary complaints answered, those answered in the same contact.',
    },
    purpose: { zh: '“即时答复”做到了多少', en: 'How far "at once" is true' },
    formula: {
      zh: '当次答复的一般投诉 ÷ 已答复的一般投诉',
      en: 'Answered in the same contact ÷ ordinary ones answered',
    },
    kind: 'ratio',
    unit: 'percent',
    numerator: cases(COMPLAINT, 'answered-at-once', { level: ['ordinary'] }),
    denominator: cases(COMPLAINT, 'known:answered-at-once', { level: ['ordinary'] }),
    higherIsBetter: true,
  },
];
