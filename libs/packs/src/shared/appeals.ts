/** What the appeals of every company share: conclusions with their grounds, principles, papers, rights (APL-6, APL-8, APL-10). */
import type { PackPart } from '../pack-part';
import { entry, form } from './words';

const ground = (code: string, zh: string, en: string, marks: object = {}) => ({
  ...entry(code, zh, en),
  needsBody: false,
  missingReport: false,
  ...marks,
});

/** 002 part 1 §4.6.2: the four conclusions and what each asks for (APL-6a … APL-6c). */
const conclusions = [
  {
    ...entry('liable', '企业责任', 'Firm liable'),
    attribution: 'firm',
    ownWords: false,
    grounds: [
      ground('rule-broken', '营销违反规定', 'A rule was broken'),
      ground('service-below-standard', '服务不达标', 'Service below standard'),
      ground('management-gap', '管理疏漏侵害用户权益', 'A management gap hurt the user'),
      ground('error', '工作差错侵害用户权益', 'An error hurt the user'),
      ground('put-off', '对用户投诉搪塞', 'The complaint was put off'),
      ground('passed-on', '对用户投诉推诿', 'The complaint was passed on'),
      ground('not-dealt-with', '投诉处理不到位', 'The complaint was not dealt with properly'),
      ground('report-late', '超过调查回复截止日期未反馈', 'The report was late', { missingReport: true }),
      ground('report-untrue', '反馈资料不如实', 'The report was untrue'),
      ground('report-incomplete', '反馈资料不完整', 'The report was incomplete'),
    ],
  },
  {
    ...entry('handled-before', '先期处理得当', 'Handled properly beforehand'),
    attribution: 'none',
    ownWords: true,
    grounds: [
      ground('handled-in-time', '申诉前已在规定时限内妥善处理', 'Handled properly and in time before the appeal'),
    ],
  },
  {
    ...entry('withdrawn', '立案撤消', 'Filing withdrawn'),
    attribution: 'none',
    ownWords: false,
    grounds: [
      ground('court', '人民法院已受理并作出处理', 'A court has dealt with it', { needsBody: true }),
      ground('body', '申诉受理机构或消费者组织已受理并作出处理', 'Another body has dealt with it', { needsBody: true }),
      ground('not-the-party', '申诉人不是直接利害关系当事人或系冒名', 'The appellant is not the party concerned'),
    ],
  },
  {
    ...entry('own-cause', '用户原因', 'Customer’s own cause'),
    attribution: 'customer',
    ownWords: true,
    grounds: [
      ground('own-operation', '用户自己操作不当', 'The customer’s own operation'),
      ground('untrue-account', '用户未实事求是反映问题', 'The customer’s account was not true'),
    ],
  },
];

/** 002 part 1 §4.2.2. */
const principles = [
  entry('keep-promises', '有诺必践：承诺过的必须兑现。', 'Keep what was promised.'),
  entry('correct-faults', '有错必纠：企业有错，立即纠正。', 'Correct what the firm did wrong.'),
  entry('guide', '无责引导：企业无责，耐心引导用户。', 'Where the firm is not at fault, guide the customer.'),
  entry('clarify', '无错澄清：事实不符，澄清事实。', 'Where there is no error, clarify the facts.'),
];

/** What every company's section has; lists of its own come beside it. */
export const appealsCommon = {
  clocks: {
    desk: { policy: 'appeals.desk' },
    branch: { policy: 'appeals.branch' },
    headquarters: { policy: 'appeals.headquarters' },
    regulator: { policy: 'appeals.regulator' },
  },
  conclusions,
  attributions: [
    entry('firm', '企业', 'The firm'),
    entry('customer', '用户', 'The customer'),
    entry('third-party', '第三方', 'A third party'),
    entry('none', '无责任', 'Nobody'),
  ],
  gravities: [
    entry('media', '媒体关注', 'Media'),
    entry('court', '司法诉讼', 'Court'),
    entry('mass', '群体事件', 'Many people'),
    entry('crisis', '其他危机', 'Other crisis'),
  ],
  poorReportRounds: 2,
  contactChangeDays: 10,
  circulations: [
    {
      ground: 'late-reply',
      title: { zh: '逾期或未反馈，超过监管部门答复时限', en: 'Late or missing reply beyond the regulator’s date' },
      basis:
        '因逾期或未反馈处理工单，导致超过监管部门申诉受理机构回复时限的，按服务质量考核办法考核，并追究相关人员责任。',
    },
    {
      ground: 'contact-change',
      title: { zh: '联系责任人更替影响申诉处理', en: 'A change of contact person hurt the case' },
      basis: '因联系责任人更替影响客户申诉处理的单位，在服务质量通报中通报批评。',
    },
    {
      ground: 'poor-report',
      title: { zh: '反馈调查报告质量差，反复修改后仍不合格', en: 'Reports still poor after repeated return' },
      basis: '因反馈调查报告质量差、反复修改后仍不合格的单位，在服务质量通报中通报批评。',
    },
  ],
  decidedBy: ['deputy', 'general-manager'],
  principles,
};

export const appealForms = [
  form('appeal-report', '申诉处理报告', 'Report on an appeal', ['监管部门', '存档']),
  form('appeal-letter', '申诉答复函', 'Letter of answer', ['监管部门', '存档']),
  form('appeal-record-filing', '重点申诉报备表', 'Key case reported for the record', ['报送对象', '存档']),
  form('circulation', '服务质量通报', 'Service quality circulation', ['分发名单']),
];

export const appealNumbering = {
  appeal: 'SS{date:yyyyMMdd}{seq:4}',
  'appeal-filing': 'BB{date:yyyy}{seq:4}',
  'appeal-circulation': 'SSTB{date:yyyy}{seq:3}',
};

const reads = {
  'appeals.appeal.read': 'all',
  'appeals.contact-person.read': 'all',
  'appeals.circulation.read': 'all',
} as const;

const handles = {
  'appeals.appeal.read': 'unit',
  'appeals.appeal.handle': 'unit',
  'appeals.appeal.note': 'unit',
  'appeals.contact-person.read': 'all',
  'appeals.circulation.read': 'unit',
} as const;

/** Whoever handles matters of a unit handles its appeals; the desk does everything else, management decides (APL-8). */
export const appealGrants: PackPart['grants'] = {
  'appeals-desk': {
    ...reads,
    'appeals.appeal.receive': 'all',
    'appeals.appeal.dispatch': 'all',
    'appeals.appeal.review': 'all',
    'appeals.appeal.reply': 'all',
    'appeals.appeal.conclude': 'all',
    'appeals.appeal.file': 'all',
    'appeals.appeal.note': 'all',
    'appeals.contact-person.manage': 'all',
    // The one contact person of a small house handles, too; a branch's own people are named by its contact person.
    'appeals.appeal.handle': 'own',
  },
  handler: handles,
  'department-head': handles,
  'technical-manager': handles,
  'complaint-officer': handles,
  supervisor: reads,
  management: {
    ...reads,
    'appeals.appeal.note': 'all',
    'appeals.circulation.decide': 'all',
  },
};
