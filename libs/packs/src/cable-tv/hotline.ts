/** The call centre of cable-tv: channels, categories, routing, clocks (packs.md `cable-tv`; 003 流程 7, art.3–8; HOT-1a). */
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

const section = {
  channels: [
    ...commonChannels(['服务热线', 'Service hotline']),
    channel('hall', '营业厅', 'Hall', { faceToFace: true }),
    channel('network-alarm', '网管告警', 'Network-management alarm'),
    channel('repeated-complaint', '客户再次投诉', 'Repeated complaint', { phone: true, recorded: true }),
  ],
  contactCategories,
  problemCategories: [
    {
      ...entry('technical', '故障', 'Fault'),
      kinds: [
        ...technicalKinds,
        entry('digital-tv', '数字电视', 'Digital TV'),
        entry('two-way', '双向业务', 'Two-way services'),
        entry('router', '用户路由器/HUB', 'Customer’s router or hub'),
        entry('systems', 'BOSS/局域网/呼叫系统', 'BOSS, LAN, call system'),
      ],
    },
    {
      ...entry('service', '服务', 'Service'),
      kinds: [
        entry('staff-attitude', '服务态度', 'Attitude of the staff'),
        entry('delay', '响应或处理不及时', 'Late response or handling'),
        entry('hall', '营业厅服务', 'Service of a hall'),
        entry('charges', '收费与票据', 'Charges and invoices'),
        entry('other', '其它', 'Other'),
      ],
    },
    {
      ...entry('sales', '业务', 'Business'),
      kinds: [
        entry('opening', '业务开通', 'Opening of a service'),
        entry('tariff', '资费', 'Tariffs'),
        entry('special-wish', '特殊要求', 'Special wish'),
      ],
    },
    { ...entry('other', '其它', 'Other'), kinds: [] },
  ],
  routing: [
    { category: 'technical', kind: 'software', unit: 'information', alternatives: ['operations'] },
    { category: 'technical', kind: 'systems', unit: 'information', alternatives: ['operations'] },
    { category: 'technical', kind: 'router', unit: 'branch-east', alternatives: ['branch-west'] },
    {
      category: 'technical',
      unit: 'operations',
      alternatives: ['station-east', 'station-huanghua', 'station-tiaoma', 'station-west'],
    },
    { category: 'service', kind: 'hall', unit: 'hall-east', alternatives: ['hall-west', 'customer-service'] },
    {
      category: 'service',
      unit: 'customer-service',
      alternatives: ['station-east', 'station-huanghua', 'station-tiaoma', 'station-west'],
    },
    { category: 'sales', unit: 'marketing', alternatives: ['hall-east', 'hall-west'] },
    { category: 'other', unit: 'operations', alternatives: ['customer-service', 'marketing', 'information'] },
  ],
  policies: hotlinePolicyCodes,
  firstContactWindowDays: 7,
  calendar: 'around-the-clock',
};

export const hotline: PackPart = {
  section,
  deadlinePolicies: hotlinePolicies({
    desk: '呼叫中心',
    referral: { unit: 'minute', value: 30 },
    result: { unit: 'hour', value: 24 },
    contactCustomer: { unit: 'minute', value: 30 },
  }),
  templates: hotlineTemplates('呼叫中心'),
  scripts: hotlineScripts,
  numbering: { 'problem-form': '{date:yyyyMMdd}{officer}{seq:3}' },
  forms: hotlineForms('呼叫中心'),
  grants: hotlineGrants,
  notes: [
    seed(
      'modules.hotline.channels',
      '003 流程 7, art.8, 30: hotline, hall, web, forum, network-management alarm, repeated complaint.',
    ),
    chosen('modules.hotline.problemCategories', '003 lists kinds of orders, no kinds of problems.'),
    chosen('modules.hotline.routing', '003 names no department by kind; the router is the account manager’s (art.29).'),
    chosen(
      'deadlinePolicies.hotline.referral',
      '003 gives no figure for passing a form on; 30 minutes as for a response.',
    ),
    chosen('deadlinePolicies.hotline.result', '24 hours as an ordinary order (003 art.18).'),
    chosen('deadlinePolicies.hotline.contact-customer', '30 minutes as an ordinary order (003 art.18).'),
    chosen('deadlinePolicies.hotline.awaiting-customer', '24 hours as in 5S4E; 003 gives no figure.'),
    chosen('modules.hotline.firstContactWindowDays', '7 days as in RD-44.'),
    chosen('numbering.problem-form', '003 has no numbers of forms.'),
  ],
};
