/** What revisits have in common in all companies: rights, notices, forms, scripts by purpose (IDN-2, NTF-1, SCR-1, RVT-3c). */
import type { Grants, PackPart } from '../pack-part';
import { clockTemplates, nearDue, overdue } from './clocks';
import { entry, form, script, template, type Words } from './words';

const calls = (reach: 'unit' | 'unit-and-below'): Grants => ({
  'revisit.task.read': reach,
  'revisit.task.call': reach,
  'revisit.register.print': reach,
  'revisit.rest-hours.set': 'all',
  'revisit.evaluation.read': reach,
});

const readsAll: Grants = {
  'revisit.task.read': 'all',
  'revisit.register.print': 'all',
  'revisit.evaluation.read': 'all',
};

export const revisitGrants: NonNullable<PackPart['grants']> = {
  'hotline-officer': { ...calls('unit'), 'revisit.evaluation.confirm': 'unit' },
  'complaint-officer': { ...calls('unit'), ...readsAll, 'revisit.evaluation.confirm': 'all' },
  'department-head': calls('unit-and-below'),
  'technical-manager': readsAll,
  supervisor: readsAll,
  management: readsAll,
  hr: { 'revisit.evaluation.read': 'all' },
};

interface Limit {
  readonly unit: 'day' | 'calendar-day' | 'working-day' | 'working-hour' | 'hour';
  readonly value: number;
  readonly countStartDay?: boolean;
}

/** A clock of revisits: the callers are told in time, their head and the supervisor when it is late. */
export const revisitClock = (code: string, [zh, en]: Words, limit: Limit) => ({
  code: `revisit.${code}`,
  title: { zh, en },
  limit,
  warnShare: 0.9,
  steps: [
    nearDue('revisit', ['owner', 'officer']),
    overdue('revisit', ['owner', 'officer', 'unit-head', 'supervisor']),
  ],
});

/** A questionnaire that nobody answers becomes a call (RVT-2). */
export const answerClock = (days: number) => ({
  code: 'revisit.answer',
  title: { zh: '问卷答复', en: 'Answer to a questionnaire' },
  limit: { unit: 'day', value: days },
  warnShare: 0.9,
  steps: [{ key: 'unanswered', at: { share: 1 }, action: 'revisit.unanswered' }],
});

export const revisitTemplates = [
  ...clockTemplates('revisit', ['回访', 'revisit'], ['请按时完成回访', 'Please make it in time']),
  template(
    'revisit-not-good',
    ['回访不满意', 'Revisit not good'],
    [
      '{number} 回访时用户反映机器不正常、不满意或有意见，请立即处理。',
      '{number}: in the revisit the machine did not work, or the customer was not satisfied. Please act at once.',
    ],
  ),
];

export const questionnaireTemplate = template(
  'revisit-questionnaire',
  ['服务回访', 'How was our service?'],
  [
    '【{company}】您好，关于 {number} 的服务，请点击 {link} 告诉我们结果，只需一分钟。谢谢！',
    '{company}: please tell us how the service {number} went, it takes a minute: {link} Thank you!',
  ],
);

export const revisitForms = (holder: string) => [
  form('revisit-sheet', '用户回访统计表', 'Revisit sheet', [holder]),
  form('revisit-weekly', '回访周报', 'Weekly revisit report', ['总经理', '分管副总']),
];

interface Script {
  readonly questions: number | null;
  readonly seconds: number | null;
}

/** Scripts by purpose (RVT-3c): which steps of the library are read, and their limits (RVT-3a). */
export const scriptsByPurpose = (limits: Readonly<Record<'result' | 'satisfaction' | 'retention', Script>>) =>
  (
    [
      ['result', '结果回访', 'Result', 'opening', 'revisit'],
      ['satisfaction', '满意度回访', 'Satisfaction', 'satisfaction-opening', 'satisfaction'],
      ['retention', '维系回访', 'Retention', 'retention-opening', 'retention'],
    ] as const
  ).map(([purpose, zh, en, opening, result]) => ({
    purpose,
    title: entry(purpose, zh, en).title,
    opening,
    result,
    ...limits[purpose],
  }));

type Lines = Parameters<typeof script>[2];

export const sayRevisit = (step: string, lines: Lines) => script('revisit', step, lines);

