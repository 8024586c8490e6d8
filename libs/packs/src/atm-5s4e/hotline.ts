/** The hotline of atm-5s4e: channels, categories, routing, clocks (packs.md; HOT-1a, HOT-5b … HOT-9, RD-39, RD-44). */
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
import { chosen, entry, reading, seed } from '../shared/words';
import { hotlineScripts } from './hotline-scripts';

const section = {
  channels: commonChannels(['电话（800）', 'Phone (800)']),
  contactCategories,
  problemCategories: [
    {
      ...entry('technical', '技术质量', 'Technical quality'),
      kinds: technicalKinds,
    },
    {
      ...entry('service', '服务', 'Service'),
      kinds: [
        entry('product-quality', '产品质量', 'Product quality'),
        entry('sales', '销售', 'Sales'),
        entry('parts-delay', '备件未到造成延误', 'Delayed for want of parts'),
        entry('staff-attitude', '服务人员态度', 'Attitude of the staff'),
        entry('other', '其它', 'Other'),
      ],
    },
    {
      ...entry('sales', '销售', 'Sales'),
      kinds: [
        entry('business-terms', '商务及营运', 'Business terms'),
        entry('advertisement', '广告内容和实际不符', 'Not as advertised'),
        entry('agent-conduct', '销售代理商言行', 'Conduct of a sales agent'),
        entry('promotion', '促销内容和实际不符', 'Promotion not as told'),
        entry('price', '价格高于媒体报价', 'Price above the published one'),
        entry('special-wish', '特殊要求', 'Special wish'),
      ],
    },
    { ...entry('other', '其它', 'Other'), kinds: [] },
  ],
  routing: [
    { category: 'technical', kind: 'software', unit: 'software-development', alternatives: ['technical-support'] },
    { category: 'technical', unit: 'technical-support', alternatives: ['software-development'] },
    { category: 'sales', unit: 'product-division', alternatives: [] },
    { category: 'service', unit: 'user-service', alternatives: [] },
    {
      category: 'other',
      unit: 'technical-support',
      alternatives: ['product-division', 'user-service', 'software-development'],
    },
  ],
  policies: hotlinePolicyCodes,
  firstContactWindowDays: 7,
  calendar: 'hotline-365',
};

export const hotline: PackPart = {
  section,
  deadlinePolicies: hotlinePolicies({
    desk: '800',
    referral: { unit: 'working-hour', value: 2 },
    result: { unit: 'working-day', value: 2 },
    contactCustomer: { unit: 'working-hour', value: 1 },
  }),
  templates: hotlineTemplates('800'),
  scripts: hotlineScripts,
  /** 年 月 日 + 热线责任人编号 + 流水号 (RD-8). */
  numbering: { 'problem-form': '{date:yyyyMMdd}{officer}{seq:3}' },
  forms: hotlineForms('800', '800'),
  grants: hotlineGrants,
  notes: [
    reading('deadlinePolicies.hotline.referral', 'RD-2: 2 working hours on the calendar of the handlers.'),
    reading(
      'deadlinePolicies.hotline.result',
      'RD-3: from `refer`, start day not counted, close of the second working day.',
    ),
    chosen('deadlinePolicies.hotline.contact-customer', 'RD-4: 1 working hour; the seed says 立即.'),
    seed(
      'deadlinePolicies.hotline.awaiting-customer',
      '000 ch.3 §4.5.4: answer of the customer within 24 hours, else solved.',
    ),
    reading('deadlinePolicies.hotline.requested-time', 'HOT-9d: the customer names the due time, there is no limit.'),
    reading('modules.hotline.firstContactWindowDays', 'RD-44: 7 days.'),
    reading('numbering.problem-form', 'RD-8: serial per officer and day, width 3.'),
    reading('modules.hotline.routing', 'RD-39: the text as default, the units of the chart as choices.'),
    seed('modules.hotline.problemCategories', '000 form 1: 技术质量, 服务, 销售, 其它; ch.3 §4.5.6 B, C.'),
    chosen('modules.hotline.channels', '000 names phone, fax, web and BBS; the others are the suite’s common list.'),
  ],
};
