/** A small sheet for companies whose seed gives none: 70 by the head, 20 by customers, 10 by HR; all figures chosen. */
import type { PackPart } from '../pack-part';
import {
  appraisalForms,
  appraisalGrants,
  appraisalNumbering,
  appraisalPolicies,
  appraisalPolicyCodes,
  appraisalTemplates,
  band,
  item,
  part,
} from './appraisal';
import { chosen, entry, type Words } from './words';

const headItem = (code: string, title: Words, weight: number, standard: Words) => {
  const half = Math.ceil(weight / 2);
  return item(code, 'head', {
    title,
    weight,
    standard,
    bands: [
      band(half, weight, `${half}-${weight}分`, ['达到或超过要求。', 'Meets the standard or more.']),
      band(0, half - 1, `${half - 1}分以下`, ['需要督促，尚有差距。', 'Needs to be pushed; falls short.']),
    ],
  });
};

const satisfactionBands = [band(0, 20, '0-20分', ['按用户评价计算。', 'By what customers say.'])];

/** Twenty points by the customers' evaluations, from one end of their scale to the other. */
export const byEvaluations = item('evaluation', 'customer', {
  title: ['客户评价', 'Evaluation by customers'],
  weight: 20,
  standard: ['用户对技术水平和服务态度的评分。', 'Marks of customers for skill and attitude.'],
  bands: satisfactionBands,
  formula: { kind: 'evaluations', from: -50, to: 200 },
});

/** Twenty points by sample calls. */
export const bySampleCalls = item('satisfaction', 'customer', {
  title: ['客户满意度', 'Satisfaction of customers'],
  weight: 20,
  standard: ['抽样回访好评率。', 'Share of good answers in sample calls.'],
  bands: satisfactionBands,
  formula: { kind: 'sample-calls', leastPercent: 60, minimum: 3 },
});

const breach = (code: string, zh: string, en: string) => ({ code, text: { zh, en }, from: 1, to: 10 });

interface House {
  readonly calendar: string;
  /** HR. */
  readonly unit: string;
  readonly appraised: readonly { readonly unit: string; readonly exceptPositions?: readonly string[] }[];
  readonly satisfaction: ReturnType<typeof item>;
  readonly sampleSize: number;
  /** Who keeps the sheet. */
  readonly keeper: string;
  /** Number of the seed that has no appraisal of this kind. */
  readonly source: string;
}

export const plainAppraisal = (house: House): PackPart => ({
  section: {
    calendar: house.calendar,
    unit: house.unit,
    appraised: house.appraised,
    template: {
      code: 'plain',
      title: { zh: '绩效考核表', en: 'Appraisal' },
      parts: [
        part(
          'attitude',
          'main',
          ['工作态度', 'Attitude'],
          [
            headItem('attitude', ['工作态度', 'Attitude'], 20, [
              '主动、负责、热情。',
              'Active, responsible, friendly.',
            ]),
          ],
        ),
        part(
          'skill',
          'main',
          ['专业技能', 'Skill'],
          [
            headItem('skill', ['专业技能', 'Skill'], 25, [
              '业务熟练，操作规范。',
              'Knows his work and follows the rules.',
            ]),
          ],
        ),
        part(
          'ability',
          'main',
          ['工作能力', 'Ability'],
          [headItem('ability', ['工作能力', 'Ability'], 25, ['按时按质完成任务。', 'Finishes well and in time.'])],
        ),
        part('satisfaction', 'satisfaction', ['客户满意度', 'Satisfaction of customers'], [house.satisfaction]),
        part(
          'hr',
          'hr',
          ['人力考核', 'HR'],
          [
            item('rules', 'hr', {
              title: ['遵守规章制度', 'Keeps the rules'],
              weight: 10,
              standard: ['遵守公司各项规章制度。', 'Keeps the rules of the company.'],
              bands: [band(0, 10, '0-10分', ['每违反一项扣1-10分。', 'Each breach takes 1–10 points.'])],
              formula: { kind: 'breaches' },
            }),
          ],
        ),
      ],
    },
    incentiveMost: 20,
    checks: [
      { ...entry('spot-check', '业务抽检', 'Spot check'), measure: 'percent' },
      { ...entry('mistake', '失误', 'Mistake'), measure: 'case' },
    ],
    breaches: [
      breach('procedure', '未按业务流程操作', 'Procedure not followed'),
      breach('conduct', '违反服务规范', 'Breach of the service standard'),
      breach('attendance', '违反考勤纪律', 'Breach of attendance rules'),
    ],
    sampleSize: house.sampleSize,
    cutOffs: { self: 2, head: 5, latest: 10, move: 'later' },
    policies: appraisalPolicyCodes,
    consequences: [],
    payCoefficients: [],
  },
  deadlinePolicies: appraisalPolicies,
  templates: appraisalTemplates,
  numbering: appraisalNumbering,
  forms: appraisalForms('绩效考核表', house.keeper),
  grants: appraisalGrants,
  notes: [
    chosen(
      'modules.appraisal',
      `${house.source} gives no sheet of this kind: template, cut-offs and catalogue are chosen.`,
    ),
  ],
});
