/** Answers of the appeal routes for page specs, each held to the contract it is served under. */
import { listOf, type Fixtures } from '@bihuan/console-kit';
import {
  appealLine,
  appealsSection,
  appealView,
  candidate,
  type AppealLine,
  type AppealView,
  type Candidate,
  type ClockLine,
} from '@bihuan/appeals-contract';

export const ID = {
  appeal: '55555555-5555-4555-8555-555555555555',
  complaint: '44444444-4444-4444-8444-444444444444',
  branch: '88888888-8888-4888-8888-888888888888',
  handler: '99999999-9999-4999-8999-999999999999',
  desk: '66666666-6666-4666-8666-666666666666',
} as const;

export const branch = { id: ID.branch, name: '成都分公司' };
export const handler = { id: ID.handler, name: '周建国' };
export const desk = { id: ID.desk, name: '何静' };

const coded = (code: string, zh: string) => ({ code, title: { zh, en: code } });
const ground = (code: string, zh: string, needsBody = false) => ({
  ...coded(code, zh),
  needsBody,
  missingReport: false,
});
const conclusion = (code: string, zh: string, grounds: readonly object[], ownWords = false) => ({
  ...coded(code, zh),
  attribution: 'firm',
  grounds,
  ownWords,
});
const titled = (zh: string) => ({ title: { zh, en: zh }, basis: '' });

export const section = appealsSection.parse({
  regulators: [coded('ministry', '部申诉受理中心')],
  channels: [coded('letter', '来函')],
  businesses: [coded('internet', '互联网')],
  natures: [coded('charges', '收费争议')],
  gravities: [coded('media', '媒体')],
  vipLevels: ['vip'],
  clocks: {
    desk: { policy: 'd' },
    branch: { policy: 'b' },
    headquarters: { policy: 'h' },
    outer: { policy: 'o', calendar: 'c', notShorterThanHours: 168 },
    regulator: { policy: 'r' },
  },
  conclusions: [
    conclusion('liable', '企业责任', [ground('rule-broken', '违反规定')]),
    conclusion('handled-before', '前期已妥善处理', [ground('in-time', '在时限内办结')]),
    conclusion('withdrawn', '撤销立案', [ground('court', '已由法院受理', true)]),
    conclusion('own-cause', '客户自身原因', [], true),
  ],
  attributions: [coded('firm', '企业')],
  causes: [coded('process', '流程不畅')],
  liabilities: [],
  tagGroups: [{ ...coded('hot', '热点'), required: true, tags: [] }],
  poorReportRounds: 2,
  contactChangeDays: 10,
  circulations: [
    { ground: 'late-reply', ...titled('逾期') },
    { ground: 'contact-change', ...titled('换人') },
    { ground: 'poor-report', ...titled('反复退回') },
  ],
  decidedBy: ['general-manager'],
  principles: [coded('keep', '信守承诺'), coded('correct', '有错必纠')],
});

const clock = (stage: ClockLine['stage'], more: Partial<ClockLine> = {}): ClockLine => ({
  stage,
  state: 'waiting',
  startedAt: null,
  dueAt: null,
  warnAt: null,
  metAt: null,
  limitSeconds: 86_400,
  actualSeconds: null,
  late: false,
  shortened: false,
  lower: false,
  ...more,
});

export const clocks: ClockLine[] = [
  clock('desk', {
    state: 'met',
    startedAt: '2026-10-20T09:00:00+08:00',
    dueAt: '2026-10-21T09:00:00+08:00',
    metAt: '2026-10-20T11:00:00+08:00',
    actualSeconds: 7_200,
    lower: true,
  }),
  clock('branch', {
    state: 'armed',
    startedAt: '2026-10-20T11:00:00+08:00',
    dueAt: '2026-10-20T15:00:00+08:00',
    limitSeconds: 14_400,
    shortened: true,
  }),
  clock('headquarters'),
  clock('outer'),
  clock('regulator'),
];

export const appeal = (more: Partial<AppealView> = {}): AppealView =>
  appealView.parse({
    id: ID.appeal,
    number: 'SS2026100001',
    state: 'reported',
    version: 6,
    allowedActions: ['approve', 'send-back', 'link', 'note'],
    customerId: null,
    createdAt: '2026-10-20T09:00:00+08:00',
    dueAt: '2026-10-22T09:00:00+08:00',
    deadlines: [],
    regulator: coded('ministry', '部申诉受理中心'),
    caseNumber: 'BX-2026-0815',
    filed: true,
    channel: null,
    appellant: '陈国栋',
    phone: '13512348888',
    matter: '宽带多收费，投诉后仍未退还',
    business: coded('internet', '互联网'),
    nature: coded('charges', '收费争议'),
    level: null,
    gravity: [coded('media', '媒体')],
    keyCase: true,
    priority: true,
    receivedAt: '2026-10-20T09:00:00+08:00',
    replyDueAt: '2026-10-27T17:00:00+08:00',
    documents: [],
    desk,
    unit: branch,
    handler,
    dispatchedAt: '2026-10-20T11:00:00+08:00',
    round: 1,
    rounds: [],
    sentBack: 0,
    reply: null,
    revisit: null,
    lateForRegulator: null,
    clocks,
    complaint: null,
    filings: [],
    notes: [],
    proposal: null,
    concluded: null,
    mediation: '',
    archive: null,
    circulations: [],
    principles: [coded('keep', '信守承诺'), coded('correct', '有错必纠')],
    ...more,
  });

export const line = (more: Partial<AppealLine> = {}): AppealLine =>
  appealLine.parse({
    id: ID.appeal,
    number: 'SS2026100001',
    state: 'received',
    createdAt: '2026-10-20T09:00:00+08:00',
    dueAt: '2026-10-21T09:00:00+08:00',
    regulator: coded('ministry', '部申诉受理中心'),
    caseNumber: 'BX-2026-0815',
    filed: true,
    appellant: '陈国栋',
    business: coded('internet', '互联网'),
    nature: coded('charges', '收费争议'),
    keyCase: false,
    priority: true,
    level: null,
    gravity: ['media'],
    unit: null,
    handler: null,
    replyDueAt: null,
    sentBack: 1,
    ...more,
  });

export const earlier: Candidate = candidate.parse({
  complaintId: ID.complaint,
  number: 'TS20261015001',
  registeredAt: '2026-10-15T09:00:00+08:00',
  channel: 'hotline',
  business: null,
  kind: null,
  answeredAt: '2026-10-16T09:00:00+08:00',
  outcome: 'not-accepted',
  inTime: true,
  handledBefore: true,
  reasons: ['phone', 'matter'],
  similarity: 0.82,
  matter: '宽带多收费',
});

export const quietHouse: Fixtures = {
  'GET /api/packs/active': {
    body: {
      calendars: [],
      deadlinePolicies: [],
      productLines: [],
      customerLevels: [coded('vip', 'VIP')],
      modules: { appeals: section },
      forms: [
        { ...coded('appeal-report', '申诉处理报告'), copies: ['监管部门', '存档'] },
        { ...coded('appeal-letter', '申诉答复函'), copies: ['监管部门', '存档'] },
      ],
    },
  },
  'GET /api/units': listOf([{ ...branch, code: 'b', function: 'branch', parentId: null, calendar: 'c' }]),
};
