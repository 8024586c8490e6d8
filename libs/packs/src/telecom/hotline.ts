/** The hotline of telecom: channels, categories, routing, clocks (packs.md `telecom`; 002 part 1 §2.3, 2.4; HOT-1a, HOT-7). */
import type { PackPart } from '../pack-part';
import {
  channel,
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

const face = { faceToFace: true };

const section = {
  channels: [
    ...commonChannels(['客服热线', 'Service hotline']),
    channel('manager-line', '各级总经理热线', 'General managers’ lines', { phone: true, recorded: true }),
    channel('service-hall', '营业厅', 'Service hall', face),
    channel('visit-centre', '面访客服中心', 'Service centre for visitors', face),
    channel('customer-club', '客户俱乐部', 'Customer club', face),
    channel('community-manager', '社区/客户经理', 'Community or customer manager', face),
    channel('multimedia', '多媒体', 'Multimedia'),
    channel('voice-mail', '语音信箱', 'Voice mail', { recorded: true }),
    channel('regulator', '监管部门', 'Regulator', { regulator: true }),
  ],
  contactCategories,
  problemCategories: [
    {
      ...entry('technical', '网络与终端', 'Network and terminals'),
      kinds: [
        ...technicalKinds,
        entry('network-quality', '网络质量', 'Network quality'),
        entry('interconnection', '互联互通', 'Interconnection'),
        entry('roaming', '漫游', 'Roaming'),
        entry('terminal', '终端', 'Terminal'),
        entry('website', '网站问题', 'Web site'),
      ],
    },
    {
      ...entry('service', '渠道服务', 'Service of the channels'),
      kinds: [
        entry('own-hall', '自建营业厅', 'Own hall'),
        entry('partner-hall', '合作营业厅', 'Partner’s hall'),
        entry('agent', '代理商', 'Agent'),
        entry('community-manager', '社区/客户经理', 'Community or customer manager'),
        entry('web-hall', '网上营业厅', 'Web hall'),
        entry('service-centre', '客服中心', 'Service centre'),
        entry('customer-club', '客户俱乐部', 'Customer club'),
        entry('other', '其他', 'Other'),
      ],
    },
    {
      ...entry('sales', '业务与资费', 'Business and tariffs'),
      kinds: [
        entry('bill-dispute', '话单争议', 'Disputed call records'),
        entry('billing', '计费', 'Billing'),
        entry('tariff-dispute', '资费争议', 'Disputed tariffs'),
        entry('handling', '业务办理', 'Business handling'),
        entry('subscription', '定制退定', 'Subscription and cancellation'),
        entry('other', '其他', 'Other'),
      ],
    },
    { ...entry('other', '其它', 'Other'), kinds: [] },
  ],
  routing: [
    { category: 'technical', kind: 'software', unit: 'henan-information', alternatives: ['henan-technical-support'] },
    { category: 'technical', kind: 'website', unit: 'henan-information', alternatives: ['henan-channel'] },
    { category: 'technical', kind: 'network-quality', unit: 'henan-network', alternatives: ['zhengzhou-remote'] },
    { category: 'technical', kind: 'interconnection', unit: 'henan-interconnection', alternatives: ['henan-network'] },
    { category: 'technical', unit: 'henan-technical-support', alternatives: ['henan-network', 'zhengzhou-service'] },
    { category: 'service', unit: 'henan-channel', alternatives: ['henan-complaint-centre'] },
    { category: 'sales', kind: 'subscription', unit: 'henan-value-added', alternatives: ['henan-billing'] },
    {
      category: 'sales',
      unit: 'henan-billing',
      alternatives: ['henan-mobile', 'henan-fixed', 'henan-value-added'],
    },
    {
      category: 'other',
      unit: 'henan-complaint-centre',
      alternatives: ['henan-mobile', 'henan-fixed', 'henan-value-added', 'henan-channel'],
    },
  ],
  policies: hotlinePolicyCodes,
  firstContactWindowDays: 7,
  calendar: 'around-the-clock',
};

export const hotline: PackPart = {
  section,
  deadlinePolicies: hotlinePolicies({
    desk: '热线',
    // The same promise as for an order: filled in within an hour, whatever the hour (002 part 1 §2.4.2).
    referral: { unit: 'hour', value: 1 },
    result: { unit: 'working-day', value: 2 },
    contactCustomer: { unit: 'working-hour', value: 1 },
  }),
  templates: hotlineTemplates('热线'),
  scripts: hotlineScripts,
  numbering: { 'problem-form': '{date:yyyyMMdd}{officer}{seq:3}' },
  forms: hotlineForms('客服热线'),
  grants: hotlineGrants,
  notes: [
    seed('modules.hotline.channels', '002 part 1 §2.4.3, 3.2, 4.1.1; the common list of the suite besides.'),
    seed('modules.hotline.problemCategories', '002 part 1 §2.3.1, grouped under the four categories of the form.'),
    chosen('modules.hotline.routing', 'The departments by kind are chosen; 002 names only what they are for.'),
    seed('deadlinePolicies.hotline.referral', '002 part 1 §2.4.2: the channel fills in within 1 hour.'),
    chosen('deadlinePolicies.hotline.result', '002 part 1 has clocks of complaints only; 2 working days as in 5S4E.'),
    chosen('deadlinePolicies.hotline.contact-customer', '1 working hour as in 5S4E.'),
    chosen('deadlinePolicies.hotline.awaiting-customer', '24 hours as in 5S4E.'),
    chosen('modules.hotline.firstContactWindowDays', '7 days as in RD-44.'),
    chosen('numbering.problem-form', '002 part 1 has no numbers of forms.'),
  ],
};
