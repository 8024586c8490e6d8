/** Stage clocks and promises of telecom, and who is told (packs.md Deadlines; CMP-4a … CMP-4c, RD-9, RD-10, RD-13, RD-16). */
import { complaintClockTexts, complaintCommonPolicies, told } from '../shared/complaints';
import { kinds } from './complaint-classes';

/** A warning ignored until the limit is followed by a supervision order (CMP-4c). */
const supervised = { key: 'supervise', at: { share: 1 }, action: 'complaints.supervise' };

const stage = (code: string, zh: string, en: string, limit: object, near: readonly string[], more: object = {}) => ({
  code: `complaints.${code}`,
  title: { zh, en },
  limit,
  warnShare: 0.9,
  ...more,
  steps: [...told(code.split('-')[0] ?? code, { near, late: [...near, 'supervisor'] }), supervised],
});

const hours = (value: number) => ({ unit: 'hour', value });

/** VIP and 3G get the lower limit (CMP-4a, DLN-4). */
const lowerForVip = {
  key: 'vip-or-3g',
  when: {
    any: [
      { fact: 'customerLevel', in: ['vip'] },
      { fact: 'businessLine', in: ['3g', 'wcdma'] },
    ],
  },
  bound: 'lower',
};

/** Kind → lower and upper limit; interconnection has its own (CMP-7d). */
const handling = (level: string, zh: string, en: string, lower: number, upper: number, interconnection: number) =>
  stage(`handling-${level}`, `${zh}处理`, `Handling, ${en}`, hours(upper), ['owner', 'unit-head'], {
    variants: [lowerForVip],
    limitTable: {
      fact: 'kind',
      rows: Object.fromEntries(
        kinds.map(({ code }) => [
          code,
          { lower: hours(lower), upper: hours(code === 'interconnection' ? interconnection : upper) },
        ]),
      ),
      fallback: { lower: hours(lower), upper: hours(upper) },
    },
  });

/** The outer promise, elapsed (CMP-4b): the officer is asked for a progress reply while it is at risk. */
const promise = (level: string, zh: string, en: string, value: number) => ({
  code: `complaints.promise-${level}`,
  title: { zh: `${zh}承诺`, en: `Promise, ${en}` },
  limit: hours(value),
  warnShare: 0.9,
  steps: [
    ...told('promise', { near: ['officer', 'unit-head'], late: ['officer', 'unit-head', 'supervisor'] }),
    { key: 'ask-progress', at: { share: 0.9 }, action: 'complaints.ask-progress' },
  ],
});

export const complaintPolicies = [
  stage('fill', '整理', 'Fill in', hours(1), ['officer', 'unit-head']),
  stage('check', '复核派发', 'Check and dispatch', hours(4), ['complaint-officer', 'unit-head']),
  handling('ordinary', '一般投诉', 'ordinary', 4, 16, 12),
  handling('province', '省级投诉', 'province', 12, 36, 24),
  handling('nation', '全国级投诉', 'nation', 24, 60, 48),
  stage('answer', '答复', 'Answer', hours(2), ['officer', 'unit-head']),
  promise('ordinary', '一般投诉', 'ordinary', 24),
  promise('province', '省级投诉', 'province', 48),
  promise('nation', '全国级投诉', 'nation', 72),
  stage('screening', '回访甄别', 'Screening', hours(24), ['back-office', 'unit-head']),
  {
    code: 'complaints.revisit',
    title: { zh: '回访', en: 'Revisit' },
    limit: { unit: 'day', value: 7 },
    warnShare: 0.9,
    steps: told('revisit', { near: ['unit-head'], late: ['unit-head', 'supervisor'] }),
  },
  ...complaintCommonPolicies,
];

const byLevel = (name: string) => ({
  ordinary: `complaints.${name}-ordinary`,
  province: `complaints.${name}-province`,
  nation: `complaints.${name}-nation`,
  // CMP-14 comes with escalated complaints; until then they keep the limits of the nation.
  escalated: `complaints.${name}-nation`,
});

const clock = (name: string, zh: string, en: string, policies: object, more: object) => ({
  stage: name,
  title: { zh, en },
  policies,
  ...more,
});

const always = (name: string) => ({ '*': `complaints.${name}` });

export const complaintClocks = [
  clock('promise', '对客户的承诺', 'Promise to the customer', byLevel('promise'), {
    arm: ['registered', 'filled'],
    meet: ['answered'],
    owner: 'answer',
    fromHeard: true,
    promise: true,
    once: true,
  }),
  clock('fill', '整理', 'Fill in', always('fill'), {
    arm: ['registered', 'returned-to-channel'],
    meet: ['filled', 'answered'],
    owner: 'intake',
    fromHeard: true,
  }),
  clock('check', '复核派发', 'Check and dispatch', always('check'), {
    arm: ['filled'],
    meet: ['dispatched', 'answered'],
    cancel: ['returned-to-channel'],
    owner: 'centre',
  }),
  clock('handling', '处理', 'Handling', byLevel('handling'), {
    arm: ['dispatched', 're-handled'],
    meet: ['returned', 'answered'],
    owner: 'unit',
  }),
  clock('answer', '答复', 'Answer', always('answer'), { arm: ['returned'], meet: ['answered'], owner: 'answer' }),
  clock('revisit', '回访', 'Revisit', always('revisit'), {
    arm: ['concluded'],
    meet: ['revisited'],
    cancel: ['re-handled'],
    owner: 'centre',
    closeOfDay: true,
  }),
  clock('screening', '回访甄别', 'Screening', always('screening'), {
    arm: ['dissatisfied'],
    meet: ['screened'],
    owner: 'screening',
  }),
];

/** RD-9: proved at the start: the stages fit into the promise of each level. */
export const complaintLimits = {
  fixed: ['complaints.fill', 'complaints.check', 'complaints.answer'],
  byLevel: {
    ordinary: ['complaints.handling-ordinary', 'complaints.promise-ordinary'],
    province: ['complaints.handling-province', 'complaints.promise-province'],
    nation: ['complaints.handling-nation', 'complaints.promise-nation'],
  },
};

export const complaintClockNotices = complaintClockTexts([
  ['fill', ['整理', 'Filling in'], ['请完成工单整理', 'Fill the order in']],
  ['check', ['复核派发', 'Check and dispatch'], ['请复核并派发', 'Check and dispatch it']],
  ['handling', ['处理', 'Handling'], ['请处理并反馈', 'Handle it and feed back']],
  ['answer', ['答复', 'Answer'], ['请答复客户', 'Answer the customer']],
  ['promise', ['对客户的承诺', 'Promise to the customer'], ['请按承诺答复客户', 'Answer the customer as promised']],
  ['revisit', ['回访', 'Revisit'], ['请回访客户', 'Call the customer']],
  ['screening', ['回访甄别', 'Screening'], ['请甄别处理是否得当', 'Say whether the handling was right']],
]);