/** Spoken when the call is about satisfaction, or about staying with us; the same in every company. */
export const purposeScripts = [
  sayRevisit('satisfaction-opening', {
    title: ['满意度回访开头', 'Satisfaction: opening'],
    text: [
      '您好，{customer}，这里是{company}客服。想占用您一分钟，请您评价一下我们最近一次的服务，方便吗？',
      'Good day, {customer}, this is the customer service of {company}. May we take one minute and ask how our last service was?',
    ],
  }),
  sayRevisit('satisfaction', {
    branch: 'satisfied',
    title: ['满意', 'Satisfied'],
    text: ['谢谢您的肯定，打扰您了，再见！', 'Thank you, and sorry to have disturbed you. Goodbye!'],
  }),
  sayRevisit('satisfaction', {
    branch: 'not-satisfied',
    title: ['一般或不满意', 'Fair, or not satisfied'],
    text: [
      '对不起，没有让您满意。请问是哪一方面？您希望我们怎样改进？我会转给负责的同事，请他们落实。',
      'I am sorry that you were not satisfied. What was it about, and what should we do better? I will pass it to the colleagues in charge.',
    ],
    hint: [
      '按原话记录：哪方面、怎样改进、答应了什么。',
      'Note in his words: what about, what to improve, what was promised.',
    ],
  }),
  sayRevisit('retention-opening', {
    title: ['维系回访开头', 'Retention: opening'],
    text: [
      '您好，{customer}，这里是{company}客服。谢谢您一直以来的支持，想了解一下您近来使用得怎么样？',
      'Good day, {customer}, this is the customer service of {company}. Thank you for staying with us; how have you been getting on lately?',
    ],
  }),
  sayRevisit('retention', {
    branch: 'satisfied',
    title: ['使用顺利', 'Getting on well'],
    text: ['太好了，有什么需要请随时联系我们，再见！', 'I am glad to hear it; call us whenever you need us. Goodbye!'],
  }),
  sayRevisit('retention', {
    branch: 'not-satisfied',
    title: ['有不便', 'Something is in the way'],
    text: [
      '谢谢您告诉我们。我马上记录下来，请负责的同事与您联系，最迟{promisedTime}给您答复。',
      'Thank you for telling us. I am writing it down; the colleagues in charge will answer you by {promisedTime}.',
    ],
  }),
];

/** Result of a service or a complaint: for companies whose seed gives no words of its own. */
export const resultScripts = [
  sayRevisit('opening', {
    title: ['回访开头', 'Revisit: opening'],
    text: [
      '您好，{customer}，这里是{company}客服。关于您前几天反映的事项，已由{engineer}处理，请问现在情况怎么样？',
      'Good day, {customer}, this is the customer service of {company}. {engineer} has dealt with what you told us; how do things stand now?',
    ],
    hint: [
      '拨号前先看完该用户的全部事项，一次通话说完。',
      'Read all matters of the customer before you dial; one call for all.',
    ],
  }),
  sayRevisit('revisit', {
    branch: 'satisfied',
    title: ['已解决、满意', 'Solved, satisfied'],
    text: ['谢谢您的配合，打扰您了，再见！', 'Thank you, and sorry to have disturbed you. Goodbye!'],
    hint: ['请用户评价处理人员，并按原话记录。', 'Ask how our colleague did, and note the customer’s own words.'],
  }),
  sayRevisit('revisit', {
    branch: 'not-satisfied',
    title: ['一般或不满意', 'Fair, or not satisfied'],
    text: [
      '对不起，给您添麻烦了。请问主要是哪一方面？您希望我们怎样改进？我会立即转给负责人，最迟{promisedTime}给您答复。',
      'I am sorry for the trouble. What is it about, and what should we do better? I am passing it on at once; you will hear from us by {promisedTime}.',
    ],
    hint: [
      '如实记录哪方面、怎样改进、答应了什么；不作超出承诺的答复。',
      'Note what about, what to improve, what was promised; promise nothing beyond the policy.',
    ],
  }),
  sayRevisit('no-answer', {
    title: ['无人接听', 'Nobody answers'],
    text: [
      '（无人接听或不便接听）抱歉打扰，请问什么时间方便再给您打电话？',
      '(Nobody answers, or it is a bad moment.) I am sorry to disturb you. When may I call again?',
    ],
    hint: [
      '登记未接通，或按用户方便的时间改约；休息时间不拨打。',
      'Enter the attempt or agree another time; no calls in rest hours.',
    ],
  }),
];

const everyTrouble = ['problem', 'quarrel', 'complaint'];

/** The manager's sample of the month (RD-31): what the customer says there is a score, only a quarrel or complaint more. */
export const samplePlan = {
  code: 'sample',
  title: { zh: '满意度抽样回访', en: 'Sample call' },
  event: 'sample',
  due: { from: 'at-once', until: 'limit' },
  policy: 'revisit.sample',
  purpose: 'satisfaction',
  ways: ['phone'],
  complaintFrom: ['quarrel', 'complaint'],
};

export const sampleClock = revisitClock('sample', ['抽样回访', 'sample call'], { unit: 'calendar-day', value: 5 });

/** A plan of the pack; what the customer brings up is registered as a complaint unless said. */
export const plan = (
  code: string,
  [zh, en]: Words,
  more: {
    readonly event: 'problem-form' | 'complaint' | 'work-order';
    readonly when?: object;
    readonly due: { readonly from: 'at-once' | 'due-day'; readonly until: 'limit' | 'close-of-day' };
    readonly policy: string;
    readonly calendar?: string;
    readonly caller?: { readonly unit: string };
    readonly purpose?: 'result' | 'satisfaction' | 'retention';
    readonly ways?: readonly string[];
  },
) => ({ code, title: { zh, en }, purpose: 'result', ways: ['phone'], complaintFrom: everyTrouble, ...more });
