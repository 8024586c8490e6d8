/** Appeals of telecom (packs.md; 002 part 1 §4; RD-11). */
import type { PackPart } from '../pack-part';
import { appealPolicies, appealTemplates } from '../shared/appeal-clocks';
import { appealForms, appealGrants, appealNumbering, appealsCommon } from '../shared/appeals';
import { chosen, entry, reading, seed } from '../shared/words';

const vipLevels = ['vip', 'high-end'];

export const appeals: PackPart = {
  section: {
    ...appealsCommon,
    clocks: {
      ...appealsCommon.clocks,
      outer: { policy: 'appeals.outer', calendar: 'province-days', notShorterThanHours: 168 },
    },
    regulators: [
      entry('ministry-centre', '部申诉受理中心', 'Appeals centre of the ministry'),
      entry('provincial-communications-authority', '省通信管理局', 'Provincial communications authority'),
      entry('provincial-telecom-authority', '省电信管理局', 'Provincial telecom authority'),
      entry('consumers-association', '中国消费者协会', 'China Consumers Association'),
      entry('provincial-consumers-association', '省消费者协会', 'Provincial consumers’ association'),
      entry('direct-headquarters', '客户直接向总部申诉', 'Straight to headquarters'),
      entry('direct-province', '客户直接向省分公司申诉', 'Straight to a province'),
    ],
    channels: [
      entry('phone', '电话（12300）', 'Phone (12300)'),
      entry('fax', '传真', 'Fax'),
      entry('e-mail', '电子邮件', 'E-mail'),
      entry('voice-mail', '语音信箱', 'Voice mail'),
      entry('visit', '来人', 'Visit'),
      entry('letter', '来函', 'Letter'),
    ],
    businesses: [
      entry('fixed-phone', '固定电话', 'Fixed telephone'),
      entry('basic-data', '基础数据', 'Basic data'),
      entry('internet', '互联网', 'Internet'),
      entry('card', '卡类', 'Cards'),
      entry('other', '其它', 'Other'),
    ],
    natures: [
      entry('charges', '收费争议', 'Dispute about charges'),
      entry('communication-quality', '通信质量', 'Quality of communication'),
      entry('service-quality', '服务质量', 'Quality of service'),
      entry('other', '其它', 'Other'),
    ],
    vipLevels,
    causes: [
      entry('improper-operation', '公司或合作方操作不当', 'Improper operation by the firm or a partner'),
      entry('improper-promotion', '公司或合作方宣传不当', 'Improper promotion by the firm or a partner'),
      entry('resource-fault', '通信资源故障', 'Fault of a resource'),
      entry('product-defect', '技术原因引发产品缺陷', 'Defect of a product'),
      entry('interconnection', '运营商间互联互通不畅', 'Interconnection'),
      entry('staff-conduct', '员工行为举止不当', 'Conduct of staff'),
      entry('internal-process', '内部管理流程不畅', 'Internal process'),
      entry('other', '其他', 'Other'),
    ],
    liabilities: [],
    tagGroups: [{ ...entry('hot-topic', '申诉热点', 'Hot topic'), required: false, tags: [] }],
  },
  deadlinePolicies: appealPolicies(vipLevels),
  templates: appealTemplates,
  numbering: appealNumbering,
  forms: appealForms,
  grants: appealGrants,
  notes: [
    seed(
      'modules.appeals.regulators',
      '002 part 1 §4.3.2: 部, 省通信管理局, 省电信管理局, 消费者协会; straight to headquarters or province.',
    ),
    seed('modules.appeals.channels', '002 part 1 §4.1.1: 电话（12300）、传真、电子邮件、语音信箱、来人、来函.'),
    seed('modules.appeals.businesses', '002 part 1 §4.3.1.'),
    seed('modules.appeals.natures', '002 part 1 §4.3.1.'),
    seed('modules.appeals.conclusions', '002 part 1 §4.6.2.'),
    seed('modules.appeals.principles', '002 part 1 §4.2.2.'),
    seed('modules.appeals.circulations', '002 part 1 §4.6.1.'),
    seed('modules.appeals.causes', '002 part 1 §2.1.1.'),
    reading(
      'modules.appeals.clocks',
      'RD-11: 24 + 96 + 48 hours as stage limits, 24 and 24 for VIP and gravity, 7 working days never under 168 hours.',
    ),
    chosen('modules.appeals.clocks.outer.calendar', 'Working days of the province unit (packs.md Calendar).'),
    chosen(
      'modules.appeals.vipLevels',
      'Which levels are VIP for the lower limits of an appeal; the seed does not say it.',
    ),
    chosen('modules.appeals.gravities', 'Media, court and crisis are APL-1’s; their order is chosen.'),
    chosen(
      'modules.appeals.tagGroups',
      '系统统计标识 (§1.2.1) and 热点问题 (§4.5.2) are in the seed, the list is not: any word, and none is demanded.',
    ),
    chosen('modules.appeals.poorReportRounds', '反复修改: from the second return on.'),
    chosen('modules.appeals.contactChangeDays', 'APL-9: 10 days.'),
  ],
};
