/** The telecom operator without its modules: working time, lists, roles, notes (packs.md `telecom`; 002 part 1). */
import type { PackBase } from '../pack-part';
import { aroundTheClock, officeDays } from '../shared/calendars';
import { PASS_MARK, passMarkNote } from '../shared/organisation';
import { rolesFor } from '../shared/roles';
import { platformTemplates } from '../shared/templates';
import { chosen, entry, reading, seed } from '../shared/words';
import { employees, positions } from './people';
import { functions, units } from './units';

const engineers = ['support-engineer', 'field-engineer'];
const heads = ['business-head', 'handling-head', 'branch-head'];
const clerks = ['complaint-clerk', 'hq-complaint-clerk'];

export const company: PackBase = {
  id: 'telecom',
  title: { zh: '电信运营商', en: 'Telecom operator' },
  company: { zh: '闭环通信', en: 'Bihuan Telecom' },
  source: '002',
  timezone: 'Asia/Shanghai',
  organisation: { functions, units, positions, employees, certificatePassMark: PASS_MARK },
  calendars: [aroundTheClock, officeDays('province-days', '省级单位工作日', 'Working days of a province unit')],
  recipients: {
    supervisor: 'complaint-head',
    administrator: 'administrator',
    'complaint-officer': 'complaint-clerk',
    'hq-complaint-centre': 'hq-complaint-clerk',
    'hq-customer-service': 'hq-service-head',
    'technical-manager': 'technical-manager',
    'dispatch-desk': 'dispatcher',
    'back-office': 'screening-officer',
    'appeals-desk': 'appeal-officer',
    deputy: 'deputy-general-manager',
    'general-manager': 'general-manager',
    office: 'general-manager',
    hr: 'hr-specialist',
  },
  roles: rolesFor({
    staff: [
      'hotline-officer',
      'complaint-head',
      ...clerks,
      'hq-service-head',
      'screening-officer',
      'remote-clerk',
      ...heads,
      'legal-counsel',
      ...engineers,
      'technical-manager',
      'dispatcher',
      'appeal-officer',
      'appeal-contact',
      'deputy-general-manager',
      'general-manager',
      'hr-specialist',
    ],
    'hotline-officer': ['hotline-officer'],
    handler: ['remote-clerk', ...heads, 'legal-counsel', ...engineers, 'appeal-contact'],
    engineer: engineers,
    'technical-manager': ['technical-manager'],
    dispatcher: ['dispatcher'],
    'complaint-officer': ['complaint-head', ...clerks, 'hq-service-head'],
    'department-head': [...heads, 'technical-manager', 'complaint-head', 'hq-service-head'],
    'back-office': ['screening-officer', 'complaint-head'],
    'appeals-desk': ['appeal-officer'],
    supervisor: ['complaint-head', 'hq-service-head'],
    management: ['deputy-general-manager', 'general-manager'],
    hr: ['hr-specialist'],
    administrator: ['administrator'],
  }),
  productLines: [
    entry('gsm', 'GSM', 'GSM'),
    entry('wcdma', 'WCDMA', 'WCDMA'),
    entry('fixed-phone', '固定电话', 'Fixed telephone'),
    entry('broadband', '宽带/数据', 'Broadband and data'),
    entry('phs', '小灵通', 'PHS'),
    entry('payphone', '公话/话吧', 'Payphones'),
    entry('leased-line', '专线', 'Leased lines'),
    entry('card', '卡类', 'Cards'),
  ],
  customerLevels: [
    entry('vip', 'VIP客户', 'VIP'),
    entry('high-end', '高端客户', 'High-end'),
    entry('corporate', '集团客户', 'Corporate'),
    entry('special-need', '特殊需求客户', 'Special need'),
    entry('ordinary', '普通客户', 'Ordinary'),
  ],
  faultGrades: [],
  templates: platformTemplates,
  notes: [
    seed(
      'organisation.functions',
      '002 part 1 §2.1.9–2.1.13: 省级投诉处理中心, 远端处理单元, 业务责任部门, 工单处理责任部门, 协办部门.',
    ),
    seed('organisation.units.company.otherNames', '002 part 1 §1.1.1: 国家中心 / 省中心 beside 总部 / 省 / 市.'),
    chosen('organisation.units', 'Which provinces, cities and departments there are is in no seed.'),
    passMarkNote,
    chosen('organisation.employees', 'The people are invented, for demonstration only.'),
    chosen(
      'calendars',
      '24×7 for promises, working days of the province unit for escalated complaints and appeals (RD-6).',
    ),
    reading('calendars.province-days', 'RD-12, RD-47: days count on the calendar of the unit that owns the stage.'),
    seed('customerLevels', '002 part 1 §2.3.2 VIP and ordinary; §2.4.6 高端, 集团, 特殊需求.'),
    seed('productLines', '002 part 1 §2.3.1: services of mobile and fixed line.'),
    seed('faultGrades', '002 part 1 has no grades of faults: the list is empty.'),
  ],
};
