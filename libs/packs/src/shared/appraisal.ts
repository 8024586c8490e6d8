/** What the appraisal of every company shares: its clocks, their texts, rights, the form (APR-5, APR-12, IDN-2). */
import type { PackPart } from '../pack-part';
import { clockTemplates, nearDue, overdue } from './clocks';
import { both, form, type Words } from './words';

export const band = (from: number, to: number, label: string, guidance: Words) => ({
  from,
  to,
  label,
  guidance: both(guidance),
});

interface Item {
  readonly title: Words;
  readonly weight: number;
  readonly standard: Words;
  readonly bands: readonly object[];
  readonly formula?: object;
}

/** An item of a sheet; the head scores it unless records or others do. */
export const item = (
  code: string,
  scoredBy: 'head' | 'customer' | 'hr' | 'records',
  { title, weight, standard, bands, formula }: Item,
) => ({
  code,
  title: both(title),
  weight,
  standard: both(standard),
  bands,
  scoredBy,
  ...(formula ? { formula } : {}),
});

export const part = (
  code: string,
  group: 'main' | 'satisfaction' | 'hr',
  title: Words,
  items: readonly ReturnType<typeof item>[],
) => ({ code, group, title: both(title), items });

/** Names of the clocks in the section. */
export const appraisalPolicyCodes = {
  monthEnd: 'appraisal.month-end',
  freeze: 'appraisal.freeze',
  selfScore: 'appraisal.self-score',
  headScore: 'appraisal.head-score',
  release: 'appraisal.release',
};

/** Due times come from the month's cut-offs; no policy has a limit of its own. */
const dated = (code: string, zh: string, en: string, steps: readonly object[]) => ({
  code,
  title: { zh, en },
  limit: { unit: 'minute', value: 0 },
  warnShare: 0.5,
  steps,
});

export const appraisalPolicies: PackPart['deadlinePolicies'] = [
  dated('appraisal.month-end', '月末', 'End of the month', [
    { key: 'close-month', at: { share: 1 }, action: 'appraisal.close-month' },
  ]),
  dated('appraisal.freeze', '考核数据截止', 'Records stand', [
    { key: 'freeze', at: { share: 1 }, action: 'appraisal.freeze' },
  ]),
  dated('appraisal.self-score', '自评', 'Self score', [
    nearDue('self-score', ['owner'], 0.5),
    overdue('self-score', ['owner', 'unit-head']),
  ]),
  dated('appraisal.head-score', '部门评分', 'Score by the head', [
    nearDue('head-score', ['owner'], 0.5),
    overdue('head-score', ['owner', 'hr']),
  ]),
  dated('appraisal.release', '考核结果发布', 'Release of the result', [
    nearDue('appraisal-release', ['hr'], 0.5),
    overdue('appraisal-release', ['hr', 'supervisor']),
  ]),
];

export const appraisalTemplates = [
  ...clockTemplates('self-score', ['自评', 'self score'], ['请提交上月自评', 'Please send your self score']),
  ...clockTemplates('head-score', ['部门评分', 'score by the head'], ['请完成部门评分', 'Please score the sheet']),
  ...clockTemplates(
    'appraisal-release',
    ['考核结果发布', 'release of the result'],
    ['请核对并发布考核结果', 'Please check and release the result'],
  ),
];

/** Reads and scores the people of his units. */
const scoresUnits = {
  'appraisal.sheet.read': 'unit-and-below',
  'appraisal.sheet.head-score': 'unit-and-below',
  'appraisal.entry.read': 'unit-and-below',
  'appraisal.entry.incentive': 'unit-and-below',
  'appraisal.entry.check': 'unit-and-below',
  'appraisal.sample.note': 'unit-and-below',
  'appraisal.proposal.read': 'unit-and-below',
  'appraisal.proposal.make': 'unit-and-below',
} as const;

export const appraisalGrants: PackPart['grants'] = {
  staff: {
    'appraisal.sheet.read': 'own',
    'appraisal.sheet.self-score': 'own',
    'appraisal.entry.read': 'own',
  },
  'department-head': scoresUnits,
  supervisor: scoresUnits,
  management: {
    'appraisal.sheet.read': 'all',
    'appraisal.sheet.head-score': 'all',
    'appraisal.entry.read': 'all',
    'appraisal.entry.incentive': 'all',
    'appraisal.entry.check': 'all',
    'appraisal.proposal.read': 'all',
    'appraisal.proposal.make': 'all',
    'appraisal.proposal.decide': 'all',
  },
  hr: {
    'appraisal.sheet.read': 'all',
    'appraisal.sheet.release': 'all',
    'appraisal.entry.read': 'all',
    'appraisal.entry.breach': 'all',
    'appraisal.hr-scores.import': 'all',
    'appraisal.hr-file.export': 'all',
    'appraisal.hr-file.receipt': 'all',
    'appraisal.proposal.read': 'all',
    'appraisal.proposal.make': 'all',
    'appraisal.proposal.decide': 'all',
  },
};

/** Form 15, one copy, kept by HR. */
export const appraisalForms = (title: string, keeper: string) => [
  form('appraisal-sheet', title, 'Appraisal sheet', [keeper]),
];

/** Numbers of proposals, by month. */
export const appraisalNumbering = { 'appraisal-proposal': 'JY{date:yyyyMM}{seq:3}' } as const;
