/** Satisfaction of complainants, at the answer and at the revisit: against those asked, and against all (RPT-1a, RD-14). */
import type { Indicator } from '../indicator.rules';
import { cases } from '../indicator.rules';
import { COMPLAINT, COMPLAINT_DIMENSIONS } from './complaint-effect.indicator';

const common = {
  dimensions: COMPLAINT_DIMENSIONS,
  answersFor: 'complaint-supervision',
  kind: 'ratio',
  unit: 'percent',
  higherIsBetter: true,
} as const;

export const complaintSatisfaction: readonly Indicator[] = [
  {
    ...common,
    id: 'satisfaction-at-answer',
    title: { zh: '答复满意率', en: 'Satisfaction at the answer' },
    definition: {
      zh: '答复时被问到是否满意的用户中，表示满意的比例；用于与目标值比较。',
      en: 'Of the customers asked when they were answered, those satisfied; held against targets.',
    },
    purpose: { zh: '用户是否接受答复', en: 'Do customers accept the answer' },
    formula: { zh: '答复时满意件数 ÷ 答复时已询问件数', en: 'Satisfied ÷ asked at the answer' },
    numerator: cases(COMPLAINT, 'satisfied-at-answer'),
    denominator: cases(COMPLAINT, 'known:satisfied-at-answer'),
  },
  {
    ...common,
    id: 'satisfaction-at-answer-all',
    title: { zh: '答复满意率（占全部投诉）', en: 'Satisfaction at the answer, of all' },
    definition: {
      zh: '答复时表示满意的件数占全部投诉的比例；仅供展示。',
      en: 'Satisfied at the answer by all complaints; shown only.',
    },
    purpose: { zh: '与“答复满意率”对照', en: 'Stands next to satisfaction at the answer' },
    formula: { zh: '答复时满意件数 ÷ 全部件数', en: 'Satisfied at the answer ÷ all complaints' },
    numerator: cases(COMPLAINT, 'satisfied-at-answer'),
    denominator: cases(COMPLAINT),
  },
  {
    ...common,
    id: 'satisfaction-at-revisit',
    title: { zh: '投诉回访满意率', en: 'Satisfaction of complainants at the revisit' },
    definition: {
      zh: '投诉回访中到达并作答的用户里，表示满意的比例（以投诉记录的回访结果为准）；用于与目标值比较。',
      en: 'Of the complainants reached who answered, those satisfied, by the revisit noted on the complaint; held against targets.',
    },
    purpose: { zh: '处理结果是否经得起回访', en: 'Does the handling stand the call back' },
    formula: { zh: '回访满意件数 ÷ 回访到达并作答件数', en: 'Satisfied ÷ reached and answered' },
    numerator: cases(COMPLAINT, 'satisfied-at-revisit'),
    denominator: cases(COMPLAINT, 'known:satisfied-at-revisit'),
  },
  {
    ...common,
    id: 'satisfaction-at-revisit-all',
    title: { zh: '投诉回访满意率（占全部投诉）', en: 'Satisfaction at the revisit, of all' },
    definition: {
      zh: '回访时表示满意的件数占全部投诉的比例；仅供展示。',
      en: 'Satisfied at the revisit by all complaints; shown only.',
    },
    purpose: { zh: '与“投诉回访满意率”对照', en: 'Stands next to satisfaction at the revisit' },
    formula: { zh: '回访满意件数 ÷ 全部件数', en: 'Satisfied at the revisit ÷ all complaints' },
    numerator: cases(COMPLAINT, 'satisfied-at-revisit'),
    denominator: cases(COMPLAINT),
  },
];
