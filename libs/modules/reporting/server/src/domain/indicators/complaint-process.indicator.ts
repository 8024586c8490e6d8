/** Complaints on their way: stages in time, right moves, overruns, warnings and supervision orders (RPT-1d, RPT-1e). */
import type { Indicator } from '../indicator.rules';
import { cases, clocks } from '../indicator.rules';
import { COMPLAINT, COMPLAINT_DIMENSIONS } from './complaint-effect.indicator';

const ofClocks = {
  dimensions: ['stage', 'unit', 'person', 'business', 'kind', 'level', 'channel', 'month', 'day'],
  answersFor: 'complaint-supervision',
} as const;

const share = { kind: 'ratio', unit: 'percent', higherIsBetter: true } as const;

export const complaintProcess: readonly Indicator[] = [
  {
    ...ofClocks,
    ...share,
    id: 'stage-timeliness',
    title: { zh: '环节及时率', en: 'Stage timeliness' },
    definition: {
      zh: '整理、复核、处理、反馈、回访等环节在时限内完成的比例，按到期日计。',
      en: 'Stages finished within their limits: sorting, checking, handling, feedback, revisit; by due day.',
    },
    purpose: { zh: '哪个环节拖延', en: 'Which stage is slow' },
    formula: { zh: '按时完成的环节 ÷ 到期或完成的环节', en: 'Finished in time ÷ finished or due' },
    numerator: clocks(COMPLAINT, 'in-time'),
    denominator: clocks(COMPLAINT, 'ended'),
  },
  {
    ...share,
    id: 'flow-accuracy',
    title: { zh: '流转准确率', en: 'Flow accuracy' },
    definition: {
      zh: '未被退回、未派错部门、各环节均在时限内，且月度抽查未判错的投诉所占比例。',
      en: 'Complaints neither returned nor sent to a wrong unit, with no stage late, and not found wrong on the month’s sheet.',
    },
    purpose: { zh: '工单是否一次走对', en: 'Do orders go the right way at once' },
    formula: { zh: '正确且及时流转件数 ÷ 全部件数', en: 'Moved correctly within limits ÷ all complaints' },
    numerator: cases(COMPLAINT, 'flow-right'),
    denominator: cases(COMPLAINT),
    dimensions: COMPLAINT_DIMENSIONS,
    answersFor: 'complaint-supervision',
  },
  {
    ...ofClocks,
    id: 'mean-overrun',
    title: { zh: '平均超时时长', en: 'Mean overrun' },
    definition: {
      zh: '超时环节平均超出时限的时间，可按环节查看。',
      en: 'By how much late stages were late, on average; by stage too.',
    },
    purpose: { zh: '超时有多严重', en: 'How bad overruns are' },
    formula: { zh: '超时时长之和 ÷ 超时环节数', en: 'Sum of overruns ÷ stages late' },
    kind: 'mean',
    unit: 'seconds',
    numerator: clocks(COMPLAINT, 'overrun-seconds'),
    denominator: clocks(COMPLAINT, 'overrun'),
    higherIsBetter: false,
  },
  {
    ...ofClocks,
    id: 'warnings',
    title: { zh: '预警次数', en: 'Warnings' },
    definition: {
      zh: '临近时限时发出的预警，按部门、人员、环节计。',
      en: 'Warnings given before a limit, by unit, person and stage.',
    },
    purpose: { zh: '考核依据', en: 'A source for appraisal' },
    formula: { zh: '发出预警的环节数', en: 'Stages that were warned' },
    kind: 'sum',
    unit: 'count',
    numerator: clocks(COMPLAINT, 'warned'),
    higherIsBetter: false,
  },
  {
    ...ofClocks,
    id: 'supervision-orders',
    title: { zh: '催办督办次数', en: 'Supervision orders' },
    definition: {
      zh: '因时限发出的督办，按部门、人员、环节计。',
      en: 'Supervision orders a clock gave, by unit, person and stage.',
    },
    purpose: { zh: '考核依据', en: 'A source for appraisal' },
    formula: { zh: '督办次数之和', en: 'Sum of supervision orders' },
    kind: 'sum',
    unit: 'count',
    numerator: clocks(COMPLAINT, 'supervised'),
    higherIsBetter: false,
  },
  {
    ...ofClocks,
    ...share,
    id: 'met-after-warning',
    title: { zh: '预警后按时完成率', en: 'Met in time after a warning' },
    definition: {
      zh: '发出预警且已有结果的环节中，仍在时限内完成的比例。',
      en: 'Of the stages warned that are over, those still met in time.',
    },
    purpose: { zh: '预警是否有用', en: 'Do warnings help' },
    formula: { zh: '预警后按时完成 ÷ 预警且已结束', en: 'Met in time after a warning ÷ warned and over' },
    numerator: clocks(COMPLAINT, 'in-time-after-warning'),
    denominator: clocks(COMPLAINT, 'warned-ended'),
  },
  {
    ...ofClocks,
    ...share,
    id: 'met-after-supervision',
    title: { zh: '督办后按时完成率', en: 'Met in time after supervision' },
    definition: {
      zh: '被督办且已有结果的环节中，在时限（含再承诺）内完成的比例。',
      en: 'Of the stages supervised that are over, those met by their due time, promised anew or not.',
    },
    purpose: { zh: '督办是否有用', en: 'Does supervision help' },
    formula: { zh: '督办后按时完成 ÷ 被督办且已结束', en: 'Met in time after supervision ÷ supervised and over' },
    numerator: clocks(COMPLAINT, 'in-time-after-supervision'),
    denominator: clocks(COMPLAINT, 'supervised-ended'),
  },
];
