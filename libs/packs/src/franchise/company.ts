/** The franchise headquarters without its modules: working time, lists, roles, notes (packs.md `franchise`; 001). */
import type { PackBase } from '../pack-part';
import { everyDay, officeDays } from '../shared/calendars';
import { passMarkNote } from '../shared/organisation';
import { rolesFor } from '../shared/roles';
import { platformTemplates } from '../shared/templates';
import { chosen, entry, seed } from '../shared/words';
import { organisation, recipients } from './organisation';

const engineers = ['support-engineer', 'shop-engineer'];
const specialists = ['service-specialist', 'provincial-specialist'];

export const company: PackBase = {
  id: 'franchise',
  title: { zh: '连锁加盟总部', en: 'Franchise headquarters' },
  company: { zh: '闭环连锁', en: 'Bihuan Franchise' },
  source: '001',
  timezone: 'Asia/Shanghai',
  organisation,
  calendars: [
    {
      code: 'service-days',
      title: { zh: '客服每日', en: 'Customer service, seven days' },
      weekly: everyDay(['09:00', '21:00']),
      worksOnHolidays: true,
    },
    officeDays('office-days', '办公室工作日', 'Working days of the offices'),
  ],
  recipients,
  roles: rolesFor({
    staff: [
      ...specialists,
      'service-supervisor',
      'service-manager',
      ...engineers,
      'technical-manager',
      'dispatcher',
      'department-head',
      'hr-specialist',
      'chairman',
      'deputy-general-manager',
      'appeal-contact',
    ],
    'hotline-officer': [...specialists, 'service-supervisor', 'service-manager'],
    handler: [...engineers, 'department-head', 'service-supervisor'],
    engineer: engineers,
    'technical-manager': ['technical-manager'],
    dispatcher: ['dispatcher'],
    'complaint-officer': ['service-supervisor', 'service-manager'],
    'department-head': ['department-head', 'technical-manager', 'service-manager'],
    'back-office': ['service-supervisor'],
    'appeals-desk': ['appeal-contact'],
    supervisor: ['service-supervisor', 'service-manager'],
    management: ['chairman', 'deputy-general-manager'],
    hr: ['hr-specialist'],
    administrator: ['administrator'],
  }),
  productLines: [
    entry('shop-system', '门店系统', 'Shop system'),
    entry('shop-equipment', '门店设备', 'Shop equipment'),
    entry('goods', '商品', 'Goods'),
  ],
  customerLevels: [],
  faultGrades: [],
  templates: platformTemplates,
  notes: [
    seed(
      'organisation.posts',
      '001 ch.1: 客服经理 1, 客服主管 1–2, 客服专员 7–21, at most 3 a region; provinces 1–3 later.',
    ),
    seed(
      'organisation.positions.service-specialist.requirements',
      '001 ch.3 §一.4–5: Mandarin, office software, 80 字/分钟.',
    ),
    chosen(
      'organisation.units',
      '001 names the seven regions and 人力行政部; the other departments and the provinces of a region are chosen.',
    ),
    passMarkNote,
    chosen('organisation.employees', 'The people are invented, for demonstration only.'),
    chosen('calendars.service-days', '7 days, 09–21 is in no seed (RD-6).'),
    chosen('calendars.office-days', 'Mon–Fri 09–12, 13–18 is in no seed.'),
    chosen('productLines', '001 has no list of product lines.'),
    seed('customerLevels', '001 has no levels of franchisees: the list is empty.'),
    seed('faultGrades', '001 has no grades of faults: the list is empty.'),
  ],
};
