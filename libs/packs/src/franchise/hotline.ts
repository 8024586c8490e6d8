/** The hotline of franchise: channels, categories, routing, clocks (packs.md `franchise`; 001 ch.2, ch.5; HOT-1a, HOT-7). */
import type { PackPart } from '../pack-part';
import {
  commonChannels,
  contactCategories,
  hotlineForms,
  hotlineGrants,
  hotlinePolicies,
  hotlinePolicyCodes,
  hotlineTemplates,
  technicalKinds,
} from '../shared/hotline';
import { chosen, entry, seed } from '../shared/words';
import { hotlineScripts } from './hotline-scripts';

const section = {
  channels: commonChannels(['客服热线', 'Service hotline']),
  contactCategories,
  problemCategories: [
    { ...entry('technical', '系统与设备', 'System and equipment'), kinds: technicalKinds },
    {
      ...entry('service', '服务', 'Service'),
      kinds: [
        entry('shop-visit', '到店服务', 'Shop visit'),
        entry('business-staff', '业务人员工作质量', 'Work of the business staff'),
        entry('logistics', '物流配送', 'Logistics'),
        entry('staff-attitude', '服务态度', 'Attitude of the staff'),
        entry('other', '其它', 'Other'),
      ],
    },
    {
      ...entry('sales', '商品与加盟', 'Goods and franchise'),
      kinds: [
        entry('goods', '商品', 'Goods'),
        entry('promotion', '促销活动', 'Promotion'),
        entry('joining', '加盟办理', 'Joining'),
        entry('special-wish', '特殊要求', 'Special wish'),
      ],
    },
    { ...entry('other', '其它', 'Other'), kinds: [] },
  ],
  routing: [
    { category: 'technical', unit: 'system-support', alternatives: ['shop-service'] },
    { category: 'service', kind: 'logistics', unit: 'logistics', alternatives: ['customer-service'] },
    { category: 'service', unit: 'shop-service', alternatives: ['customer-service'] },
    { category: 'sales', kind: 'joining', unit: 'franchise-sales', alternatives: ['goods'] },
    { category: 'sales', unit: 'goods', alternatives: ['franchise-sales'] },
    {
      category: 'other',
      unit: 'customer-service',
      alternatives: ['system-support', 'shop-service', 'goods', 'franchise-sales', 'logistics'],
    },
  ],
  policies: hotlinePolicyCodes,
  firstContactWindowDays: 7,
  calendar: 'service-days',
};

export const hotline: PackPart = {
  section,
  deadlinePolicies: hotlinePolicies({
    desk: '客服',
    referral: { unit: 'working-hour', value: 2 },
    result: { unit: 'working-day', value: 2 },
    contactCustomer: { unit: 'working-hour', value: 1 },
  }),
  templates: hotlineTemplates('客服'),
  scripts: hotlineScripts,
  numbering: { 'problem-form': '{date:yyyyMMdd}{officer}{seq:3}' },
  forms: hotlineForms('客户服务部'),
  grants: hotlineGrants,
  notes: [
    seed(
      'modules.hotline.channels',
      '001 ch.4 §二.2, §九: phone, e-mail, SMS; the others are the suite’s common list.',
    ),
    seed('modules.hotline.contactCategories', '001 ch.3 §一.6, ch.5: consultation, complaint, suggestion, praise.'),
    chosen('modules.hotline.problemCategories', '001 lists no kinds of problems.'),
    chosen('modules.hotline.routing', '001 names no department by kind.'),
    chosen('deadlinePolicies.hotline.referral', '001 gives no figure.'),
    chosen('deadlinePolicies.hotline.result', '001 says 限时处理 without a figure.'),
    chosen('deadlinePolicies.hotline.contact-customer', '001 gives no figure.'),
    chosen('deadlinePolicies.hotline.awaiting-customer', '24 hours as in 5S4E; 001 gives no figure.'),
    chosen('modules.hotline.firstContactWindowDays', '7 days as in RD-44.'),
    chosen('numbering.problem-form', '001 has no numbers of forms.'),
  ],
};
