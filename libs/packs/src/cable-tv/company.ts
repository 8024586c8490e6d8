/** The cable TV operator without its modules: working time, lists, roles, notes (packs.md `cable-tv`; 003). */
import type { PackBase } from '../pack-part';
import { aroundTheClock, everyDay, officeDays } from '../shared/calendars';
import { PASS_MARK, passMarkNote } from '../shared/organisation';
import { rolesFor } from '../shared/roles';
import { platformTemplates } from '../shared/templates';
import { chosen, entry, seed } from '../shared/words';
import { employees, positions } from './people';
import { functions, units } from './units';

const engineers = ['operations-engineer', 'station-engineer', 'account-manager'];
const heads = ['station-head', 'branch-head', 'department-head'];

export const company: PackBase = {
  id: 'cable-tv',
  title: { zh: '有线电视运营商', en: 'Cable TV operator' },
  company: { zh: '闭环有线', en: 'Bihuan Cable' },
  source: '003',
  timezone: 'Asia/Shanghai',
  organisation: { functions, units, positions, employees, certificatePassMark: PASS_MARK },
  calendars: [
    aroundTheClock,
    {
      code: 'halls-365',
      title: { zh: '营业厅全年营业', en: 'Halls, 365 days' },
      weekly: everyDay(['09:00', '18:00']),
      worksOnHolidays: true,
    },
    officeDays('office-days', '办公室工作日', 'Working days of the offices'),
  ],
  recipients: {
    supervisor: 'service-inspector',
    administrator: 'administrator',
    'complaint-officer': 'service-inspector',
    'technical-manager': 'technical-manager',
    'dispatch-desk': 'dispatcher',
    'back-office': 'quality-inspector',
    'appeals-desk': 'appeal-contact',
    leader: 'deputy-general-manager',
    deputy: 'deputy-general-manager',
    'general-manager': 'general-manager',
    office: 'general-manager',
    hr: 'hr-specialist',
  },
  roles: rolesFor({
    staff: [
      'call-agent',
      'revisit-agent',
      'service-inspector',
      'quality-inspector',
      'dispatcher',
      ...engineers,
      'technical-manager',
      ...heads,
      'hall-clerk',
      'hr-specialist',
      'deputy-general-manager',
      'general-manager',
      'appeal-contact',
    ],
    'hotline-officer': ['call-agent', 'revisit-agent', 'hall-clerk'],
    handler: [...engineers, ...heads],
    engineer: engineers,
    'technical-manager': ['technical-manager'],
    dispatcher: ['dispatcher'],
    'complaint-officer': ['service-inspector'],
    'department-head': [...heads, 'technical-manager', 'service-inspector'],
    'back-office': ['quality-inspector', 'service-inspector'],
    'appeals-desk': ['appeal-contact'],
    supervisor: ['service-inspector'],
    management: ['deputy-general-manager', 'general-manager'],
    hr: ['hr-specialist'],
    administrator: ['administrator'],
  }),
  productLines: [
    entry('digital-tv', '数字电视', 'Digital TV'),
    entry('two-way', '双向业务', 'Two-way services'),
    entry('network', '网络设备', 'Network devices'),
    entry('boss', 'BOSS系统', 'BOSS'),
    entry('lan', '局域网', 'LAN'),
    entry('call-system', '呼叫系统', 'Call system'),
    entry('channel-source', '频道信源', 'Channel source'),
    entry('centre-room', '中心机房', 'Centre'),
  ],
  customerLevels: [
    entry('vip', 'VIP客户', 'VIP'),
    entry('group-unit', '集体单位', 'Group unit'),
    entry('ordinary', '普通客户', 'Ordinary'),
  ],
  faultGrades: [],
  templates: platformTemplates,
  notes: [
    seed('calendars.around-the-clock', '003 art.3: 7×24 telephone service.'),
    seed('calendars.halls-365', '003 art.10: halls open 365 days.'),
    chosen('calendars.halls-365.weekly', 'The hours 09–18 are in no seed.'),
    chosen('calendars.office-days', 'Mon–Fri 09–12, 13–18 is in no seed (RD-6).'),
    seed(
      'organisation.functions',
      '003: 呼叫中心, 营业厅, 客户经理, 调度中心, 运维部, 分公司 / 片站, 结算中心, 客户服务部.',
    ),
    chosen(
      'organisation.units',
      '003 art.21.6 names 黄花 and 跳马; the other branches, stations and regions are chosen.',
    ),
    passMarkNote,
    chosen('organisation.employees', 'The people are invented, for demonstration only.'),
    seed('customerLevels', '003 art.17, 19: VIP, 集体单位, ordinary.'),
    seed(
      'productLines',
      '003 art.20, 22–33: digital TV, two-way, network, BOSS, LAN, call system, channel source, centre.',
    ),
    seed(
      'faultGrades',
      '003 has no grades by difficulty: the list is empty; ordinary and major are severities of dispatch.',
    ),
  ],
};
